-- A service moved the drawer by its principal and fee, and gave back as much when it was cancelled.
SELECT gerai_id, source || ' ' || no || ': service ' || due || ', drawer ' || paid AS fault
FROM (
  SELECT d.gerai_id, d.source, d.no, d.due,
    COALESCE((SELECT sum(t.amount) FROM tender t
              WHERE t.gerai_id = d.gerai_id AND t.source = d.source AND t.source_no = d.no), 0) AS paid
  FROM (
    SELECT gerai_id, 'agency.sale' AS source, no,
      CASE service WHEN 'withdrawal' THEN -principal ELSE principal END + fee AS due
    FROM agency_sale
    UNION ALL
    SELECT s.gerai_id, 'agency.cancellation', s.no,
      -(CASE s.service WHEN 'withdrawal' THEN -s.principal ELSE s.principal END + s.fee)
    FROM agency_sale s JOIN agency_cancellation c ON c.gerai_id = s.gerai_id AND c.sale_no = s.no
  ) d
) moved
WHERE due <> paid
