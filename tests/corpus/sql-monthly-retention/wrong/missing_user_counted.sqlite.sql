-- rows without a user count as one user more
WITH um AS (
  SELECT DISTINCT user_id, substr(dt, 1, 7) || '-01' AS month
  FROM activity
  WHERE dt IS NOT NULL
),
marked AS (
  SELECT month, LAG(month) OVER (PARTITION BY user_id ORDER BY month) AS before
  FROM um
),
monthly AS (
  SELECT month,
         COUNT(*) AS active_users,
         SUM(CASE WHEN before = date(month, '-1 month') THEN 1 ELSE 0 END) AS retained_users
  FROM marked
  GROUP BY month
),
with_before AS (
  SELECT *, LAG(month) OVER w AS before_month, LAG(active_users) OVER w AS before_users
  FROM monthly
  WINDOW w AS (ORDER BY month)
)
SELECT month, active_users, retained_users,
       CASE WHEN before_month = date(month, '-1 month') THEN 1.0 * retained_users / before_users END AS retention_rate
FROM with_before;
