-- What a supplier is owed by nota is what 2-1100 holds for him.
SELECT gerai_id, owner || ': ledger ' || ledger || ', notas ' || owed AS fault
FROM (
  SELECT gerai_id, owner, sum(ledger) AS ledger, sum(owed) AS owed
  FROM (
    SELECT gerai_id, subledger AS owner, -amount AS ledger, 0 AS owed FROM balance WHERE account = '2-1100'
    UNION ALL
    SELECT gerai_id, 'supplier:' || supplier_no, 0, sum(amount - settled) FROM payable GROUP BY gerai_id, supplier_no
  ) both_sides
  GROUP BY gerai_id, owner
) compared
WHERE ledger <> owed
