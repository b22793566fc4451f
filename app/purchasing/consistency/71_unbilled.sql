-- What is received and not yet invoiced is what came in so and was neither billed nor given back before its bill.
SELECT gerai_id, owner || ': ledger ' || ledger || ', received ' || received AS fault
FROM (
  SELECT gerai_id, owner, sum(ledger) AS ledger, sum(received) AS received
  FROM (
    SELECT gerai_id, subledger AS owner, -amount AS ledger, 0 AS received FROM balance WHERE account = '2-1107'
    UNION ALL
    SELECT gerai_id, 'receiving:' || no, 0, cost FROM receiving WHERE paid_from = 'unbilled'
    UNION ALL
    SELECT gerai_id, 'receiving:' || receiving_no, 0, -received FROM bill
    UNION ALL
    SELECT gerai_id, 'receiving:' || receiving_no, 0, -credit FROM goods_return WHERE settled_by = 'unbilled'
  ) all_sides
  GROUP BY gerai_id, owner
) compared
WHERE ledger <> received
