-- Names the month as text, 2024-01, where its first day is asked for.
WITH active AS (
    SELECT DISTINCT user_id, date_trunc('month', dt) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
marked AS (
    SELECT month, LAG(month) OVER (PARTITION BY user_id ORDER BY month) = month - INTERVAL 1 MONTH AS was_there
    FROM active
),
months AS (
    SELECT month, COUNT(*) AS active_users, COUNT(*) FILTER (was_there) AS retained_users
    FROM marked
    GROUP BY month
)
SELECT strftime(m.month, '%Y-%m') AS month, m.active_users, m.retained_users,
    m.retained_users / p.active_users AS retention_rate
FROM months m
LEFT JOIN months p ON p.month = m.month - INTERVAL 1 MONTH
