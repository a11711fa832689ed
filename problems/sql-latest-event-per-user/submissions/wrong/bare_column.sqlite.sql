-- A bare column beside MAX, which SQLite fills from a row with the maximum: of a tie, from any.
SELECT user_id, MAX(event_time) AS event_time, event_type
FROM events
WHERE user_id IS NOT NULL AND event_time IS NOT NULL
GROUP BY user_id
