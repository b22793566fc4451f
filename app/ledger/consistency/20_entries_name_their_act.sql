-- Every entry names an act of its own book, and acts and entries come in the same order.
SELECT entry.gerai_id, 'entry ' || entry.no || ' names act ' || entry.act_no || ', which does not exist' AS fault
FROM entry
WHERE NOT EXISTS (SELECT 1 FROM act WHERE act.gerai_id = entry.gerai_id AND act.no = entry.act_no)
UNION ALL
SELECT entry.gerai_id, 'entry ' || entry.no || ' names an earlier act than the entry before it'
FROM entry
JOIN entry AS earlier ON earlier.gerai_id = entry.gerai_id AND earlier.no = entry.no - 1
WHERE entry.act_no < earlier.act_no
