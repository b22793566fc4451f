-- The balance of every account and subledger is the sum of its postings.
SELECT gerai_id, 'balance ' || account || ' ' || subledger || ' is off by ' || -sum(amount) AS fault
FROM (
  SELECT gerai_id, account, subledger, amount FROM posting
  UNION ALL
  SELECT gerai_id, account, subledger, -amount FROM balance
) AS compared
GROUP BY gerai_id, account, subledger
HAVING sum(amount) <> 0
