-- What QRIS owes in the ledger is what was taken by QRIS and not yet settled.
SELECT gerai_id, 'QRIS: ledger ' || ledger || ', tenders ' || taken AS fault
FROM (
  SELECT k.gerai_id,
    COALESCE((SELECT b.amount FROM balance b
              WHERE b.gerai_id = k.gerai_id AND b.account = '1-1210' AND b.subledger = 'qris'), 0) AS ledger,
    COALESCE((SELECT sum(t.amount) FROM tender t WHERE t.gerai_id = k.gerai_id AND t.kind = 'qris'), 0) AS taken
  FROM book k
) owed
WHERE ledger <> taken
