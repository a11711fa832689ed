-- A window function in WHERE, where it has no value yet.
SELECT user_id, event_time, event_type
FROM events
WHERE ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_time DESC, event_type) = 1
