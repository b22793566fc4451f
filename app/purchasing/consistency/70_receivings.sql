-- A receiving costs what its lines cost, its movements brought that in, and its entry credited that.
SELECT gerai_id, 'receiving ' || no || ': ' || cost || ', lines ' || lines || ', movements ' || moved
  || ', entry ' || credited AS fault
FROM (
  SELECT r.gerai_id, r.no, r.cost,
    COALESCE((SELECT sum(l.cost) FROM receiving_line l
              WHERE l.gerai_id = r.gerai_id AND l.receiving_no = r.no), 0) AS lines,
    COALESCE((SELECT sum(m.cost) FROM stock_movement m
              WHERE m.gerai_id = r.gerai_id AND m.act_no = r.act_no
                AND m.source = 'inventory.receiving' AND m.source_no = r.no), 0) AS moved,
    COALESCE((SELECT -sum(p.amount) FROM posting p
              WHERE p.gerai_id = r.gerai_id AND p.entry_no = r.entry_no
                AND p.account = CASE r.paid_from WHEN 'safe' THEN '1-1100' WHEN 'drawer' THEN '1-1110'
                  WHEN 'bank' THEN '1-1200' WHEN 'tempo' THEN '2-1100' ELSE '2-1107' END
                AND (r.paid_from <> 'unbilled' OR p.subledger = 'receiving:' || r.no)), 0) AS credited
  FROM receiving r
) compared
WHERE cost <> lines OR cost <> moved OR cost <> credited
