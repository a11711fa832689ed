-- Keeps the group of the rows without an id.
SELECT DISTINCT id
FROM scores
WHERE value IS NOT NULL
GROUP BY id, value
HAVING COUNT(DISTINCT category) >= 2
