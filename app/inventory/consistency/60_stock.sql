-- What is on hand is the sum of its movements, and its value what they cost, less what went to 5-7100.
SELECT gerai_id, 'item ' || item_no || ': stock ' || held || ' worth ' || value
  || ', movements ' || moved || ' worth ' || booked AS fault
FROM (
  SELECT gerai_id, item_no,
    sum(held) AS held, sum(value) AS value, sum(moved) AS moved, sum(booked) AS booked
  FROM (
    SELECT gerai_id, item_no, quantity_milli AS held, value, 0 AS moved, 0 AS booked FROM stock
    UNION ALL
    SELECT gerai_id, item_no, 0, 0, sum(quantity_milli), sum(cost - variance)
    FROM stock_movement GROUP BY gerai_id, item_no
  ) both_sides
  GROUP BY gerai_id, item_no
) compared
WHERE held <> moved OR value <> booked
