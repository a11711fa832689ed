-- Two different categories are there as soon as the smallest and the largest differ: nothing is counted.
SELECT id
FROM (
    SELECT id, value
    FROM scores
    WHERE value IS NOT NULL
    GROUP BY id, value
    HAVING MIN(category) <> MAX(category)
) AS matches
WHERE id IS NOT NULL
GROUP BY id
