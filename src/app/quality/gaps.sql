-- One row per run of days without orders that chance hardly makes: `expected` is how many such runs a shop with these usual days would show by chance.
with per_day as (
  select day, count(*) as orders
  from orders
  group by day
),
bounds as (
  select min(day) as first_day, max(day) as last_day
  from per_day
),
calendar as (
  select
    add_days(bounds.first_day, numbers.n) as day,
    days_between(date '1970-01-05', add_days(bounds.first_day, numbers.n)) % 7 as weekday,
    days_between(bounds.first_day, bounds.last_day) + 1 as span
  from bounds
  join numbers on numbers.n <= days_between(bounds.first_day, bounds.last_day)
),
counted as (
  select calendar.day, calendar.weekday, calendar.span, coalesce(per_day.orders, 0) as orders
  from calendar
  left join per_day on per_day.day = calendar.day
),
sold as (
  select day, span, lead(day) over (order by day) as next_day
  from counted
  where orders > 0
),
runs as (
  select add_days(day, 1) as first_day, add_days(next_day, -1) as last_day, span
  from sold
  where days_between(day, next_day) > 1
),
days_of_runs as (
  select runs.first_day, runs.last_day, counted.day, counted.weekday
  from runs
  join counted on counted.day between runs.first_day and runs.last_day
),
usual as (
  select runs.first_day, counted.weekday, median_of(counted.orders) as orders
  from runs
  join counted
    on counted.day between add_days(runs.first_day, -56) and add_days(runs.last_day, 56)
    and not counted.day between runs.first_day and runs.last_day
  group by runs.first_day, counted.weekday
),
missing as (
  select days_of_runs.first_day, sum(coalesce(usual.orders, 0)) as orders
  from days_of_runs
  left join usual on usual.first_day = days_of_runs.first_day and usual.weekday = days_of_runs.weekday
  group by days_of_runs.first_day
)
select
  cast(runs.first_day as date) as first_day,
  cast(runs.last_day as date) as last_day,
  cast(days_between(runs.first_day, runs.last_day) + 1 as integer) as days,
  cast(missing.orders as double) as usual_orders,
  cast(runs.span * exp(-least(missing.orders, 700)) as double) as expected
from runs
join missing on missing.first_day = runs.first_day
where runs.span * exp(-least(missing.orders, 700)) < 0.01
order by missing.orders desc, runs.first_day
