-- A count is worth what its notes and coins are worth.
SELECT gerai_id, 'shift ' || shift_no || ', count ' || attempt || ': ' || counted || ' is not ' || pieces AS fault
FROM (
  SELECT c.gerai_id, c.shift_no, c.attempt, c.counted,
    COALESCE((SELECT sum(l.denomination * l.pieces) FROM shift_count_line l
              WHERE l.gerai_id = c.gerai_id AND l.shift_no = c.shift_no AND l.attempt = c.attempt), 0) AS pieces
  FROM shift_count c
) counted
WHERE counted <> pieces
