-- For each row look through the table for another category with the same value.
SELECT DISTINCT a.id
FROM scores AS a
WHERE EXISTS (
    SELECT 1
    FROM scores AS b
    WHERE b.id = a.id AND b.value = a.value AND b.category <> a.category
)
