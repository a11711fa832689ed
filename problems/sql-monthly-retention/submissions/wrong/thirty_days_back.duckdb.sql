-- Counts who was active in the 30 days before the month, not in the calendar month before it.
WITH active AS (
    SELECT DISTINCT user_id, CAST(date_trunc('month', dt) AS DATE) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
sizes AS (SELECT month, COUNT(*) AS active_users FROM active GROUP BY month),
kept AS (
    SELECT a.month, COUNT(DISTINCT a.user_id) AS retained_users
    FROM active a
    JOIN activity b ON b.user_id = a.user_id AND b.dt < a.month AND b.dt >= a.month - INTERVAL 30 DAY
    GROUP BY a.month
)
SELECT s.month, s.active_users, COALESCE(k.retained_users, 0) AS retained_users,
    COALESCE(k.retained_users, 0) / p.active_users AS retention_rate
FROM sizes s
LEFT JOIN sizes p ON p.month = s.month - INTERVAL 1 MONTH
LEFT JOIN kept k ON k.month = s.month
