-- No grid either: twelve orders of nothing are added for each cohort, and then only groups are needed.
WITH months(number) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)),
cohorts AS (
    SELECT substr(signup_date, 1, 7) || '-01' AS cohort_month, COUNT(*) AS cohort_size
    FROM users
    WHERE signup_date IS NOT NULL
    GROUP BY 1
),
lines AS (
    SELECT
        substr(u.signup_date, 1, 7) || '-01' AS cohort_month,
        12 * (substr(o.order_date, 1, 4) - substr(u.signup_date, 1, 4))
            + substr(o.order_date, 6, 2) - substr(u.signup_date, 6, 2) AS number,
        u.user_id AS buyer,
        o.amount
    FROM users u
    JOIN orders o ON o.user_id = u.user_id
    WHERE o.order_date >= u.signup_date AND o.amount IS NOT NULL
    UNION ALL
    SELECT cohort_month, number, NULL, 0.0
    FROM cohorts, months
),
sums AS (
    SELECT cohort_month, number, COUNT(DISTINCT buyer) AS buyers, SUM(amount) AS revenue
    FROM lines
    WHERE number < 12
    GROUP BY cohort_month, number
)
SELECT
    s.cohort_month,
    s.number AS month_number,
    c.cohort_size,
    s.buyers,
    s.revenue,
    SUM(s.revenue) OVER (PARTITION BY s.cohort_month ORDER BY s.number) / c.cohort_size AS ltv
FROM sums s
JOIN cohorts c ON c.cohort_month = s.cohort_month
ORDER BY s.cohort_month, s.number
