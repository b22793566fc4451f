-- Each monthly total of an account and unit is the sum of that month's postings, debit and credit apart.
SELECT gerai_id, 'monthly total ' || month || ' ' || account || ' ' || unit
  || ' is off by debit ' || -sum(debit) || ', credit ' || -sum(credit) AS fault
FROM (
  SELECT posting.gerai_id, substr(CAST(entry.posted_on AS VARCHAR(10)), 1, 7) AS month, posting.account, posting.unit,
    CASE WHEN amount > 0 THEN amount ELSE 0 END AS debit, CASE WHEN amount < 0 THEN -amount ELSE 0 END AS credit
  FROM posting
  JOIN entry ON entry.gerai_id = posting.gerai_id AND entry.no = posting.entry_no
  UNION ALL
  SELECT gerai_id, substr(CAST(month_on AS VARCHAR(10)), 1, 7), account, unit, -debit, -credit FROM monthly_total
) AS compared
GROUP BY gerai_id, month, account, unit
HAVING sum(debit) <> 0 OR sum(credit) <> 0
