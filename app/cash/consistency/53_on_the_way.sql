-- What is on its way in the ledger is what was given and not yet received.
SELECT gerai_id, 'on the way: ledger ' || ledger || ', given ' || given AS fault
FROM (
  SELECT b.gerai_id,
    COALESCE((SELECT sum(a.amount) FROM balance a WHERE a.gerai_id = b.gerai_id AND a.account = '1-1130'), 0) AS ledger,
    COALESCE((SELECT sum(t.amount) FROM cash_transfer t
              LEFT JOIN cash_receipt r ON r.gerai_id = t.gerai_id AND r.transfer_no = t.no
              WHERE t.gerai_id = b.gerai_id AND r.transfer_no IS NULL), 0) AS given
  FROM book b
) way
WHERE ledger <> given
