-- Joins each order with all earlier ones of its cohort to add them up: k orders make k^2 pairs.
WITH signups AS (
    SELECT user_id, signup_date, CAST(date_trunc('month', signup_date) AS DATE) AS cohort_month
    FROM users
    WHERE signup_date IS NOT NULL
),
bought AS (
    SELECT s.cohort_month, o.order_id, o.user_id, o.amount, date_diff('month', s.cohort_month, o.order_date) AS number
    FROM signups s
    JOIN orders o ON o.user_id = s.user_id
    WHERE o.order_date >= s.signup_date AND o.amount IS NOT NULL
),
so_far AS (
    SELECT b.cohort_month, b.order_id, b.user_id, b.amount, b.number, SUM(e.amount) AS total
    FROM bought b
    JOIN bought e ON e.cohort_month = b.cohort_month AND e.number <= b.number
    GROUP BY ALL
),
spent AS (
    SELECT cohort_month, number, COUNT(DISTINCT user_id) AS buyers, SUM(amount) AS revenue, MAX(total) AS total
    FROM so_far
    GROUP BY ALL
),
cohorts AS (SELECT cohort_month, COUNT(*) AS cohort_size FROM signups GROUP BY cohort_month)
SELECT
    c.cohort_month,
    m.month_number,
    c.cohort_size,
    COALESCE(s.buyers, 0) AS buyers,
    COALESCE(s.revenue, 0) AS revenue,
    COALESCE(
        LAST_VALUE(s.total IGNORE NULLS) OVER (PARTITION BY c.cohort_month ORDER BY m.month_number), 0
    ) / c.cohort_size AS ltv
FROM cohorts c
CROSS JOIN generate_series(0, 11) AS m(month_number)
LEFT JOIN spent s ON s.cohort_month = c.cohort_month AND s.number = m.month_number
ORDER BY c.cohort_month, m.month_number
