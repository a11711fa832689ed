-- Forgets that an id may match in two values.
SELECT id
FROM scores
WHERE id IS NOT NULL AND value IS NOT NULL
GROUP BY id, value
HAVING COUNT(DISTINCT category) >= 2
