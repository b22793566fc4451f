-- Goods of others are counted and worth nothing.
SELECT s.gerai_id, 'item ' || s.item_no || ': on consignment, and worth ' || s.value AS fault
FROM consignment c JOIN stock s ON s.gerai_id = c.gerai_id AND s.item_no = c.item_no
WHERE s.value <> 0
