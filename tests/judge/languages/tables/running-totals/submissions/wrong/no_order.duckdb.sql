-- Forgets that orders come in any order.
SELECT id, sum(amount) OVER (PARTITION BY customer) AS running, sum(amount) OVER (PARTITION BY customer) AS total
FROM orders
ORDER BY id
