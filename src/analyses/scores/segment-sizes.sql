-- One row per segment: its customers with their share and its interval, its revenue, and its averages.
with sizes as (
  select
    segment, count(*) as customers, sum(revenue) as revenue,
    avg(recency) as recency, avg(frequency) as frequency, avg(monetary) as monetary
  from members
  group by segment
),
totals as (
  select count(*) as customers, sum(revenue) as revenue
  from members
)
select
  cast(segment_list.place as integer) as place,
  cast(segment_list.segment as varchar) as segment,
  cast(coalesce(sizes.customers, 0) as integer) as customers,
  cast(share_of(coalesce(sizes.customers, 0), totals.customers) as double) as share,
  cast(wilson_low(coalesce(sizes.customers, 0), totals.customers) as double) as share_low,
  cast(wilson_high(coalesce(sizes.customers, 0), totals.customers) as double) as share_high,
  cast(coalesce(sizes.revenue, 0) as double) as revenue,
  cast(share_of(coalesce(sizes.revenue, 0), totals.revenue) as double) as revenue_share,
  cast(sizes.recency as double) as recency,
  cast(sizes.frequency as double) as frequency,
  cast(sizes.monetary as double) as monetary,
  cast(totals.customers as integer) as everybody
from segment_list
cross join totals
left join sizes on sizes.segment = segment_list.segment
where totals.customers > 0
order by segment_list.place
