-- Fills up what is unknown with 0, which then matches.
SELECT DISTINCT id
FROM scores
WHERE id IS NOT NULL
GROUP BY id, COALESCE(value, 0)
HAVING COUNT(DISTINCT category) >= 2
