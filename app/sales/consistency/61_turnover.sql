-- Turnover in the ledger less discounts, with what consigned goods bring, is what was sold less what came back, day by day.
SELECT gerai_id, 'sales of ' || posted_on || ': receipts ' || sum(receipts) || ', ledger ' || sum(ledger) AS fault
FROM (
  SELECT gerai_id, posted_on, total AS receipts, 0 AS ledger FROM sale
  UNION ALL
  SELECT gerai_id, posted_on, -value, 0 FROM sale_return
  UNION ALL
  SELECT e.gerai_id, e.posted_on, 0, -p.amount
  FROM entry e JOIN posting p ON p.gerai_id = e.gerai_id AND p.entry_no = e.no
  WHERE e.source IN ('sales.sale', 'sales.void', 'sales.return')
    AND p.account IN ('4-1100', '4-1110', '4-1190', '4-1191', '4-7100', '2-1105')
) both_sides
GROUP BY gerai_id, posted_on
HAVING sum(receipts) <> sum(ledger)
