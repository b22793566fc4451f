-- Every entry balances, as a whole and within each unit.
SELECT gerai_id, 'entry ' || entry_no || ' is off by ' || sum(amount) || ' in unit ' || unit AS fault
FROM posting
GROUP BY gerai_id, entry_no, unit
HAVING sum(amount) <> 0
