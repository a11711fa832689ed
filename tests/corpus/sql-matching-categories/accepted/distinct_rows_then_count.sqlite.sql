-- Drop repeated rows first, then a plain COUNT(*) counts categories.
WITH seen AS (
    SELECT DISTINCT id, category, value
    FROM scores
    WHERE id IS NOT NULL AND category IS NOT NULL AND value IS NOT NULL
),
matched AS (
    SELECT id FROM seen GROUP BY id, value HAVING COUNT(*) > 1
)
SELECT id FROM matched GROUP BY id
