-- Empty and lent containers and their deposits are the sum of their movements, and 2-1315 holds those deposits.
SELECT gerai_id, 'container ' || container_no || ': ' || empty || ' empty, ' || lent || ' lent, deposits ' || deposit
  || ', movements ' || moved_empty || ', ' || moved_lent || ', ' || moved || ', ledger ' || ledger AS fault
FROM (
  SELECT gerai_id, container_no, sum(empty) AS empty, sum(lent) AS lent, sum(deposit) AS deposit,
    sum(moved_empty) AS moved_empty, sum(moved_lent) AS moved_lent, sum(moved) AS moved, sum(ledger) AS ledger
  FROM (
    SELECT gerai_id, container_no, empty, lent, deposit, 0 AS moved_empty, 0 AS moved_lent, 0 AS moved, 0 AS ledger
    FROM container_stock
    UNION ALL
    SELECT gerai_id, container_no, 0, 0, 0, empty, lent, deposit, 0 FROM container_movement
    UNION ALL
    SELECT c.gerai_id, c.no, 0, 0, 0, 0, 0, 0, -b.amount
    FROM container c JOIN balance b
      ON b.gerai_id = c.gerai_id AND b.account = '2-1315' AND b.subledger = 'container:' || c.no
  ) all_sides
  GROUP BY gerai_id, container_no
) compared
WHERE empty <> moved_empty OR lent <> moved_lent OR deposit <> moved OR deposit <> ledger
