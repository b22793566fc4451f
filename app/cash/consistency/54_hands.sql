-- Nobody receives what they gave; only the bank's own line may stand for another hand.
SELECT t.gerai_id, 'transfer ' || t.no || ' was received by its giver' AS fault
FROM cash_transfer t
JOIN cash_receipt r ON r.gerai_id = t.gerai_id AND r.transfer_no = t.no
LEFT JOIN bank_match m ON m.gerai_id = t.gerai_id AND m.transfer_no = t.no
WHERE r.received_by = t.given_by AND m.line_no IS NULL
