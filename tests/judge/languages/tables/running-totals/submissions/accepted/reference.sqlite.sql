-- landau: reference
-- Two windows: the rows before, and all rows of the customer.
SELECT id,
       sum(amount) OVER (PARTITION BY customer ORDER BY id) AS running,
       sum(amount) OVER (PARTITION BY customer) AS total
FROM orders
ORDER BY id
