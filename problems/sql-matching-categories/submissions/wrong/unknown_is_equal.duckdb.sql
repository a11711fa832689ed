-- Forgets that GROUP BY makes a group of the rows whose value is NULL.
SELECT DISTINCT id
FROM scores
WHERE id IS NOT NULL
GROUP BY id, value
HAVING COUNT(DISTINCT category) >= 2
