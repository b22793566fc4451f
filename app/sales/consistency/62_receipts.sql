-- The receipts counted on a day are the sales of that day.
SELECT gerai_id, 'receipts of ' || day || ': counted ' || sum(counted) || ', sales ' || sum(sold) AS fault
FROM (
  SELECT gerai_id, counted_on AS day, value AS counted, 0 AS sold FROM daily_count WHERE measure = 'receipts'
  UNION ALL
  SELECT gerai_id, posted_on, 0, 1 FROM sale
) both_sides
GROUP BY gerai_id, day
HAVING sum(counted) <> sum(sold)
