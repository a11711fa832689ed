-- A window over the rows of an id and value tells each row the smallest category beside it.
SELECT DISTINCT id
FROM (
    SELECT id, category, MIN(category) OVER (PARTITION BY id, value) AS other
    FROM scores
    WHERE id IS NOT NULL AND value IS NOT NULL
)
WHERE other < category
