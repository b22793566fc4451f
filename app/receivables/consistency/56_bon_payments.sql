-- Every payment of a bon is one movement of it, of the same member and amount.
SELECT p.gerai_id, 'payment ' || p.no || ' of a bon has no movement' AS fault
FROM bon_payment p LEFT JOIN receivable r
  ON r.gerai_id = p.gerai_id AND r.source = 'receivables.payment' AND r.source_no = p.no AND r.kind = 'payment'
WHERE r.no IS NULL OR r.amount <> p.amount OR r.member_no <> p.member_no
