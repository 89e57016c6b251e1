-- one row per bracket of days after the first purchase: of the customers observed to its end, how many bought inside it.
with
brackets as (
  select
    n as from_days,
    case n when 1 then 30 when 31 then 60 when 61 then 90 when 91 then 180 else 365 end as to_days
  from numbers
  where n in (1, 31, 61, 91, 181)
),
newcomers as (
  select days_between(first_day, $as_of) as observed, count(*) as customers
  from customers
  group by days_between(first_day, $as_of)
),
eligible as (
  select brackets.from_days, sum(newcomers.customers) as customers
  from brackets
  join newcomers on newcomers.observed >= brackets.to_days
  group by brackets.from_days
),
later_purchases as (
  select
    customer, days_between(first_day, $as_of) as observed,
    case
      when days_between(first_day, day) <= 30 then 1 when days_between(first_day, day) <= 60 then 31
      when days_between(first_day, day) <= 90 then 61 when days_between(first_day, day) <= 180 then 91 else 181 end as from_days
  from purchases
  where nth > 1 and days_between(first_day, day) <= 365
),
retained as (
  select brackets.from_days, count(distinct later_purchases.customer) as customers
  from brackets
  join later_purchases on later_purchases.from_days = brackets.from_days and later_purchases.observed >= brackets.to_days
  group by brackets.from_days
)
select
  cast(brackets.from_days as integer) as from_days,
  cast(brackets.to_days as integer) as to_days,
  cast(coalesce(eligible.customers, 0) as integer) as eligible,
  cast(coalesce(retained.customers, 0) as integer) as retained,
  share_of(coalesce(retained.customers, 0), eligible.customers) as share,
  wilson_low(coalesce(retained.customers, 0), eligible.customers) as low,
  wilson_high(coalesce(retained.customers, 0), eligible.customers) as high
from brackets
left join eligible on eligible.from_days = brackets.from_days
left join retained on retained.from_days = brackets.from_days
order by brackets.from_days
