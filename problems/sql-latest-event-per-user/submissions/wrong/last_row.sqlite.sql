-- Takes the row that was stored last for the latest.
SELECT user_id, event_time, event_type
FROM events
WHERE rowid IN (SELECT MAX(rowid) FROM events WHERE user_id IS NOT NULL AND event_time IS NOT NULL GROUP BY user_id)
