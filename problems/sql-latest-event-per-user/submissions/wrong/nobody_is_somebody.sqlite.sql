-- Forgets that the rows without a user are a partition too.
SELECT user_id, event_time, event_type
FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_time DESC, event_type) AS place
    FROM events
    WHERE event_time IS NOT NULL
) AS numbered
WHERE place = 1
