-- Group by id and value, keep the groups with two or more different categories.
SELECT DISTINCT id
FROM (
    SELECT id, value
    FROM scores
    WHERE id IS NOT NULL AND category IS NOT NULL AND value IS NOT NULL
    GROUP BY id, value
    HAVING COUNT(DISTINCT category) >= 2
) AS matches
