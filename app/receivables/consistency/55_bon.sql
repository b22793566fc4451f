-- A member's bon in the ledger is what was charged, less what was paid and taken back.
SELECT gerai_id, subledger || ': ledger ' || sum(ledger) || ', bon ' || sum(bon) AS fault
FROM (
  SELECT gerai_id, subledger, amount AS ledger, 0 AS bon FROM balance WHERE account = '1-1300'
  UNION ALL
  SELECT gerai_id, 'member:' || member_no, 0, CASE kind WHEN 'charge' THEN amount ELSE -amount END FROM receivable
) both_sides
GROUP BY gerai_id, subledger
HAVING sum(ledger) <> sum(bon)
