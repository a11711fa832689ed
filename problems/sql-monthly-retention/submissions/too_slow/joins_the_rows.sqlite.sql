-- Joins the rows as they are and counts different users afterwards: a user with k rows a month makes k^2 pairs.
WITH named AS (
    SELECT user_id, date(dt, 'start of month') AS month, date(dt, 'start of month', '-1 month') AS before
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
sizes AS (SELECT month, COUNT(DISTINCT user_id) AS active_users FROM named GROUP BY month)
SELECT
    a.month,
    COUNT(DISTINCT a.user_id) AS active_users,
    COUNT(DISTINCT b.user_id) AS retained_users,
    COUNT(DISTINCT b.user_id) * 1.0 / p.active_users AS retention_rate
FROM named a
LEFT JOIN named b ON b.user_id = a.user_id AND b.month = a.before
LEFT JOIN sizes p ON p.month = a.before
GROUP BY a.month
