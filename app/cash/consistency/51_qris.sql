-- What QRIS and transfers owe in the ledger is what was taken by them and not yet settled.
SELECT gerai_id, kind || ': ledger ' || ledger || ', tenders not settled ' || taken AS fault
FROM (
  SELECT b.gerai_id, k.kind,
    COALESCE((SELECT a.amount FROM balance a
              WHERE a.gerai_id = b.gerai_id AND a.account = '1-1210' AND a.subledger = k.kind), 0) AS ledger,
    COALESCE((SELECT sum(t.amount) FROM tender t WHERE t.gerai_id = b.gerai_id AND t.kind = k.kind), 0)
    - COALESCE((SELECT sum(d.amount) FROM settled_day d
                WHERE d.gerai_id = b.gerai_id AND d.kind = k.kind), 0) AS taken
  FROM book b CROSS JOIN (SELECT 'qris' AS kind UNION ALL SELECT 'transfer') k
) owed
WHERE ledger <> taken
