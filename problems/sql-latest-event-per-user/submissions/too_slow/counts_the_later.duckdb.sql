-- Counts for each event those of its user that come before it in the wanted order: pairs each with all others.
SELECT e.user_id, e.event_time, e.event_type
FROM events AS e
LEFT JOIN events AS x
    ON x.user_id = e.user_id
    AND (x.event_time > e.event_time OR (x.event_time = e.event_time AND x.event_type < e.event_type))
WHERE e.user_id IS NOT NULL AND e.event_time IS NOT NULL
GROUP BY e.user_id, e.event_time, e.event_type
HAVING COUNT(x.user_id) = 0
