-- A drawer holds in the ledger what its shift should hold: float, cash taken and cash moved while open, nothing once closed.
SELECT gerai_id, 'shift ' || no || ': ledger ' || ledger || ', drawer ' || drawer AS fault
FROM (
  SELECT s.gerai_id, s.no,
    COALESCE((SELECT b.amount FROM balance b
              WHERE b.gerai_id = s.gerai_id AND b.account = '1-1110' AND b.subledger = 'shift:' || s.no), 0) AS ledger,
    CASE WHEN s.closed_at IS NOT NULL THEN 0 ELSE s.opening_float + COALESCE(
      (SELECT sum(t.amount) FROM tender t
       WHERE t.gerai_id = s.gerai_id AND t.shift_no = s.no AND t.kind = 'cash'), 0) + COALESCE(
      (SELECT sum(m.amount) FROM drawer_move m
       WHERE m.gerai_id = s.gerai_id AND m.shift_no = s.no), 0) END AS drawer
  FROM shift s
) held
WHERE ledger <> drawer
