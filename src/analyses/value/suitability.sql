-- One row: what the data are like, by which the page says which views hold.
with bounds as (
  select min(day) as first_day, max(day) as last_day, count(distinct day) as days
  from purchases
),
starts as (
  select
    count(*) as customers, sum(case when customers.frequency > 1 then 1 else 0 end) as repeaters,
    max(customers.first_day) as last_start,
    sum(case when days_between(bounds.first_day, customers.first_day) < 28 then 1 else 0 end) as starters
  from customers
  cross join bounds
),
gaps as (
  select quantile_of(gap, 0.25) as early_gap, median_of(gap) as usual_gap, quantile_of(gap, 0.75) as late_gap, count(*) as gaps
  from purchases
  where gap is not null
)
select
  cast(bounds.first_day as date) as first_day,
  cast(bounds.last_day as date) as last_day,
  cast(bounds.days as integer) as purchase_days,
  cast(starts.customers as integer) as customers,
  cast(coalesce(starts.repeaters, 0) as integer) as repeaters,
  cast(starts.last_start as date) as last_start,
  cast(coalesce(starts.starters, 0) as integer) as starters,
  cast(gaps.gaps as integer) as gaps,
  cast(gaps.early_gap as double) as early_gap,
  cast(gaps.usual_gap as double) as usual_gap,
  cast(gaps.late_gap as double) as late_gap
from bounds
cross join starts
cross join gaps
order by bounds.first_day
