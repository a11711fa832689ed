-- Asks for each user and month whether there is a row of the month before: each time the whole log is read.
WITH active AS (
    SELECT DISTINCT user_id, date(dt, 'start of month') AS month, date(dt, 'start of month', '-1 month') AS before
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
marked AS (
    SELECT
        a.month,
        a.before,
        EXISTS (
            SELECT 1
            FROM activity b
            WHERE b.user_id = a.user_id AND b.dt >= a.before AND b.dt < a.month
        ) AS was_there
    FROM active a
),
sizes AS (
    SELECT month, before, COUNT(*) AS active_users, SUM(was_there) AS retained_users
    FROM marked
    GROUP BY month
)
SELECT s.month, s.active_users, s.retained_users, s.retained_users * 1.0 / p.active_users AS retention_rate
FROM sizes s
LEFT JOIN sizes p ON p.month = s.before
