-- Each stock account stands at the value of the stock of its group.
SELECT gerai_id, 'account ' || account || ': ledger ' || ledger || ', stock ' || stock AS fault
FROM (
  SELECT gerai_id, account, sum(ledger) AS ledger, sum(stock) AS stock
  FROM (
    SELECT gerai_id, account, amount AS ledger, 0 AS stock
    FROM balance WHERE account IN ('1-1500', '1-1520', '1-1530')
    UNION ALL
    SELECT s.gerai_id,
      CASE i.stock_group WHEN 'sembako' THEN '1-1500' WHEN 'subsidised' THEN '1-1520' ELSE '1-1530' END,
      0, s.value
    FROM stock s JOIN item i ON i.gerai_id = s.gerai_id AND i.no = s.item_no
  ) both_sides
  GROUP BY gerai_id, account
) compared
WHERE ledger <> stock
