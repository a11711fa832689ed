-- Adds up all that the cohort spent until then again for each row: a correlated sum that reads every order each time.
WITH months(month_number) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)),
signups AS (
    SELECT user_id, signup_date, date(signup_date, 'start of month') AS cohort_month
    FROM users
    WHERE signup_date IS NOT NULL
),
bought AS (
    SELECT s.cohort_month, o.user_id, o.amount, date(o.order_date, 'start of month') AS month
    FROM signups s
    JOIN orders o ON o.user_id = s.user_id
    WHERE o.order_date >= s.signup_date AND o.amount IS NOT NULL
),
grid AS (
    SELECT c.cohort_month, c.cohort_size, m.month_number, date(c.cohort_month, '+' || m.month_number || ' months') AS month
    FROM (SELECT cohort_month, COUNT(*) AS cohort_size FROM signups GROUP BY cohort_month) c
    CROSS JOIN months m
)
SELECT
    g.cohort_month,
    g.month_number,
    g.cohort_size,
    COUNT(DISTINCT b.user_id) AS buyers,
    COALESCE(SUM(b.amount), 0.0) AS revenue,
    COALESCE((
        SELECT SUM(o.amount)
        FROM orders o
        JOIN users u ON u.user_id = o.user_id
        WHERE date(u.signup_date, 'start of month') = g.cohort_month
            AND o.order_date >= u.signup_date
            AND date(o.order_date, 'start of month') <= g.month
    ), 0.0) / g.cohort_size AS ltv
FROM grid g
LEFT JOIN bought b ON b.cohort_month = g.cohort_month AND b.month = g.month
GROUP BY g.cohort_month, g.month_number, g.cohort_size
ORDER BY g.cohort_month, g.month_number
