-- MAX of the time and MIN of the type side by side, from different events.
SELECT user_id, MAX(event_time) AS event_time, MIN(event_type) AS event_type
FROM events
WHERE user_id IS NOT NULL AND event_time IS NOT NULL
GROUP BY user_id
