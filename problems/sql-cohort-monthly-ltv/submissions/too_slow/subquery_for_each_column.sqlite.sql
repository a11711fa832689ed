-- A subquery for each column of each row: four times every order, for all twelve months of all cohorts.
WITH months(month_number) AS (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)),
bought AS MATERIALIZED (
    SELECT
        date(u.signup_date, 'start of month') AS cohort_month,
        u.user_id,
        o.amount,
        (strftime('%Y', o.order_date) - strftime('%Y', u.signup_date)) * 12
            + strftime('%m', o.order_date) - strftime('%m', u.signup_date) AS number
    FROM users u
    JOIN orders o ON o.user_id = u.user_id
    WHERE o.order_date >= u.signup_date AND o.amount IS NOT NULL
),
cohorts AS (
    SELECT date(signup_date, 'start of month') AS cohort_month, COUNT(*) AS cohort_size
    FROM users
    WHERE signup_date IS NOT NULL
    GROUP BY 1
)
SELECT
    c.cohort_month,
    m.month_number,
    c.cohort_size,
    (SELECT COUNT(DISTINCT b.user_id) FROM bought b WHERE +b.cohort_month = c.cohort_month AND b.number = m.month_number) AS buyers,
    (SELECT TOTAL(b.amount) FROM bought b WHERE +b.cohort_month = c.cohort_month AND b.number = m.month_number) AS revenue,
    (SELECT TOTAL(b.amount) FROM bought b WHERE +b.cohort_month = c.cohort_month AND b.number <= m.month_number)
        / c.cohort_size AS ltv
FROM cohorts c
CROSS JOIN months m
ORDER BY c.cohort_month, m.month_number
