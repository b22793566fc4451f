-- Each monthly total is the sum of its daily totals.
SELECT gerai_id, 'monthly total ' || month || ' ' || account || ' ' || unit
  || ' differs from its days by debit ' || -sum(debit) || ', credit ' || -sum(credit) AS fault
FROM (
  SELECT gerai_id, substr(CAST(posted_on AS VARCHAR(10)), 1, 7) AS month, account, unit, debit, credit FROM daily_total
  UNION ALL
  SELECT gerai_id, substr(CAST(month_on AS VARCHAR(10)), 1, 7), account, unit, -debit, -credit FROM monthly_total
) AS compared
GROUP BY gerai_id, month, account, unit
HAVING sum(debit) <> 0 OR sum(credit) <> 0
