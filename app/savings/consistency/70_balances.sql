-- What the members' movements come to is what the ledger holds in their names, by kind of simpanan.
SELECT gerai_id, account || ' ' || subledger || ': ledger and movements differ by ' || sum(amount) AS fault
FROM (
  SELECT gerai_id, account, subledger, -amount AS amount
  FROM balance WHERE account IN ('3-1100', '3-1200', '2-1110')
  UNION ALL
  SELECT gerai_id,
    CASE kind WHEN 'pokok' THEN '3-1100' WHEN 'wajib' THEN '3-1200' ELSE '2-1110' END,
    'member:' || member_no, -amount
  FROM savings_movement
) AS compared
GROUP BY gerai_id, account, subledger
HAVING sum(amount) <> 0
