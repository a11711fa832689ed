-- Forgets that an event without a time does not count.
SELECT user_id, event_time, event_type
FROM events
WHERE user_id IS NOT NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_time DESC, event_type) = 1
