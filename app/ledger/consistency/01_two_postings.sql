-- Every entry has at least two postings, and they are numbered from 1 without a gap.
SELECT entry.gerai_id, 'entry ' || entry.no || ' has ' || count(posting.line) || ' postings, or a gap in their numbers' AS fault
FROM entry
LEFT JOIN posting ON posting.gerai_id = entry.gerai_id AND posting.entry_no = entry.no
GROUP BY entry.gerai_id, entry.no
HAVING count(posting.line) < 2 OR min(posting.line) <> 1 OR max(posting.line) <> count(posting.line)
