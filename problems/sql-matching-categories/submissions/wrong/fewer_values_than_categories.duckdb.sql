-- By the pigeonhole: fewer values than categories. With several values in a category that misses matches.
SELECT id
FROM scores
WHERE id IS NOT NULL AND value IS NOT NULL AND category IS NOT NULL
GROUP BY id
HAVING COUNT(DISTINCT value) < COUNT(DISTINCT category)
