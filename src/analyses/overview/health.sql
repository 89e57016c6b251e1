-- One row: the headline numbers of the 90 days (or 12 months) up to and including the as-of date, and the same for the
-- period of the same length before; null where the data do not reach back over all of it.
with visits as (
  select
    customer,
    min(day) as first_day,
    sum(case when day > add_days($as_of, -90) then 1 else 0 end) as days_now,
    sum(case when day > add_days($as_of, -180) and day <= add_days($as_of, -90) then 1 else 0 end) as days_before,
    sum(case when day > add_days($as_of, -270) and day <= add_days($as_of, -180) then 1 else 0 end) as days_earlier,
    sum(case when day > add_months($as_of, -12) then 1 else 0 end) as days_year,
    sum(case when day > add_months($as_of, -24) and day <= add_months($as_of, -12) then 1 else 0 end) as days_year_before,
    sum(case when day > add_days($as_of, -90) then amount else 0 end) as amount_now,
    sum(case when day > add_days($as_of, -180) and day <= add_days($as_of, -90) then amount else 0 end) as amount_before
  from purchases
  group by customer
),
totals as (
  select
    min(first_day) as first_day,
    count(*) as customers,
    sum(case when first_day <= add_days($as_of, -90) then 1 else 0 end) as customers_before,
    sum(case when days_now > 0 then 1 else 0 end) as active,
    sum(case when days_before > 0 then 1 else 0 end) as active_before,
    sum(case when days_before > 0 and days_now = 0 then 1 else 0 end) as churned,
    sum(case when days_earlier > 0 then 1 else 0 end) as active_earlier,
    sum(case when days_earlier > 0 and days_before = 0 then 1 else 0 end) as churned_before,
    sum(case when days_year > 0 then 1 else 0 end) as buyers,
    sum(case when days_year > 1 then 1 else 0 end) as repeaters,
    sum(case when days_year_before > 0 then 1 else 0 end) as buyers_before,
    sum(case when days_year_before > 1 then 1 else 0 end) as repeaters_before,
    sum(amount_now) as revenue,
    sum(amount_before) as revenue_before
  from visits
)
select
  cast(first_day as date) as first_day,
  cast(days_between(first_day, $as_of) + 1 as integer) as days_of_data,
  cast(customers as integer) as customers,
  cast(case when first_day <= add_days($as_of, -90) then customers_before end as integer) as customers_before,
  cast(coalesce(active, 0) as integer) as active,
  cast(case when first_day <= add_days($as_of, -179) then active_before end as integer) as active_before,
  cast(coalesce(buyers, 0) as integer) as buyers,
  cast(share_of(repeaters, buyers) as double) as repurchase,
  cast(wilson_low(repeaters, buyers) as double) as repurchase_low,
  cast(wilson_high(repeaters, buyers) as double) as repurchase_high,
  cast(case when first_day <= add_days(add_months($as_of, -24), 1) then share_of(repeaters_before, buyers_before) end as double) as repurchase_before,
  cast(coalesce(active_before, 0) as integer) as churn_base,
  cast(coalesce(churned, 0) as integer) as churned,
  cast(share_of(churned, active_before) as double) as churn,
  cast(wilson_low(churned, active_before) as double) as churn_low,
  cast(wilson_high(churned, active_before) as double) as churn_high,
  cast(case when first_day <= add_days($as_of, -269) then share_of(churned_before, active_earlier) end as double) as churn_before,
  cast(coalesce(revenue, 0) as double) as revenue,
  cast(case when first_day <= add_days($as_of, -179) then revenue_before end as double) as revenue_before
from totals
order by first_day
