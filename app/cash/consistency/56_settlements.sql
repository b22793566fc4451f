-- What the bank brought and what the provider kept are together the takings of the days it names.
SELECT gerai_id, 'bank line ' || line_no || ': takings ' || takings || ', gross ' || gross || ', came ' || came || ', kept ' || fee AS fault
FROM (
  SELECT m.gerai_id, m.line_no, m.gross, m.fee, l.amount AS came,
    COALESCE((SELECT sum(d.amount) FROM settled_day d
              WHERE d.gerai_id = m.gerai_id AND d.line_no = m.line_no), 0) AS takings
  FROM bank_match m JOIN bank_line l ON l.gerai_id = m.gerai_id AND l.no = m.line_no
  WHERE m.kind IN ('qris', 'transfer')
) settled
WHERE takings <> gross OR gross <> came + fee
