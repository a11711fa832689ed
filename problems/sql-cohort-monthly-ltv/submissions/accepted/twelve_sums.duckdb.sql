-- No grid: each cohort gets twelve conditional sums, which are then unrolled. One pass, ten times the columns.
WITH joined AS (
    SELECT
        s.user_id,
        CAST(date_trunc('month', s.signup_date) AS DATE) AS cohort_month,
        o.amount,
        (EXTRACT(year FROM o.order_date) - EXTRACT(year FROM s.signup_date)) * 12
            + EXTRACT(month FROM o.order_date) - EXTRACT(month FROM s.signup_date) AS number
    FROM users s
    LEFT JOIN orders o ON o.user_id = s.user_id AND o.order_date >= s.signup_date AND o.amount IS NOT NULL
    WHERE s.signup_date IS NOT NULL
),
lists AS (
    SELECT
        cohort_month,
        COUNT(DISTINCT user_id) AS cohort_size,
        range(12) AS numbers,
        [COUNT(DISTINCT user_id) FILTER (number = 0), COUNT(DISTINCT user_id) FILTER (number = 1),
         COUNT(DISTINCT user_id) FILTER (number = 2), COUNT(DISTINCT user_id) FILTER (number = 3),
         COUNT(DISTINCT user_id) FILTER (number = 4), COUNT(DISTINCT user_id) FILTER (number = 5),
         COUNT(DISTINCT user_id) FILTER (number = 6), COUNT(DISTINCT user_id) FILTER (number = 7),
         COUNT(DISTINCT user_id) FILTER (number = 8), COUNT(DISTINCT user_id) FILTER (number = 9),
         COUNT(DISTINCT user_id) FILTER (number = 10), COUNT(DISTINCT user_id) FILTER (number = 11)] AS buyers,
        [SUM(amount) FILTER (number = 0), SUM(amount) FILTER (number = 1), SUM(amount) FILTER (number = 2),
         SUM(amount) FILTER (number = 3), SUM(amount) FILTER (number = 4), SUM(amount) FILTER (number = 5),
         SUM(amount) FILTER (number = 6), SUM(amount) FILTER (number = 7), SUM(amount) FILTER (number = 8),
         SUM(amount) FILTER (number = 9), SUM(amount) FILTER (number = 10), SUM(amount) FILTER (number = 11)] AS sums
    FROM joined
    GROUP BY cohort_month
),
unrolled AS (
    SELECT cohort_month, cohort_size, sums, unnest(numbers) AS month_number, unnest(buyers) AS buyers
    FROM lists
)
SELECT
    cohort_month,
    month_number,
    cohort_size,
    buyers,
    COALESCE(sums[month_number + 1], 0) AS revenue,
    COALESCE(list_sum(sums[1:month_number + 1]), 0) / cohort_size AS ltv
FROM unrolled
ORDER BY cohort_month, month_number
