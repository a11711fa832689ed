-- ltv of the month alone, not summed up
WITH members AS (
  SELECT user_id, signup_date, CAST(date_trunc('month', signup_date) AS DATE) AS cohort_month
  FROM users
  WHERE signup_date IS NOT NULL
),
sizes AS (
  SELECT cohort_month, COUNT(*) AS cohort_size FROM members GROUP BY cohort_month
),
grid AS (
  SELECT s.cohort_month, s.cohort_size, r.range AS month_number
  FROM sizes AS s CROSS JOIN range(12) AS r
),
sums AS (
  SELECT m.cohort_month,
         datediff('month', m.signup_date, o.order_date) AS month_number,
         COUNT(DISTINCT o.user_id) AS buyers,
         SUM(o.amount) AS revenue
  FROM orders AS o
  JOIN members AS m ON m.user_id = o.user_id
  WHERE o.amount IS NOT NULL AND o.order_date >= m.signup_date
  GROUP BY 1, 2
)
SELECT g.cohort_month,
       CAST(g.month_number AS INTEGER) AS month_number,
       CAST(g.cohort_size AS INTEGER) AS cohort_size,
       CAST(COALESCE(s.buyers, 0) AS INTEGER) AS buyers,
       COALESCE(s.revenue, 0.0) AS revenue,
       COALESCE(s.revenue, 0) / g.cohort_size AS ltv
FROM grid AS g
LEFT JOIN sums AS s ON s.cohort_month = g.cohort_month AND s.month_number = g.month_number
ORDER BY g.cohort_month, g.month_number;
