-- Reads the task as: all categories have one value.
SELECT id
FROM scores
WHERE id IS NOT NULL AND value IS NOT NULL
GROUP BY id
HAVING COUNT(DISTINCT category) >= 2 AND COUNT(DISTINCT value) = 1
