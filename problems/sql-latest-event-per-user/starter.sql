SELECT user_id, event_time, event_type
FROM events
WHERE 1 = 0
