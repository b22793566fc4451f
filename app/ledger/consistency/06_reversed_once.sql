-- An entry is reversed at most once, and only by a later one.
SELECT gerai_id, 'entry ' || reverses_no || ' is reversed ' || count(*) || ' times' AS fault
FROM entry
WHERE reverses_no IS NOT NULL
GROUP BY gerai_id, reverses_no
HAVING count(*) > 1
UNION ALL
SELECT gerai_id, 'entry ' || no || ' reverses entry ' || reverses_no || ', which is not an earlier one'
FROM entry
WHERE reverses_no IS NOT NULL AND (reverses_no >= no OR NOT EXISTS
  (SELECT 1 FROM entry AS was WHERE was.gerai_id = entry.gerai_id AND was.no = entry.reverses_no))
