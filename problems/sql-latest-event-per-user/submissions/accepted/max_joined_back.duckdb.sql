-- The latest time of each user, joined back to the events; the first type of what fits. Two aggregations, no window.
WITH latest AS (
    SELECT user_id, MAX(event_time) AS event_time
    FROM events
    WHERE event_time IS NOT NULL
    GROUP BY user_id
)
SELECT e.user_id, e.event_time, MIN(e.event_type) AS event_type
FROM latest AS l
JOIN events AS e ON e.user_id = l.user_id AND e.event_time = l.event_time
GROUP BY e.user_id, e.event_time
