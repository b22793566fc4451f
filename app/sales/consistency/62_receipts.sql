-- The receipts and buying members counted on a day are those of its sales that were not voided.
SELECT gerai_id, measure || ' of ' || day || ': counted ' || sum(counted) || ', sales ' || sum(sold) AS fault
FROM (
  SELECT gerai_id, measure, counted_on AS day, value AS counted, 0 AS sold FROM daily_count
  WHERE measure IN ('receipts', 'receipts_member', 'members_bought')
  UNION ALL
  SELECT s.gerai_id, 'receipts', s.posted_on, 0, 1 FROM sale s
  WHERE NOT EXISTS (SELECT 1 FROM sale_return r WHERE r.gerai_id = s.gerai_id AND r.sale_no = s.no AND r.kind = 'void')
  UNION ALL
  SELECT m.gerai_id, 'receipts_member', m.bought_on, 0, 1 FROM sale_member m
  WHERE NOT EXISTS (SELECT 1 FROM sale_return r WHERE r.gerai_id = m.gerai_id AND r.sale_no = m.sale_no AND r.kind = 'void')
  UNION ALL
  SELECT gerai_id, 'members_bought', bought_on, 0, 1 FROM (
    SELECT DISTINCT m.gerai_id, m.bought_on, m.member_no FROM sale_member m
    WHERE NOT EXISTS (SELECT 1 FROM sale_return r WHERE r.gerai_id = m.gerai_id AND r.sale_no = m.sale_no AND r.kind = 'void')
  ) buyers
) both_sides
GROUP BY gerai_id, measure, day
HAVING sum(counted) <> sum(sold)
