-- A surprise count is worth what its notes and coins are worth.
SELECT gerai_id, 'surprise count ' || no || ': ' || counted || ' is not ' || pieces AS fault
FROM (
  SELECT c.gerai_id, c.no, c.counted,
    COALESCE((SELECT sum(l.denomination * l.pieces) FROM surprise_count_line l
              WHERE l.gerai_id = c.gerai_id AND l.count_no = c.no), 0) AS pieces
  FROM surprise_count c
) counted
WHERE counted <> pieces
