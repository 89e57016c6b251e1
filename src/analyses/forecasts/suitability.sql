-- One row: what the data are like, by which pages that look ahead say which of their views hold.
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
usual as (
  select median_of(gap) as gap from purchases where nth > 1
),
gaps as (
  select
    count(*) as gaps, min(usual.gap) as usual_gap,
    sum(case when abs(purchases.gap - usual.gap) <= greatest(1, usual.gap * 0.05) then 1 else 0 end) as near_usual,
    sum(case when purchases.gap between 28 and 31 then 1 else 0 end) as monthly,
    sum(case when purchases.gap between 87 and 93 then 1 else 0 end) as quarterly,
    sum(case when purchases.gap between 178 and 187 then 1 else 0 end) as half_yearly,
    sum(case when purchases.gap between 360 and 370 then 1 else 0 end) as yearly
  from purchases
  cross join usual
  where purchases.nth > 1
),
lines as (
  select category, count(*) as orders from orders where category is not null group by category
),
largest_line as (
  select category, orders, row_number() over (order by orders desc, category) as place, sum(orders) over () as all_orders
  from lines
),
products as (
  select min(product) as first_product, max(product) as last_product from orders
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
  cast(gaps.usual_gap as double) as usual_gap,
  cast(coalesce(gaps.near_usual, 0) as integer) as near_usual,
  cast(coalesce(gaps.monthly, 0) as integer) as monthly,
  cast(coalesce(gaps.quarterly, 0) as integer) as quarterly,
  cast(coalesce(gaps.half_yearly, 0) as integer) as half_yearly,
  cast(coalesce(gaps.yearly, 0) as integer) as yearly,
  cast(coalesce(largest_line.category, case when products.first_product = products.last_product then products.first_product end) as varchar) as main_line,
  cast(case when largest_line.category is not null then share_of(largest_line.orders, largest_line.all_orders)
    when products.first_product = products.last_product then 1 end as double) as main_line_share
from bounds
cross join starts
cross join gaps
cross join products
left join largest_line on largest_line.place = 1
order by bounds.first_day
