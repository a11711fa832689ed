-- Counts the rows without a user as a user of their own.
WITH active AS (
    SELECT DISTINCT user_id, date(dt, 'start of month') AS month, date(dt, 'start of month', '-1 month') AS before
    FROM activity
    WHERE dt IS NOT NULL
),
sizes AS (SELECT month, before, COUNT(*) AS active_users FROM active GROUP BY month),
kept AS (
    SELECT a.month, COUNT(*) AS retained_users
    FROM active a
    JOIN active b ON b.user_id = a.user_id AND b.month = a.before
    GROUP BY a.month
)
SELECT
    s.month,
    s.active_users,
    COALESCE(k.retained_users, 0) AS retained_users,
    COALESCE(k.retained_users, 0) * 1.0 / p.active_users AS retention_rate
FROM sizes s
LEFT JOIN sizes p ON p.month = s.before
LEFT JOIN kept k ON k.month = s.month
