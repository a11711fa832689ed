-- for each cohort and month the orders are gone through anew by correlated subqueries
WITH counted AS MATERIALIZED (
  SELECT date(u.signup_date, 'start of month') AS cohort_month,
         (strftime('%Y', o.order_date) - strftime('%Y', u.signup_date)) * 12
           + strftime('%m', o.order_date) - strftime('%m', u.signup_date) AS month_number,
         o.user_id,
         o.amount
  FROM users AS u
  JOIN orders AS o ON o.user_id = u.user_id
  WHERE o.amount IS NOT NULL AND o.order_date >= u.signup_date
),
sizes AS (
  SELECT date(signup_date, 'start of month') AS cohort_month, COUNT(*) AS cohort_size
  FROM users
  WHERE signup_date IS NOT NULL
  GROUP BY 1
),
months(month_number) AS (
  VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)
)
SELECT c.cohort_month,
       n.month_number,
       c.cohort_size,
       (SELECT COUNT(DISTINCT k.user_id) FROM counted AS k
        WHERE +k.cohort_month = c.cohort_month AND +k.month_number = n.month_number) AS buyers,
       (SELECT COALESCE(SUM(k.amount), 0.0) FROM counted AS k
        WHERE +k.cohort_month = c.cohort_month AND +k.month_number = n.month_number) AS revenue,
       (SELECT COALESCE(SUM(k.amount), 0.0) FROM counted AS k
        WHERE +k.cohort_month = c.cohort_month AND +k.month_number <= n.month_number) / c.cohort_size AS ltv
FROM sizes AS c
CROSS JOIN months AS n
ORDER BY c.cohort_month, n.month_number;
