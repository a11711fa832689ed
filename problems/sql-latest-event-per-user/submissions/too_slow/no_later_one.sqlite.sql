-- An anti join: pairs each event with all later ones of its user, and keeps those without any.
SELECT e.user_id, e.event_time, MIN(e.event_type) AS event_type
FROM events AS e
LEFT JOIN events AS later ON later.user_id = e.user_id AND later.event_time > e.event_time
WHERE later.user_id IS NULL AND e.user_id IS NOT NULL AND e.event_time IS NOT NULL
GROUP BY e.user_id, e.event_time
