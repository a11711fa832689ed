-- Divides by the users of this month: how many were there before, not how many stayed.
WITH active AS (
    SELECT DISTINCT user_id, CAST(date_trunc('month', dt) AS DATE) AS month
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
SELECT m.*, CASE WHEN p.month IS NOT NULL THEN m.retained_users / m.active_users END AS retention_rate
FROM months m
LEFT JOIN months p ON p.month = m.month - INTERVAL 1 MONTH
