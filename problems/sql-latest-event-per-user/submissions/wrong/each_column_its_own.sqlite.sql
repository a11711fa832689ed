-- The largest of each column: the time of one row beside the type of another.
SELECT user_id, MAX(event_time) AS event_time, MAX(event_type) AS event_type
FROM events
WHERE user_id IS NOT NULL AND event_time IS NOT NULL
GROUP BY user_id
