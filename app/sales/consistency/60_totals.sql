-- A sale is the sum of its lines, and its tenders pay it.
SELECT gerai_id, 'sale ' || no || ': total ' || total || ', lines ' || lines AS fault
FROM (
  SELECT s.gerai_id, s.no, s.total,
    (SELECT COALESCE(sum(l.amount), 0) FROM sale_line l WHERE l.gerai_id = s.gerai_id AND l.sale_no = s.no) AS lines
  FROM sale s
) summed
WHERE total <> lines
