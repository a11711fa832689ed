-- Inner joins: months of which nobody was retained are missing, the first one too.
WITH active AS (
    SELECT DISTINCT user_id, CAST(date_trunc('month', dt) AS DATE) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
sizes AS (SELECT month, COUNT(*) AS active_users FROM active GROUP BY month),
kept AS (
    SELECT a.month, COUNT(*) AS retained_users
    FROM active a
    JOIN active b ON b.user_id = a.user_id AND b.month = a.month - INTERVAL 1 MONTH
    GROUP BY a.month
)
SELECT s.month, s.active_users, k.retained_users, k.retained_users / p.active_users AS retention_rate
FROM sizes s
JOIN sizes p ON p.month = s.month - INTERVAL 1 MONTH
JOIN kept k ON k.month = s.month
