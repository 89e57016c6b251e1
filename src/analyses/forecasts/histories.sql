-- One row per purchase history as of the day: repeat purchase days, days from the first to the last, days since the first; and how many customers have it.
with each_customer as (
  select count(*) - 1 as x, days_between(min(day), max(day)) as recency, days_between(min(day), $as_of) as age
  from purchases
  group by customer
)
select cast(x as double) as x, cast(recency as double) as recency, cast(age as double) as age, cast(count(*) as double) as customers
from each_customer
group by x, recency, age
order by x, recency, age
