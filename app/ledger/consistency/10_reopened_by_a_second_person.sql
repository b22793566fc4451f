-- A closed period is reopened by a second person.
-- The answers of both acts begin with their month: {"month": "2026-11-01".
SELECT reopened.gerai_id, 'act ' || reopened.no || ' reopens a period that the same person closed in act ' || closed.no AS fault
FROM act AS reopened
JOIN act AS closed ON closed.gerai_id = reopened.gerai_id AND closed.no = (
  SELECT max(no) FROM act
  WHERE act.gerai_id = reopened.gerai_id AND act.kind = 'ledger.close_period' AND act.no < reopened.no
    AND substr(act.answer, 1, 22) = substr(reopened.answer, 1, 22))
WHERE reopened.kind = 'ledger.reopen_period' AND reopened.user_id = closed.user_id
