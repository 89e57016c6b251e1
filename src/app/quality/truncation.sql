-- One row: how the first four weeks compare with the rest, which tells whether customers are older than the data.
with bounds as (
  select min(day) as first_day, max(day) as last_day
  from purchases
),
placed as (
  select
    purchases.customer, purchases.nth, purchases.gap,
    floor(days_between(bounds.first_day, purchases.day) / 28) as stretch,
    floor((days_between(bounds.first_day, bounds.last_day) + 1) / 28) as stretches
  from purchases
  cross join bounds
),
stretches as (
  select
    stretch, max(stretches) as stretches, count(*) as purchases,
    sum(case when nth = 1 then 1 else 0 end) as first_timers
  from placed
  where stretch < stretches
  group by stretch
),
later as (
  select
    sum(purchases) as purchases, sum(first_timers) as first_timers, median_of(purchases) as usual_purchases,
    median_of(first_timers) as usual_first_timers
  from stretches
  where stretch >= floor(stretches / 2)
),
start as (
  select purchases, first_timers, stretches
  from stretches
  where stretch = 0
),
waits as (
  select quantile_of(gap, 0.9) as long_gap
  from placed
  where gap is not null
),
joined as (
  select customer, min(member_since) as member_since
  from members
  where customer is not null and member_since is not null
  group by customer
),
members_before as (
  select count(*) as known, sum(case when joined.member_since < bounds.first_day then 1 else 0 end) as older
  from joined
  join customers on customers.customer = joined.customer
  cross join bounds
)
select
  cast(bounds.first_day as date) as first_day,
  cast(bounds.last_day as date) as last_day,
  cast(start.stretches as integer) as stretches,
  cast(share_of(start.first_timers, start.purchases) as double) as start_share,
  cast(share_of(later.first_timers, later.purchases) as double) as later_share,
  cast(share_of(start.purchases, later.usual_purchases) as double) as start_level,
  cast(start.first_timers as integer) as start_first_timers,
  cast(later.usual_first_timers as double) as usual_first_timers,
  cast(waits.long_gap as double) as long_gap,
  cast(members_before.known as integer) as members_known,
  cast(coalesce(members_before.older, 0) as integer) as members_older
from bounds
cross join start
cross join later
cross join waits
cross join members_before
order by bounds.first_day
