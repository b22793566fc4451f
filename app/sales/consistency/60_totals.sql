-- A sale is the sum of its lines; what came back is the sum of its lines, and no line came back more than it was sold.
SELECT gerai_id, 'sale ' || no || ': total ' || total || ', lines ' || lines AS fault
FROM (
  SELECT s.gerai_id, s.no, s.total,
    (SELECT COALESCE(sum(l.amount), 0) FROM sale_line l WHERE l.gerai_id = s.gerai_id AND l.sale_no = s.no) AS lines
  FROM sale s
) summed
WHERE total <> lines
UNION ALL
SELECT gerai_id, 'return ' || no || ': value ' || value || ', lines ' || lines
FROM (
  SELECT r.gerai_id, r.no, r.value,
    (SELECT COALESCE(sum(l.amount), 0) FROM sale_return_line l
     WHERE l.gerai_id = r.gerai_id AND l.return_no = r.no) AS lines
  FROM sale_return r
) summed
WHERE value <> lines
UNION ALL
SELECT l.gerai_id, 'sale ' || l.sale_no || ', line ' || l.line || ': came back ' || sum(b.quantity_milli) || ' of ' || l.quantity_milli
FROM sale_line l JOIN sale_return_line b ON b.gerai_id = l.gerai_id AND b.sale_no = l.sale_no AND b.line = l.line
GROUP BY l.gerai_id, l.sale_no, l.line, l.quantity_milli, l.amount, l.discount, l.cost
HAVING sum(b.quantity_milli) > l.quantity_milli OR (sum(b.quantity_milli) = l.quantity_milli
  AND (sum(b.amount) <> l.amount OR sum(b.discount) <> l.discount OR sum(b.cost) <> l.cost))
