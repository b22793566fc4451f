-- Every movement and every handing over of a drawer moved it by just its amount, and nothing else did.
SELECT gerai_id, source || ' ' || no || ': document ' || document || ', drawer ' || drawer AS fault
FROM (
  SELECT d.gerai_id, d.source, d.no, d.amount AS document,
    COALESCE((SELECT sum(m.amount) FROM drawer_move m
              WHERE m.gerai_id = d.gerai_id AND m.source = d.source AND m.source_no = d.no), 0) AS drawer
  FROM (
    SELECT gerai_id, 'cash.movement' AS source, no, amount FROM cash_movement
    UNION ALL SELECT gerai_id, 'cash.transfer', no, -amount FROM cash_transfer WHERE origin = 'drawer'
  ) d
) moved
WHERE document <> drawer
UNION ALL
SELECT m.gerai_id, m.source || ' ' || m.source_no || ' moved a drawer without a document'
FROM drawer_move m
WHERE (m.source = 'cash.movement'
       AND NOT EXISTS (SELECT 1 FROM cash_movement c WHERE c.gerai_id = m.gerai_id AND c.no = m.source_no))
   OR (m.source = 'cash.transfer'
       AND NOT EXISTS (SELECT 1 FROM cash_transfer t WHERE t.gerai_id = m.gerai_id AND t.no = m.source_no
                       AND t.origin = 'drawer'))
