-- Compares each category with the next one alone.
SELECT DISTINCT id
FROM (
    SELECT id, value, LAG(value) OVER (PARTITION BY id ORDER BY category) AS before
    FROM (SELECT DISTINCT id, category, value FROM scores WHERE category IS NOT NULL)
    WHERE id IS NOT NULL
)
WHERE value = before
