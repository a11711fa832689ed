-- Makes the rows distinct first, then counts what is left of a group, then once more for the ids: slower by a constant.
WITH known AS (
    SELECT DISTINCT id, category, value
    FROM scores
    WHERE id IS NOT NULL AND category IS NOT NULL AND value IS NOT NULL
),
matches AS (
    SELECT id, value, COUNT(*) AS categories
    FROM known
    GROUP BY id, value
)
SELECT DISTINCT id FROM matches WHERE categories > 1
