-- A period is closed or locked by the act that says so.
SELECT period.gerai_id, 'period ' || period.starts_on || ' is ' || period.state || ', but not by act ' || period.state_act_no AS fault
FROM period
LEFT JOIN act ON act.gerai_id = period.gerai_id AND act.no = period.state_act_no
WHERE act.no IS NULL
  OR (period.state = 'closed' AND act.kind <> 'ledger.close_period')
  OR (period.state = 'locked' AND act.kind <> 'ledger.lock_year')
  OR (period.state = 'open' AND act.kind IN ('ledger.close_period', 'ledger.lock_year'))
