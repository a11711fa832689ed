-- landau: reference
-- Numbers each user's events, the one that is wanted first.
SELECT user_id, event_time, event_type
FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_time DESC, event_type) AS place
    FROM events
    WHERE user_id IS NOT NULL AND event_time IS NOT NULL
) AS numbered
WHERE place = 1
