-- Shows a column that is neither grouped nor aggregated.
SELECT id, category
FROM scores
GROUP BY id, value
HAVING COUNT(DISTINCT category) >= 2
