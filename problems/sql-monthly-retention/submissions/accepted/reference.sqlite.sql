-- landau: reference
-- One row a user and month first; LAG over a user's months, numbered so that neighbours differ by one.
WITH active AS (
    SELECT DISTINCT user_id, strftime('%Y', dt) * 12 + strftime('%m', dt) - 1 AS number
    FROM activity
    WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
marked AS (
    SELECT number, LAG(number) OVER (PARTITION BY user_id ORDER BY number) = number - 1 AS was_there
    FROM active
),
months AS (
    SELECT number, COUNT(*) AS active_users, SUM(COALESCE(was_there, 0)) AS retained_users
    FROM marked
    GROUP BY number
)
SELECT
    printf('%04d-%02d-01', number / 12, number % 12 + 1) AS month,
    active_users,
    retained_users,
    retained_users * 1.0
        / CASE WHEN LAG(number) OVER (ORDER BY number) = number - 1 THEN LAG(active_users) OVER (ORDER BY number) END
        AS retention_rate
FROM months
