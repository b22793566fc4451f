-- The counters of acts and of journals stand at the last number given out.
SELECT book.gerai_id, 'the counter of acts stands at ' || coalesce(counter.last_no, 0)
  || ', the last act is ' || coalesce((SELECT max(no) FROM act WHERE act.gerai_id = book.gerai_id), 0) AS fault
FROM book
LEFT JOIN counter ON counter.gerai_id = book.gerai_id AND counter.kind = 'act'
WHERE coalesce(counter.last_no, 0) <> coalesce((SELECT max(no) FROM act WHERE act.gerai_id = book.gerai_id), 0)
UNION ALL
SELECT gerai_id, 'the counter of journals and the journals posted differ by ' || sum(difference)
FROM (
  SELECT gerai_id, last_no AS difference FROM counter WHERE kind = 'journal'
  UNION ALL
  SELECT gerai_id, -count(DISTINCT source_no) FROM entry WHERE source = 'ledger.journal' GROUP BY gerai_id
) AS compared
GROUP BY gerai_id
HAVING sum(difference) <> 0
