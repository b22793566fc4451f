-- The value of stock never has the other sign than its quantity, and nothing is worth nothing.
SELECT gerai_id, 'item ' || item_no || ': ' || quantity_milli || ' worth ' || value AS fault
FROM stock
WHERE (quantity_milli > 0 AND value < 0) OR (quantity_milli < 0 AND value > 0) OR (quantity_milli = 0 AND value <> 0)
