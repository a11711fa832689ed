-- landau: reference
-- One row a user and month first; then a month is joined with the one before, user by user.
WITH active AS (
    SELECT DISTINCT user_id, CAST(date_trunc('month', dt) AS DATE) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
months AS (
    SELECT month, COUNT(*) AS active_users
    FROM active
    GROUP BY month
),
retained AS (
    SELECT a.month, COUNT(*) AS retained_users
    FROM active a
    JOIN active b ON b.user_id = a.user_id AND b.month = CAST(a.month - INTERVAL 1 MONTH AS DATE)
    GROUP BY a.month
)
SELECT
    m.month,
    m.active_users,
    COALESCE(r.retained_users, 0) AS retained_users,
    COALESCE(r.retained_users, 0) * 1.0 / p.active_users AS retention_rate
FROM months m
LEFT JOIN months p ON p.month = CAST(m.month - INTERVAL 1 MONTH AS DATE)
LEFT JOIN retained r ON r.month = m.month
ORDER BY m.month
