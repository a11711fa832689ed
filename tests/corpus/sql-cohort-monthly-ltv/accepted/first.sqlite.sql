-- twelve zero rows a cohort united with the orders that count, grouped, then a running sum
WITH RECURSIVE
months(m) AS (
  SELECT 0
  UNION ALL
  SELECT m + 1 FROM months WHERE m < 11
),
members AS (
  SELECT user_id,
         signup_date,
         substr(signup_date, 1, 7) || '-01' AS cohort_month,
         CAST(substr(signup_date, 1, 4) AS INTEGER) * 12 + CAST(substr(signup_date, 6, 2) AS INTEGER) AS month_index
  FROM users
  WHERE signup_date IS NOT NULL
),
sizes AS (
  SELECT cohort_month, COUNT(*) AS cohort_size
  FROM members
  GROUP BY cohort_month
),
purchases AS (
  SELECT u.cohort_month,
         CAST(substr(o.order_date, 1, 4) AS INTEGER) * 12 + CAST(substr(o.order_date, 6, 2) AS INTEGER)
           - u.month_index AS m,
         o.user_id,
         o.amount
  FROM orders AS o
  JOIN members AS u ON u.user_id = o.user_id
  WHERE o.amount IS NOT NULL
    AND o.order_date >= u.signup_date
),
pieces AS (
  SELECT cohort_month, m, cohort_size, NULL AS user_id, 0.0 AS amount
  FROM sizes CROSS JOIN months
  UNION ALL
  SELECT cohort_month, m, NULL, user_id, amount
  FROM purchases
  WHERE m BETWEEN 0 AND 11
),
monthly AS (
  SELECT cohort_month,
         m,
         MAX(cohort_size) AS cohort_size,
         COUNT(DISTINCT user_id) AS buyers,
         SUM(amount) AS revenue
  FROM pieces
  GROUP BY cohort_month, m
)
SELECT cohort_month,
       m AS month_number,
       cohort_size,
       buyers,
       revenue,
       SUM(revenue) OVER (PARTITION BY cohort_month ORDER BY m) * 1.0 / cohort_size AS ltv
FROM monthly
ORDER BY cohort_month, month_number;
