-- Adds up anew for each order all that came before it.
SELECT o.id,
       (SELECT sum(b.amount) FROM orders b WHERE b.customer = o.customer AND b.id <= o.id) AS running,
       t.total
FROM orders o
JOIN (SELECT customer, sum(amount) AS total FROM orders GROUP BY customer) t ON t.customer = o.customer
ORDER BY o.id
