-- each user month says "active" in its month and "was there" in the next one, then two groupings
WITH said AS (
  SELECT DISTINCT user_id, substr(dt, 1, 4) * 12 + substr(dt, 6, 2) - 1 AS idx, 1 AS here, 0 AS was
  FROM activity
  WHERE user_id IS NOT NULL AND dt IS NOT NULL
  UNION ALL
  SELECT DISTINCT user_id, substr(dt, 1, 4) * 12 + substr(dt, 6, 2), 0, 1
  FROM activity
  WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
per_user AS (
  SELECT idx, SUM(here) AS here, SUM(was) AS was
  FROM said
  GROUP BY user_id, idx
)
SELECT printf('%04d-%02d-01', idx / 12, idx % 12 + 1) AS month,
       SUM(here) AS active_users,
       SUM(here * was) AS retained_users,
       1.0 * SUM(here * was) / NULLIF(SUM(was), 0) AS retention_rate
FROM per_user
GROUP BY idx
HAVING SUM(here) > 0;
