-- Every posting belongs to an entry.
SELECT gerai_id, count(*) || ' postings name entry ' || entry_no || ', which does not exist' AS fault
FROM posting
WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.gerai_id = posting.gerai_id AND entry.no = posting.entry_no)
GROUP BY gerai_id, entry_no
