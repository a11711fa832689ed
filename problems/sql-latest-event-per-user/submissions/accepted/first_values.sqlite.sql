-- Two windows that say the first time and type for every row, and duplicates removed at the end: slower by a constant.
SELECT DISTINCT
    user_id,
    FIRST_VALUE(event_time) OVER newest AS event_time,
    FIRST_VALUE(event_type) OVER newest AS event_type
FROM events
WHERE user_id IS NOT NULL AND event_time IS NOT NULL
WINDOW newest AS (PARTITION BY user_id ORDER BY event_time DESC, event_type)
