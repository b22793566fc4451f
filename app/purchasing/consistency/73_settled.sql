-- What is settled of a payable is what payments and returns took off it, and each of those took off what it says.
SELECT gerai_id, 'payable ' || no || ': settled ' || settled || ', by documents ' || taken AS fault
FROM (
  SELECT p.gerai_id, p.no, p.settled,
    COALESCE((SELECT sum(s.amount) FROM payable_settlement s
              WHERE s.gerai_id = p.gerai_id AND s.payable_no = p.no), 0) AS taken
  FROM payable p
) compared
WHERE settled <> taken
UNION ALL
SELECT gerai_id, 'payment ' || no || ': ' || amount || ', took off ' || taken
FROM (
  SELECT d.gerai_id, d.no, d.amount,
    COALESCE((SELECT sum(s.amount) FROM payable_settlement s
              WHERE s.gerai_id = d.gerai_id AND s.source = 'purchasing.payment' AND s.source_no = d.no), 0) AS taken
  FROM supplier_payment d
) paid
WHERE amount <> taken
