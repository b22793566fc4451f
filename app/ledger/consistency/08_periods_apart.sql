-- Periods do not overlap.
SELECT one.gerai_id, 'period ' || one.starts_on || ' overlaps period ' || two.starts_on AS fault
FROM period AS one
JOIN period AS two ON two.gerai_id = one.gerai_id AND two.starts_on > one.starts_on AND two.starts_on <= one.ends_on
