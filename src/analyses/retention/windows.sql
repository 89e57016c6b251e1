-- one row per window of days after the first purchase: of the customers observed that long, how many bought again within it.
with
windows as (
  select n as days from numbers where n in (30, 60, 90, 180, 365)
),
newcomers as (
  select days_between(first_day, $as_of) as observed, count(*) as customers
  from customers
  group by days_between(first_day, $as_of)
),
second_purchases as (
  select days_between(first_day, $as_of) as observed, gap as days, count(*) as customers
  from purchases
  where nth = 2
  group by days_between(first_day, $as_of), gap
),
eligible as (
  select windows.days, sum(newcomers.customers) as customers
  from windows
  join newcomers on newcomers.observed >= windows.days
  group by windows.days
),
repurchased as (
  select windows.days, sum(second_purchases.customers) as customers
  from windows
  join second_purchases on second_purchases.observed >= windows.days and second_purchases.days <= windows.days
  group by windows.days
)
select
  cast(windows.days as integer) as days,
  cast(coalesce(eligible.customers, 0) as integer) as eligible,
  cast(coalesce(repurchased.customers, 0) as integer) as repurchased,
  share_of(coalesce(repurchased.customers, 0), eligible.customers) as share,
  wilson_low(coalesce(repurchased.customers, 0), eligible.customers) as low,
  wilson_high(coalesce(repurchased.customers, 0), eligible.customers) as high
from windows
left join eligible on eligible.days = windows.days
left join repurchased on repurchased.days = windows.days
order by windows.days
