-- ROW_NUMBER without a filter: nobody gets a row, and so does a user without a time.
SELECT user_id, event_time, event_type
FROM events
QUALIFY ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY event_time DESC NULLS LAST, event_type) = 1
