-- Joins every order with all of the months from its own on: twelve times the rows, and no window.
WITH signups AS (
    SELECT user_id, signup_date, date_trunc('month', signup_date) AS cohort_month FROM users WHERE signup_date IS NOT NULL
),
bought AS (
    SELECT s.cohort_month, o.user_id, o.amount, date_diff('month', s.cohort_month, date_trunc('month', o.order_date)) AS number
    FROM signups s
    JOIN orders o ON o.user_id = s.user_id AND o.order_date >= s.signup_date AND o.amount IS NOT NULL
),
cohorts AS (SELECT cohort_month, COUNT(*) AS cohort_size FROM signups GROUP BY 1),
grid AS (SELECT * FROM cohorts, (SELECT unnest(range(12)) AS month_number))
SELECT
    g.cohort_month,
    g.month_number,
    g.cohort_size,
    COUNT(DISTINCT b.user_id) FILTER (b.number = g.month_number) AS buyers,
    COALESCE(SUM(b.amount) FILTER (b.number = g.month_number), 0) AS revenue,
    COALESCE(SUM(b.amount), 0) / g.cohort_size AS ltv
FROM grid g
LEFT JOIN bought b ON b.cohort_month = g.cohort_month AND b.number <= g.month_number
GROUP BY g.cohort_month, g.month_number, g.cohort_size
ORDER BY 1, 2
