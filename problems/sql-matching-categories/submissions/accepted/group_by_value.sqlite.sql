-- landau: reference
-- Rows that match share id and value: group by both, and count the different categories of a group.
SELECT DISTINCT id
FROM scores
WHERE id IS NOT NULL AND value IS NOT NULL
GROUP BY id, value
HAVING COUNT(DISTINCT category) >= 2
