-- A deposit in the ledger is what was put in and what the services took out or brought.
SELECT gerai_id, 'agent ' || no || ': ledger ' || ledger || ', documents ' || documents AS fault
FROM (
  SELECT p.gerai_id, p.no,
    COALESCE((SELECT b.amount FROM balance b
              WHERE b.gerai_id = p.gerai_id AND b.account = '1-1230' AND b.subledger = 'agent:' || p.no), 0) AS ledger,
    COALESCE((SELECT sum(t.amount) FROM agency_top_up t
              WHERE t.gerai_id = p.gerai_id AND t.provider_no = p.no), 0)
    + COALESCE((SELECT sum(CASE s.service WHEN 'withdrawal' THEN s.principal ELSE -s.principal END + s.commission)
                FROM agency_sale s
                LEFT JOIN agency_cancellation c ON c.gerai_id = s.gerai_id AND c.sale_no = s.no
                WHERE s.gerai_id = p.gerai_id AND s.provider_no = p.no AND c.sale_no IS NULL), 0)
    + COALESCE((SELECT sum(r.stated - r.booked) FROM agency_reconciliation r
                WHERE r.gerai_id = p.gerai_id AND r.provider_no = p.no AND r.entry_no IS NOT NULL), 0) AS documents
  FROM agency_provider p
) deposits
WHERE ledger <> documents
