-- Postings, balances and totals name accounts and units that exist.
SELECT gerai_id, place || ' names the unknown account ' || account AS fault
FROM (
  SELECT gerai_id, account, 'posting' AS place FROM posting
  UNION SELECT gerai_id, account, 'balance' FROM balance
  UNION SELECT gerai_id, account, 'daily total' FROM daily_total
  UNION SELECT gerai_id, account, 'monthly total' FROM monthly_total
) AS used
WHERE NOT EXISTS (SELECT 1 FROM account WHERE account.gerai_id = used.gerai_id AND account.code = used.account)
UNION ALL
SELECT gerai_id, place || ' names the unknown unit ' || unit
FROM (
  SELECT gerai_id, unit, 'posting' AS place FROM posting
  UNION SELECT gerai_id, unit, 'daily total' FROM daily_total
  UNION SELECT gerai_id, unit, 'monthly total' FROM monthly_total
) AS used
WHERE NOT EXISTS (SELECT 1 FROM unit WHERE unit.code = used.unit)
