-- What owners of consigned goods are owed by sales and losses, less what they were paid, is what 2-1105 holds.
SELECT gerai_id, owner || ': ledger ' || ledger || ', shares less payments ' || owed AS fault
FROM (
  SELECT gerai_id, owner, sum(ledger) AS ledger, sum(owed) AS owed
  FROM (
    SELECT gerai_id, subledger AS owner, -amount AS ledger, 0 AS owed FROM balance WHERE account = '2-1105'
    UNION ALL
    SELECT gerai_id, 'supplier:' || supplier_no, 0, sum(share)
    FROM consignment_movement GROUP BY gerai_id, supplier_no
    UNION ALL
    SELECT gerai_id, 'supplier:' || supplier_no, 0, -sum(paid) FROM settlement GROUP BY gerai_id, supplier_no
  ) all_sides
  GROUP BY gerai_id, owner
) compared
WHERE ledger <> owed
