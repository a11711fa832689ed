-- A row for each month with active users: month, active_users, retained_users, retention_rate
SELECT
