-- one row: customers whose first and only purchase lies in the last $days days, what it brought, and how many such customers came back in that time before.
with
newcomers as (
  select
    sum(case when frequency = 1 then 1 else 0 end) as waiting,
    sum(case when frequency = 1 then monetary else 0 end) as amount
  from customers
  where first_day > add_days($as_of, -$days)
),
observed as (
  select count(*) as customers from customers where days_between(first_day, $as_of) >= $days
),
returned as (
  select count(*) as customers from purchases where nth = 2 and gap <= $days and days_between(first_day, $as_of) >= $days
)
select
  cast(coalesce(newcomers.waiting, 0) as integer) as waiting,
  cast(coalesce(newcomers.amount, 0) as double) as amount,
  cast(observed.customers as integer) as observed,
  cast(returned.customers as integer) as returned,
  share_of(returned.customers, observed.customers) as share
from newcomers
cross join observed
cross join returned
order by waiting
