-- The acts of a book are numbered from 1 without a gap.
SELECT gerai_id, 'there are ' || count(*) || ' acts, numbered ' || min(no) || ' to ' || max(no) AS fault
FROM act
GROUP BY gerai_id
HAVING min(no) <> 1 OR max(no) <> count(*)
