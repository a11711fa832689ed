-- A column that is neither grouped nor aggregated, which only SQLite allows.
SELECT user_id, MAX(event_time) AS event_time, event_type
FROM events
GROUP BY user_id
