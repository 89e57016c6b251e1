-- One row per hundredth of the customers, the best first: the share of revenue that they bring together.
with ranked as (
  select
    row_number() over (order by monetary desc, customer) as place,
    sum(monetary) over (order by monetary desc, customer rows between unbounded preceding and current row) as revenue
  from customers
),
totals as (
  select count(*) as customers, sum(monetary) as revenue
  from customers
),
hundredths as (
  select n as hundredth
  from numbers
  where n <= 100
)
select
  cast(hundredths.hundredth as integer) as hundredth,
  cast(coalesce(ranked.place, 0) as integer) as customers,
  cast(share_of(coalesce(ranked.place, 0), totals.customers) as double) as customer_share,
  cast(coalesce(ranked.revenue, 0) as double) as revenue,
  cast(share_of(coalesce(ranked.revenue, 0), totals.revenue) as double) as revenue_share
from hundredths
cross join totals
left join ranked on ranked.place = cast(ceil(totals.customers * hundredths.hundredth / 100.0) as bigint)
where totals.customers > 0
order by hundredths.hundredth
