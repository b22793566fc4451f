-- The balances of a gerai sum to zero.
SELECT gerai_id, 'the balances sum to ' || sum(amount) AS fault
FROM balance
GROUP BY gerai_id
HAVING sum(amount) <> 0
