-- Counts the rows of a group: the same category twice is no match.
SELECT DISTINCT id
FROM scores
WHERE id IS NOT NULL AND value IS NOT NULL AND category IS NOT NULL
GROUP BY id, value
HAVING COUNT(*) >= 2
