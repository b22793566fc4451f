-- A reversal mirrors, line by line, the entry it reverses.
SELECT gerai_id, 'entry ' || no || ' does not mirror entry ' || reverses_no AS fault
FROM (
  SELECT gerai_id, no, reverses_no
  FROM (
    SELECT entry.gerai_id, entry.no, entry.reverses_no, line, account, unit, subledger, amount
    FROM entry
    JOIN posting ON posting.gerai_id = entry.gerai_id AND posting.entry_no = entry.no
    WHERE entry.reverses_no IS NOT NULL
    UNION ALL
    SELECT entry.gerai_id, entry.no, entry.reverses_no, line, account, unit, subledger, amount
    FROM entry
    JOIN posting ON posting.gerai_id = entry.gerai_id AND posting.entry_no = entry.reverses_no
  ) AS both_entries
  GROUP BY gerai_id, no, reverses_no, line, account, unit, subledger
  HAVING sum(amount) <> 0
) AS lines_left_over
GROUP BY gerai_id, no, reverses_no
