-- Looks up the latest time of its user for every row: a scan of the table each time.
SELECT user_id, event_time, MIN(event_type) AS event_type
FROM events AS e
WHERE event_time = (SELECT MAX(x.event_time) FROM events AS x WHERE x.user_id = e.user_id)
GROUP BY user_id, event_time
