-- Days are days of the calendar, and a month goes by its first.
SELECT gerai_id, 'entry ' || no || ' is of ' || occurred_on || ', posted on ' || posted_on AS fault
FROM entry
WHERE occurred_on <> date(occurred_on) OR posted_on <> date(posted_on)
  OR date(occurred_on) IS NULL OR date(posted_on) IS NULL
UNION ALL
SELECT gerai_id, 'a period runs from ' || starts_on || ' to ' || ends_on
FROM period
WHERE starts_on > ends_on OR date(starts_on) IS NULL OR date(ends_on) IS NULL
  OR starts_on <> date(starts_on) OR ends_on <> date(ends_on) OR substr(CAST(starts_on AS VARCHAR(10)), 9, 2) <> '01'
UNION ALL
SELECT gerai_id, 'a monthly total of ' || account || ' goes by ' || month_on
FROM monthly_total
WHERE substr(CAST(month_on AS VARCHAR(10)), 9, 2) <> '01'
