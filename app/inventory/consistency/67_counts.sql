-- An approved count moved the stock by what it says, and 5-7100 bears it.
SELECT gerai_id, 'count ' || count_no || ': surplus ' || surplus || ', loss ' || loss || ', movements ' || moved
  || ', entry ' || borne AS fault
FROM (
  SELECT e.gerai_id, e.count_no, e.surplus, e.loss,
    COALESCE((SELECT sum(m.cost - m.variance) FROM stock_movement m
              WHERE m.gerai_id = e.gerai_id AND m.act_no = e.act_no
                AND m.source = 'inventory.count' AND m.source_no = e.count_no), 0) AS moved,
    COALESCE((SELECT -sum(p.amount) FROM posting p
              WHERE p.gerai_id = e.gerai_id AND p.entry_no = e.entry_no AND p.account = '5-7100'), 0) AS borne
  FROM stock_count_end e
) compared
WHERE surplus - loss <> moved OR surplus - loss <> borne
