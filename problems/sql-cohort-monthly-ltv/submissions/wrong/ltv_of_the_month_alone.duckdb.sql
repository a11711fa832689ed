-- Divides the revenue of the month and does not add up.
WITH signups AS (
    SELECT user_id, signup_date, CAST(date_trunc('month', signup_date) AS DATE) AS cohort_month
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
        date_diff('month', s.cohort_month, o.order_date) AS month_number,
        COUNT(DISTINCT o.user_id) AS buyers,
        SUM(o.amount) AS revenue
    FROM signups s
    JOIN orders o ON o.user_id = s.user_id
    WHERE o.order_date >= s.signup_date AND o.amount IS NOT NULL
    GROUP BY ALL
)
SELECT
    c.cohort_month,
    m.month_number,
    c.cohort_size,
    COALESCE(s.buyers, 0) AS buyers,
    COALESCE(s.revenue, 0) AS revenue,
    COALESCE(s.revenue, 0) / c.cohort_size AS ltv
FROM cohorts c
CROSS JOIN generate_series(0, 11) AS m(month_number)
LEFT JOIN spent s ON s.cohort_month = c.cohort_month AND s.month_number = m.month_number
ORDER BY c.cohort_month, m.month_number
