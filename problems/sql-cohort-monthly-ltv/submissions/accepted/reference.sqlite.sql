-- landau: reference
-- The same grid; months are numbered from the year 0, so that they can be subtracted.
WITH RECURSIVE months(month_number) AS (
    SELECT 0
    UNION ALL
    SELECT month_number + 1 FROM months WHERE month_number < 11
),
signups AS (
    SELECT user_id, signup_date, date(signup_date, 'start of month') AS cohort_month,
        strftime('%Y', signup_date) * 12 + strftime('%m', signup_date) AS begins
    FROM users
    WHERE signup_date IS NOT NULL
),
cohorts AS (
    SELECT cohort_month, COUNT(*) AS cohort_size
    FROM signups
    GROUP BY cohort_month
),
spent AS (
    SELECT
        s.cohort_month,
        strftime('%Y', o.order_date) * 12 + strftime('%m', o.order_date) - s.begins AS month_number,
        COUNT(DISTINCT o.user_id) AS buyers,
        SUM(o.amount) AS revenue
    FROM signups s
    JOIN orders o ON o.user_id = s.user_id
    WHERE o.order_date >= s.signup_date AND o.amount IS NOT NULL
    GROUP BY 1, 2
)
SELECT
    c.cohort_month,
    m.month_number,
    c.cohort_size,
    COALESCE(s.buyers, 0) AS buyers,
    COALESCE(s.revenue, 0.0) AS revenue,
    SUM(COALESCE(s.revenue, 0.0)) OVER (PARTITION BY c.cohort_month ORDER BY m.month_number) / c.cohort_size AS ltv
FROM cohorts c
CROSS JOIN months m
LEFT JOIN spent s ON s.cohort_month = c.cohort_month AND s.month_number = m.month_number
ORDER BY c.cohort_month, m.month_number
