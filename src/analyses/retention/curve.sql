-- one row per group and period since the first purchase: the weighted average over the cohorts of the group that completed this period.
-- $by: the dimension of the first order; the $groups largest groups stand alone, the others together (null).
with
grouped_customers as (
  select
    customer, first_day, last_day,
    case $by
      when 'channel' then coalesce(first_channel, '') when 'category' then coalesce(first_category, '')
      when 'region' then coalesce(first_region, '') when 'tier' then coalesce(first_tier, '')
      else coalesce(first_shop, '') end as value
  from customers
),
sizes as (
  select value, count(*) as size from grouped_customers group by value
),
ranked_groups as (
  select value, row_number() over (order by size desc, value) as place from sizes
),
named_groups as (
  select value, least(place, $groups + 1) as place, case when place <= $groups then value end as name from ranked_groups
),
group_names as (
  select place, max(name) as name from named_groups group by place
),
members as (
  select grouped_customers.customer, grouped_customers.first_day, grouped_customers.last_day, named_groups.place
  from grouped_customers
  join named_groups on named_groups.value = grouped_customers.value
),
placed_purchases as (
  select
    members.place, period_of(purchases.first_day, $grain) as cohort, period_of(purchases.day, $grain) as period, purchases.orders, purchases.amount,
    case when purchases.nth = 1 then 1 else 0 end as newcomers,
    -- A customer's first purchase of a period is the one whose gap reaches back beyond the period's first day.
    case $kind
      when 'in-period' then
        case when purchases.nth = 1 or purchases.gap > days_between(period_of(purchases.day, $grain), purchases.day) then 1 else 0 end
      when 'cumulative' then case when purchases.nth = 2 then 1 else 0 end
      else 0 end as customers
  from purchases
  join members on members.customer = purchases.customer
),
counted_purchases as (
  select place, cohort, period, sum(newcomers) as newcomers, sum(customers) as customers, sum(orders) as orders, sum(amount) as amount
  from placed_purchases
  group by place, cohort, period
),
last_purchases as (
  select place, period_of(first_day, $grain) as cohort, period_of(last_day, $grain) as period, count(*) as customers
  from members
  where $kind = 'rolling'
  group by place, period_of(first_day, $grain), period_of(last_day, $grain)
),
calendar as (
  select
    counted_purchases.place, counted_purchases.cohort, counted_purchases.newcomers as size,
    numbers.n as age, add_periods(counted_purchases.cohort, numbers.n, $grain) as starts
  from counted_purchases
  -- Only rolling needs what comes after the last period shown.
  join numbers on numbers.n <= periods_between(counted_purchases.cohort, $as_of, $grain) and (numbers.n <= $periods or $kind = 'rolling')
  where counted_purchases.period = counted_purchases.cohort
),
cells as (
  select
    calendar.place, calendar.cohort, calendar.size, calendar.age,
    add_periods(calendar.starts, 1, $grain) <= add_days($as_of, 1) as is_complete,
    case when $kind = 'rolling' then coalesce(last_purchases.customers, 0) else coalesce(counted_purchases.customers, 0) end as customers,
    coalesce(counted_purchases.orders, 0) as orders, coalesce(counted_purchases.amount, 0) as amount
  from calendar
  left join counted_purchases
    on counted_purchases.place = calendar.place and counted_purchases.cohort = calendar.cohort and counted_purchases.period = calendar.starts
  left join last_purchases
    on last_purchases.place = calendar.place and last_purchases.cohort = calendar.cohort and last_purchases.period = calendar.starts
),
summed_cells as (
  select
    place, size, age, is_complete,
    case $kind when 'in-period' then customers when 'rolling' then sum(customers) over later else sum(customers) over earlier end as customers,
    case $kind when 'in-period' then orders when 'rolling' then sum(orders) over later else sum(orders) over earlier end as orders,
    case $kind when 'in-period' then amount when 'rolling' then sum(amount) over later else sum(amount) over earlier end as amount
  from cells
  window
    later as (partition by place, cohort order by age desc),
    earlier as (partition by place, cohort order by age)
),
averages as (
  select
    place, age, count(*) as cohorts, sum(size) as size, sum(customers) as customers, sum(orders) as orders, sum(amount) as amount
  from summed_cells
  where is_complete and age <= $periods
  group by place, age
)
select
  cast(averages.place as integer) as place,
  group_names.name,
  cast(averages.age as integer) as age,
  cast(averages.cohorts as integer) as cohorts,
  cast(averages.size as integer) as size,
  cast(averages.customers as integer) as customers,
  share_of(averages.customers, averages.size) as share,
  wilson_low(averages.customers, averages.size) as low,
  wilson_high(averages.customers, averages.size) as high,
  share_of(averages.orders, averages.size) as orders_each,
  share_of(averages.amount, averages.size) as amount_each
from averages
join group_names on group_names.place = averages.place
order by averages.place, averages.age
