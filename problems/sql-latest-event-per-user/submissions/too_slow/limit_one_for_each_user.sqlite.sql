-- Sorts and takes the first for each user anew, reading all events.
SELECT
    u.user_id,
    (SELECT MAX(event_time) FROM events AS e WHERE e.user_id = u.user_id) AS event_time,
    (SELECT event_type FROM events AS e WHERE e.user_id = u.user_id ORDER BY event_time DESC, event_type LIMIT 1) AS event_type
FROM (SELECT DISTINCT user_id FROM events WHERE user_id IS NOT NULL AND event_time IS NOT NULL) AS u
