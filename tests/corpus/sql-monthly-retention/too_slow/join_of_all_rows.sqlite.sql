-- joins all rows of a user with all of his rows a month before, and counts distinct users afterwards
WITH log AS MATERIALIZED (
  SELECT user_id, substr(dt, 1, 4) * 12 + substr(dt, 6, 2) - 1 AS idx
  FROM activity
  WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
active AS MATERIALIZED (
  SELECT idx, COUNT(DISTINCT user_id) AS users FROM log GROUP BY idx
),
kept AS MATERIALIZED (
  SELECT a.idx, COUNT(DISTINCT a.user_id) AS users
  FROM log AS a JOIN log AS b ON b.user_id = a.user_id AND b.idx + 1 = a.idx + 0
  GROUP BY a.idx
)
SELECT printf('%04d-%02d-01', c.idx / 12, c.idx % 12 + 1) AS month,
       c.users AS active_users,
       COALESCE(k.users, 0) AS retained_users,
       1.0 * COALESCE(k.users, 0) / p.users AS retention_rate
FROM active AS c
LEFT JOIN active AS p ON p.idx = c.idx - 1
LEFT JOIN kept AS k ON k.idx = c.idx;
