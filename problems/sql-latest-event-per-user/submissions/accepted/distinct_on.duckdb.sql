-- DISTINCT ON keeps the first row of each user in the order that is asked for, as in PostgreSQL.
SELECT DISTINCT ON (user_id) user_id, event_time, event_type
FROM events
WHERE user_id IS NOT NULL AND event_time IS NOT NULL
ORDER BY user_id, event_time DESC, event_type
