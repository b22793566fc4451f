-- A decided difference stands in the ledger as it was decided: a debt with its debtor, income as income.
SELECT gerai_id, 'decision ' || no || ': ledger ' || ledger || ', decided ' || amount AS fault
FROM (
  SELECT d.gerai_id, d.no, d.amount,
    COALESCE((SELECT sum(p.amount) FROM posting p
              WHERE p.gerai_id = d.gerai_id AND p.entry_no = d.entry_no
                AND p.account = CASE d.outcome WHEN 'debt' THEN '1-1330' ELSE '7-1400' END), 0) AS ledger
  FROM difference_decision d
  WHERE d.outcome <> 'expense'
) decided
WHERE ledger <> -amount
