-- One row per side (all customers; those who had come by $cut as they were known then; those who came after it) and number of days since the first purchase: who bought again on that day, with what they spent, and who was last seen waiting.
with
standings as (
  select
    customers.customer, customers.first_day, second.day as second_day, second.amount
  from customers
  left join (select customer, day, amount from purchases where nth = 2) as second on second.customer = customers.customer
),
moments as (
  select
    'all' as side, days_between(first_day, coalesce(second_day, $as_of)) as days,
    case when second_day is null then 0 else 1 end as again, amount
  from standings
  union all
  select
    'then' as side, days_between(first_day, case when second_day <= $cut then second_day else $cut end) as days,
    case when second_day <= $cut then 1 else 0 end as again, case when second_day <= $cut then amount end as amount
  from standings
  where first_day <= $cut
  union all
  select
    'since' as side, days_between(first_day, coalesce(second_day, $as_of)) as days,
    case when second_day is null then 0 else 1 end as again, amount
  from standings
  where first_day > $cut
)
select
  side,
  cast(days as integer) as days,
  cast(sum(again) as integer) as again,
  cast(sum(1 - again) as integer) as waiting,
  cast(coalesce(sum(cast(amount as double)), 0) as double) as amount,
  cast(coalesce(sum(cast(amount as double) * cast(amount as double)), 0) as double) as squares,
  cast(count(amount) as integer) as amounts
from moments
group by side, days
order by side, days
