-- What was paid as wajib at the counter is what its months cost.
SELECT gerai_id, 'payment ' || no || ': ' || amount || ' is not its months, ' || months AS fault
FROM (
  SELECT v.gerai_id, v.no, v.amount,
    COALESCE((SELECT sum(w.amount) FROM wajib_month w
              WHERE w.gerai_id = v.gerai_id AND w.movement_no = v.no), 0) AS months
  FROM savings_movement v
  WHERE v.kind = 'wajib' AND v.source = 'counter'
) AS paid
WHERE amount <> months
