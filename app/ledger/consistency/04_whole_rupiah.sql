-- Amounts are whole rupiah, and no posting is zero.
SELECT gerai_id, 'posting ' || entry_no || '/' || line || ' is ' || amount AS fault
FROM posting
WHERE amount = 0 OR amount <> CAST(amount AS BIGINT)
UNION ALL
SELECT gerai_id, 'balance ' || account || ' ' || subledger || ' is ' || amount
FROM balance
WHERE amount <> CAST(amount AS BIGINT)
UNION ALL
SELECT gerai_id, 'daily total ' || posted_on || ' ' || account || ' is ' || debit || ' and ' || credit
FROM daily_total
WHERE debit <> CAST(debit AS BIGINT) OR credit <> CAST(credit AS BIGINT)
UNION ALL
SELECT gerai_id, 'monthly total ' || month_on || ' ' || account || ' is ' || debit || ' and ' || credit
FROM monthly_total
WHERE debit <> CAST(debit AS BIGINT) OR credit <> CAST(credit AS BIGINT)
