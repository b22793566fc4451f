-- Nothing is posted into a month after it was closed or locked.
SELECT entry.gerai_id, 'entry ' || entry.no || ' of ' || entry.posted_on || ' was posted after act ' || period.state_act_no || ' had closed its month' AS fault
FROM period
JOIN entry ON entry.gerai_id = period.gerai_id
  AND entry.posted_on BETWEEN period.starts_on AND period.ends_on
  AND entry.act_no > period.state_act_no
WHERE period.state <> 'open'
