-- one row per group and period since the first purchase: the weighted average over the cohorts that completed this period.
-- $by: 'none' for everybody, or the dimension of the first order; the $groups largest groups stand alone, the others together (null).
with
grouped_customers as (
  select
    customer, first_day, last_day,
    case $by
      when 'channel' then coalesce(first_channel, '') when 'category' then coalesce(first_category, '')
      when 'region' then coalesce(first_region, '') when 'tier' then coalesce(first_tier, '')
      when 'shop' then coalesce(first_shop, '') else 'all' end as value
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
members as (
  select grouped_customers.customer, grouped_customers.first_day, grouped_customers.last_day, named_groups.place
  from grouped_customers
  join named_groups on named_groups.value = grouped_customers.value
),
counted_cohorts as (
  select place, period_of(first_day, $grain) as cohort, count(*) as size
  from members
  group by place, period_of(first_day, $grain)
),
marks as (
  select members.place, purchases.first_day, purchases.day
  from purchases
  join members on members.customer = purchases.customer
  where $kind = 'in-period' and (purchases.nth = 1 or period_of(add_days(purchases.day, -purchases.gap), $grain) < period_of(purchases.day, $grain))
  union all
  select place, first_day, last_day as day from members where $kind = 'rolling'
  union all
  select members.place, purchases.first_day, purchases.day
  from purchases
  join members on members.customer = purchases.customer
  where $kind = 'cumulative' and purchases.nth = 2
),
placed_marks as (
  select place, period_of(first_day, $grain) as cohort, periods_between(first_day, day, $grain) as age from marks
),
counted_marks as (
  select place, cohort, age, count(*) as customers from placed_marks group by place, cohort, age
),
placed_purchases as (
  select
    members.place, period_of(purchases.first_day, $grain) as cohort,
    periods_between(purchases.first_day, purchases.day, $grain) as age, purchases.orders, purchases.amount
  from purchases
  join members on members.customer = purchases.customer
),
sales as (
  select place, cohort, age, sum(orders) as orders, sum(amount) as amount from placed_purchases group by place, cohort, age
),
cells as (
  select
    counted_cohorts.place, counted_cohorts.cohort, counted_cohorts.size, numbers.n as age,
    add_periods(counted_cohorts.cohort, numbers.n + 1, $grain) <= add_days($as_of, 1) as is_complete,
    coalesce(counted_marks.customers, 0) as customers, coalesce(sales.orders, 0) as orders, coalesce(sales.amount, 0) as amount
  from counted_cohorts
  join numbers on numbers.n <= periods_between(counted_cohorts.cohort, $as_of, $grain)
  left join counted_marks
    on counted_marks.place = counted_cohorts.place and counted_marks.cohort = counted_cohorts.cohort and counted_marks.age = numbers.n
  left join sales on sales.place = counted_cohorts.place and sales.cohort = counted_cohorts.cohort and sales.age = numbers.n
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
),
group_names as (
  select place, max(name) as name from named_groups group by place
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
