-- Forgets that GROUP BY puts unknown values together.
SELECT DISTINCT id
FROM (
    SELECT id
    FROM scores
    WHERE id IS NOT NULL
    GROUP BY id, value
    HAVING COUNT(DISTINCT category) >= 2
) AS m
