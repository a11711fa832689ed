-- Asks whether the value is among those of the id's other categories, listed anew for each row.
SELECT DISTINCT id
FROM scores AS a
WHERE a.value IN (SELECT b.value FROM scores AS b WHERE b.id = a.id AND b.category <> a.category)
