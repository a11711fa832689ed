-- distinct user months, LAG per user for the retained ones, LAG over the months for the rate
WITH user_months AS (
  SELECT DISTINCT user_id,
         substr(dt, 1, 7) || '-01' AS month,
         CAST(substr(dt, 1, 4) AS INTEGER) * 12 + CAST(substr(dt, 6, 2) AS INTEGER) AS idx
  FROM activity
  WHERE user_id IS NOT NULL AND dt IS NOT NULL
),
marked AS (
  SELECT month, idx, LAG(idx) OVER (PARTITION BY user_id ORDER BY idx) AS before
  FROM user_months
),
monthly AS (
  SELECT month,
         idx,
         COUNT(*) AS active_users,
         SUM(CASE WHEN before = idx - 1 THEN 1 ELSE 0 END) AS retained_users
  FROM marked
  GROUP BY month, idx
),
neighbours AS (
  SELECT month,
         idx,
         active_users,
         retained_users,
         LAG(idx) OVER (ORDER BY idx) AS prev_idx,
         LAG(active_users) OVER (ORDER BY idx) AS prev_active
  FROM monthly
)
SELECT month,
       active_users,
       retained_users,
       CASE WHEN prev_idx = idx - 1 THEN retained_users * 1.0 / prev_active END AS retention_rate
FROM neighbours
ORDER BY month;
