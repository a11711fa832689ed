-- A window for what came before, joined with an aggregate for each customer.
SELECT o.id, sum(o.amount) OVER (PARTITION BY o.customer ORDER BY o.id) AS running, t.total
FROM orders o
JOIN (SELECT customer, sum(amount) AS total FROM orders GROUP BY customer) t ON t.customer = o.customer
ORDER BY o.id
