-- The events whose user and time are in the list of latest times; the first type of those. No window.
SELECT user_id, event_time, MIN(event_type) AS event_type
FROM events
WHERE (user_id, event_time) IN (SELECT user_id, MAX(event_time) FROM events GROUP BY user_id)
GROUP BY user_id, event_time
