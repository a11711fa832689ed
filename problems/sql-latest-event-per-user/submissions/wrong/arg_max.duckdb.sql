-- The type at the latest time, without a word about ties.
SELECT user_id, MAX(event_time) AS event_time, ARG_MAX(event_type, event_time) AS event_type
FROM events
WHERE user_id IS NOT NULL AND event_time IS NOT NULL
GROUP BY user_id
