-- Each daily total of an account and unit is the sum of that day's postings, debit and credit apart.
SELECT gerai_id, 'daily total ' || posted_on || ' ' || account || ' ' || unit
  || ' is off by debit ' || -sum(debit) || ', credit ' || -sum(credit) AS fault
FROM (
  SELECT posting.gerai_id, entry.posted_on, posting.account, posting.unit,
    CASE WHEN amount > 0 THEN amount ELSE 0 END AS debit, CASE WHEN amount < 0 THEN -amount ELSE 0 END AS credit
  FROM posting
  JOIN entry ON entry.gerai_id = posting.gerai_id AND entry.no = posting.entry_no
  UNION ALL
  SELECT gerai_id, posted_on, account, unit, -debit, -credit FROM daily_total
) AS compared
GROUP BY gerai_id, posted_on, account, unit
HAVING sum(debit) <> 0 OR sum(credit) <> 0
