-- A candidate whose pokok is whole is a member, and a member's pokok is whole.
SELECT gerai_id, 'member ' || no || ' is ' || status || ' with pokok ' || paid || ' of ' || owed AS fault
FROM (
  SELECT m.gerai_id, m.no, m.status,
    COALESCE((SELECT -b.amount FROM balance b
              WHERE b.gerai_id = m.gerai_id AND b.account = '3-1100' AND b.subledger = 'member:' || m.no), 0) AS paid,
    COALESCE(
      (SELECT t.pokok FROM share_term t WHERE t.gerai_id = m.gerai_id AND t.valid_from =
        (SELECT max(h.valid_from) FROM share_term h
         WHERE h.gerai_id = m.gerai_id AND h.valid_from <= m.registered_on)),
      (SELECT t.pokok FROM share_term t WHERE t.gerai_id = m.gerai_id AND t.valid_from =
        (SELECT min(f.valid_from) FROM share_term f WHERE f.gerai_id = m.gerai_id))) AS owed
  FROM member m
  WHERE m.status IN ('candidate', 'member')
) AS standing
WHERE (status = 'member' AND paid < owed) OR (status = 'candidate' AND paid >= owed)
