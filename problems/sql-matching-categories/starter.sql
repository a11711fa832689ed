SELECT id
FROM scores
WHERE 1 = 0
