-- Takes a missing category for one of its own.
SELECT DISTINCT id
FROM scores
WHERE id IS NOT NULL AND value IS NOT NULL
GROUP BY id, value
HAVING COUNT(DISTINCT COALESCE(category, '(none)')) >= 2
