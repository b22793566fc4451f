-- What was received at the counter is what was paid into the drawer for it.
SELECT gerai_id, 'payment ' || no || ': ' || amount || ', tender ' || tendered AS fault
FROM (
  SELECT v.gerai_id, v.no, v.amount,
    COALESCE((SELECT sum(t.amount) FROM tender t
              WHERE t.gerai_id = v.gerai_id AND t.source = 'savings.movement' AND t.source_no = v.no), 0) AS tendered
  FROM savings_movement v
  WHERE v.source = 'counter'
) AS received
WHERE amount <> tendered
