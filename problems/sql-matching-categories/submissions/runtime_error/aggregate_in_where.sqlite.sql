-- Judges the groups in WHERE, before there are any.
SELECT DISTINCT id
FROM scores
WHERE COUNT(DISTINCT category) >= 2
GROUP BY id, value
