-- One row: what the customers of one segment have in common, the lead being the most frequent first value.
with chosen as (
  select members.customer, members.recency, members.frequency, members.monetary, members.revenue, rhythms.usual_gap,
    customers.first_channel, customers.first_category, customers.first_region
  from members
  join customers on customers.customer = members.customer
  left join rhythms on rhythms.customer = members.customer
  where members.segment = $segment
),
counted as (
  select 'channel' as dimension, first_channel as held, count(*) as customers
  from chosen
  where first_channel is not null
  group by first_channel
  union all
  select 'category' as dimension, first_category as held, count(*) as customers
  from chosen
  where first_category is not null
  group by first_category
  union all
  select 'region' as dimension, first_region as held, count(*) as customers
  from chosen
  where first_region is not null
  group by first_region
),
leads as (
  select dimension, held, customers, sum(customers) over (partition by dimension) as everybody,
    row_number() over (partition by dimension order by customers desc, held) as place
  from counted
),
middle as (
  select
    count(*) as customers, sum(revenue) as revenue,
    median_of(recency) as recency, min(recency) as recency_from, max(recency) as recency_to,
    median_of(frequency) as frequency, min(frequency) as frequency_from, max(frequency) as frequency_to,
    median_of(monetary) as monetary, median_of(usual_gap) as usual_gap, count(usual_gap) as repeaters
  from chosen
),
lead_values as (
  select
    max(case when dimension = 'channel' then held end) as channel, max(case when dimension = 'channel' then share_of(customers, everybody) end) as channel_share,
    max(case when dimension = 'category' then held end) as category, max(case when dimension = 'category' then share_of(customers, everybody) end) as category_share,
    max(case when dimension = 'region' then held end) as region, max(case when dimension = 'region' then share_of(customers, everybody) end) as region_share
  from leads
  where place = 1
)
select
  cast(middle.customers as integer) as customers,
  cast(coalesce(middle.revenue, 0) as double) as revenue,
  cast(middle.recency as double) as recency,
  cast(middle.recency_from as integer) as recency_from,
  cast(middle.recency_to as integer) as recency_to,
  cast(middle.frequency as double) as frequency,
  cast(middle.frequency_from as integer) as frequency_from,
  cast(middle.frequency_to as integer) as frequency_to,
  cast(middle.monetary as double) as monetary,
  cast(middle.usual_gap as double) as usual_gap,
  cast(middle.repeaters as integer) as repeaters,
  cast(lead_values.channel as varchar) as channel,
  cast(lead_values.channel_share as double) as channel_share,
  cast(lead_values.category as varchar) as category,
  cast(lead_values.category_share as double) as category_share,
  cast(lead_values.region as varchar) as region,
  cast(lead_values.region_share as double) as region_share
from middle
cross join lead_values
order by middle.customers
