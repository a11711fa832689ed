-- Twelve rows a cohort: cohort_month, month_number, cohort_size, buyers, revenue, ltv
SELECT
