-- Every entry is posted on a day of exactly one period.
SELECT entry.gerai_id, 'entry ' || entry.no || ' of ' || entry.posted_on || ' is in ' || count(period.starts_on) || ' periods' AS fault
FROM entry
LEFT JOIN period ON period.gerai_id = entry.gerai_id
  AND period.starts_on <= entry.posted_on AND period.ends_on >= entry.posted_on
GROUP BY entry.gerai_id, entry.no, entry.posted_on
HAVING count(period.starts_on) <> 1
