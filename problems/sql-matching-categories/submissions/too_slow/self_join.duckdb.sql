-- Pairs each row with all that match it.
SELECT DISTINCT a.id
FROM scores AS a
JOIN scores AS b ON a.id = b.id AND a.value = b.value AND a.category < b.category
