-- Counts rows, so that the same value twice in one category is taken for a match.
SELECT DISTINCT id
FROM (
    SELECT id
    FROM scores
    WHERE id IS NOT NULL AND category IS NOT NULL AND value IS NOT NULL
    GROUP BY id, value
    HAVING COUNT(*) >= 2
) AS m
