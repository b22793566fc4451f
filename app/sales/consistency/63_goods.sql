-- What a sale says its goods cost is what left the stock for it.
SELECT gerai_id, 'sale ' || no || ': cost ' || cost || ', stock ' || moved AS fault
FROM (
  SELECT s.gerai_id, s.no, s.cost,
    (SELECT COALESCE(-sum(m.cost), 0) FROM stock_movement m
     WHERE m.gerai_id = s.gerai_id AND m.act_no = s.act_no) AS moved
  FROM sale s
) goods
WHERE cost <> moved
