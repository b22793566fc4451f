-- An adjustment moved what it says, and 5-7100 bears it.
SELECT gerai_id, 'adjustment ' || no || ': ' || quantity_milli || ' worth ' || cost || ', movement ' || moved
  || ' worth ' || value || ', entry ' || borne AS fault
FROM (
  SELECT a.gerai_id, a.no, a.quantity_milli, a.cost,
    COALESCE((SELECT sum(m.quantity_milli) FROM stock_movement m
              WHERE m.gerai_id = a.gerai_id AND m.act_no = a.act_no
                AND m.source = 'inventory.adjustment' AND m.source_no = a.no), 0) AS moved,
    COALESCE((SELECT sum(m.cost - m.variance) FROM stock_movement m
              WHERE m.gerai_id = a.gerai_id AND m.act_no = a.act_no
                AND m.source = 'inventory.adjustment' AND m.source_no = a.no), 0) AS value,
    COALESCE((SELECT -sum(p.amount) FROM posting p
              WHERE p.gerai_id = a.gerai_id AND p.entry_no = a.entry_no AND p.account = '5-7100'), 0) AS borne
  FROM adjustment a
) compared
WHERE quantity_milli <> moved OR cost <> value OR cost <> borne
