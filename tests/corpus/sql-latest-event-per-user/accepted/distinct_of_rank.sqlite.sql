-- RANK by time and type gives ties rank one only to equal rows, and DISTINCT makes one of them.
WITH ranked AS (
    SELECT *, RANK() OVER (PARTITION BY user_id ORDER BY event_time DESC, event_type ASC) AS r
    FROM events
    WHERE event_time IS NOT NULL
)
SELECT DISTINCT user_id, event_time, event_type
FROM ranked
WHERE r = 1 AND user_id IS NOT NULL
