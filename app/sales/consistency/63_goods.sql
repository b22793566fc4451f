-- What a sale says its goods cost is what left the stock for it, and what came back is what entered it.
SELECT gerai_id, what || ' ' || no || ': cost ' || cost || ', stock ' || moved AS fault
FROM (
  SELECT s.gerai_id, 'sale' AS what, s.no, s.cost,
    (SELECT COALESCE(-sum(m.cost), 0) FROM stock_movement m
     WHERE m.gerai_id = s.gerai_id AND m.act_no = s.act_no AND m.source = 'sales.sale' AND m.source_no = s.no) AS moved
  FROM sale s
  UNION ALL
  SELECT r.gerai_id, r.kind, r.no, r.cost,
    (SELECT COALESCE(sum(m.cost), 0) FROM stock_movement m
     WHERE m.gerai_id = r.gerai_id AND m.act_no = r.act_no AND m.source = 'sales.' || r.kind AND m.source_no = r.no)
  FROM sale_return r
) goods
WHERE cost <> moved
