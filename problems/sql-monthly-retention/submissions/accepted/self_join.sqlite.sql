-- The self join over one row a user and month, with dates as text; SQLite makes itself an index for it.
WITH active AS (
    SELECT DISTINCT user_id, date(dt, 'start of month') AS month, date(dt, 'start of month', '-1 month') AS before
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
sizes AS (
    SELECT month, before, COUNT(*) AS active_users
    FROM active
    GROUP BY month
),
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
    CAST(COALESCE(k.retained_users, 0) AS REAL) / p.active_users AS retention_rate
FROM sizes s
LEFT JOIN sizes p ON p.month = s.before
LEFT JOIN kept k ON k.month = s.month
