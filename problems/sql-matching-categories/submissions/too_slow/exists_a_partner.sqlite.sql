-- Looks for a partner of each row through the whole table.
SELECT DISTINCT id
FROM scores AS a
WHERE EXISTS (
    SELECT 1 FROM scores AS b WHERE b.id = a.id AND b.value = a.value AND b.category <> a.category
)
