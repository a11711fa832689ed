-- Number each user's events from the latest, ties by type, and keep number one.
SELECT user_id, event_time, event_type
FROM (
    SELECT
        user_id,
        event_time,
        event_type,
        ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_time DESC, event_type) AS rn
    FROM events
    WHERE user_id IS NOT NULL AND event_time IS NOT NULL
) AS ranked
WHERE rn = 1
