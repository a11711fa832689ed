-- Takes fewer values than categories for a match, which fails where a category has several values.
SELECT id
FROM scores
WHERE id IS NOT NULL AND category IS NOT NULL AND value IS NOT NULL
GROUP BY id
HAVING COUNT(DISTINCT value) < COUNT(DISTINCT category)
