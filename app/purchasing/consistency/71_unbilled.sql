-- What is received and not yet invoiced stands by its receiving: never more than it cost, never below nothing.
SELECT b.gerai_id, '2-1107 ' || b.subledger || ': ' || b.amount || ', received ' || COALESCE(r.cost, 0) AS fault
FROM balance b
LEFT JOIN receiving r
  ON r.gerai_id = b.gerai_id AND r.paid_from = 'unbilled' AND b.subledger = 'receiving:' || r.no
WHERE b.account = '2-1107' AND (b.amount > 0 OR -b.amount > COALESCE(r.cost, 0))
