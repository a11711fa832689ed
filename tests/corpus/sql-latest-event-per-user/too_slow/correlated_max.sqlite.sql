-- Compare each time with a correlated MAX over the user's events.
SELECT e.user_id, e.event_time, MIN(e.event_type) AS event_type
FROM events AS e
WHERE e.event_time = (SELECT MAX(o.event_time) FROM events AS o WHERE o.user_id = e.user_id)
GROUP BY e.user_id, e.event_time
