-- A user's previous active month by LAG, and the previous month of all by a join: no join of users.
WITH active AS (
    SELECT user_id, date_trunc('month', dt) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
    GROUP BY ALL
),
marked AS (
    SELECT *, LAG(month) OVER (PARTITION BY user_id ORDER BY month) AS before
    FROM active
),
months AS (
    SELECT
        month,
        COUNT(*) AS active_users,
        COUNT(*) FILTER (before = month - INTERVAL '1 month') AS retained_users
    FROM marked
    GROUP BY month
)
SELECT m.month, m.active_users, m.retained_users, m.retained_users / p.active_users AS retention_rate
FROM months m
LEFT JOIN months p ON p.month + INTERVAL '1 month' = m.month
