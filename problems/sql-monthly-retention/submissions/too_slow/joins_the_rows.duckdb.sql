-- Joins the rows as they are and counts different users afterwards: a user with k rows a month makes k^2 pairs.
SELECT
    CAST(date_trunc('month', a.dt) AS DATE) AS month,
    COUNT(DISTINCT a.user_id) AS active_users,
    COUNT(DISTINCT b.user_id) AS retained_users,
    COUNT(DISTINCT b.user_id) * 1.0 / ANY_VALUE(p.active_users) AS retention_rate
FROM activity a
LEFT JOIN activity b
    ON b.user_id = a.user_id AND date_trunc('month', b.dt) = date_trunc('month', a.dt) - INTERVAL 1 MONTH
LEFT JOIN (
    SELECT date_trunc('month', dt) AS month, COUNT(DISTINCT user_id) AS active_users
    FROM activity
    WHERE user_id IS NOT NULL
    GROUP BY 1
) p ON p.month = date_trunc('month', a.dt) - INTERVAL 1 MONTH
WHERE a.user_id IS NOT NULL AND a.dt IS NOT NULL
GROUP BY 1
