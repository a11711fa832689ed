-- RANK by time alone: events at the same latest time all stay.
SELECT user_id, event_time, event_type
FROM (
    SELECT user_id, event_time, event_type, RANK() OVER (PARTITION BY user_id ORDER BY event_time DESC) AS rn
    FROM events
    WHERE user_id IS NOT NULL AND event_time IS NOT NULL
) AS ranked
WHERE rn = 1
