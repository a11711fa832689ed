-- A copy of the table for each of three rows of an id; the third is only there where there is one.
SELECT DISTINCT a.id
FROM scores AS a
JOIN scores AS b ON b.id = a.id AND b.category <> a.category
LEFT JOIN scores AS c ON c.id = a.id AND c.category <> a.category AND c.category <> b.category
WHERE a.value = b.value OR a.value = c.value OR b.value = c.value
