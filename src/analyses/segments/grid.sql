-- One row per recency score and frequency score, all 25: its customers and revenue with their shares.
with cells as (
  select r, f, count(*) as customers, sum(revenue) as revenue,
    min(recency) as recency_from, max(recency) as recency_to, min(frequency) as frequency_from, max(frequency) as frequency_to
  from members
  group by r, f
),
totals as (
  select count(*) as customers, sum(revenue) as revenue
  from members
),
scale as (
  select n as score
  from numbers
  where n between 1 and 5
)
select
  cast(rows_of.score as integer) as r,
  cast(columns_of.score as integer) as f,
  cast(coalesce(cells.customers, 0) as integer) as customers,
  cast(share_of(coalesce(cells.customers, 0), totals.customers) as double) as share,
  cast(wilson_low(coalesce(cells.customers, 0), totals.customers) as double) as share_low,
  cast(wilson_high(coalesce(cells.customers, 0), totals.customers) as double) as share_high,
  cast(coalesce(cells.revenue, 0) as double) as revenue,
  cast(share_of(coalesce(cells.revenue, 0), totals.revenue) as double) as revenue_share,
  cast(cells.recency_from as integer) as recency_from,
  cast(cells.recency_to as integer) as recency_to,
  cast(cells.frequency_from as integer) as frequency_from,
  cast(cells.frequency_to as integer) as frequency_to
from scale as rows_of
cross join scale as columns_of
cross join totals
left join cells on cells.r = rows_of.score and cells.f = columns_of.score
where totals.customers > 0
order by rows_of.score desc, columns_of.score
