-- RANK gives every row of a tie the number 1.
SELECT DISTINCT user_id, event_time, event_type
FROM (
    SELECT *, RANK() OVER (PARTITION BY user_id ORDER BY event_time DESC) AS place
    FROM events
    WHERE user_id IS NOT NULL AND event_time IS NOT NULL
) AS ranked
WHERE place = 1
