-- What sales and returns put on members' bon is what the tenders say.
SELECT gerai_id, source || ' ' || source_no || ': bon ' || sum(bon) || ', tenders ' || sum(tenders) AS fault
FROM (
  SELECT gerai_id, source, source_no, CASE kind WHEN 'charge' THEN amount ELSE -amount END AS bon, 0 AS tenders
  FROM receivable WHERE source IN ('sales.sale', 'sales.void', 'sales.return')
  UNION ALL
  SELECT gerai_id, source, source_no, 0, amount FROM tender
  WHERE kind = 'bon' AND source IN ('sales.sale', 'sales.void', 'sales.return')
) both_sides
GROUP BY gerai_id, source, source_no
HAVING sum(bon) <> sum(tenders)
