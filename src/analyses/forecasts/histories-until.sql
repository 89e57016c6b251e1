-- One row per purchase history as of a day and per number of purchases after it: repeat purchase days, days from the first to the last, days since the first; how many customers have it, how many of them have a mean repeat purchase above 0 and the sum of these means, each held at their $ceiling quantile (1: as it is), and what they spent after the day.
with each_customer as (
  select
    customer,
    sum(case when day <= $until then 1 else 0 end) - 1 as x,
    days_between(min(day), max(case when day <= $until then day end)) as recency,
    days_between(min(day), $until) as age,
    sum(case when day <= $until and nth > 1 then cast(amount as double) else 0 end) as repeat_money,
    sum(case when day > $until then 1 else 0 end) as later,
    sum(case when day > $until then cast(amount as double) else 0 end) as later_money
  from purchases
  where first_day <= $until
  group by customer
),
priced_customers as (
  select x, recency, age, later, later_money, case when repeat_money > 0 then repeat_money / nullif(x, 0) end as mean
  from each_customer
),
ceiling as (
  select quantile_of(mean, $ceiling) as mean from priced_customers where mean is not null
)
select
  cast(x as double) as x,
  cast(recency as double) as recency,
  cast(age as double) as age,
  cast(later as double) as later,
  cast(count(*) as double) as customers,
  cast(count(priced_customers.mean) as double) as spenders,
  cast(coalesce(sum(case when priced_customers.mean is not null then least(priced_customers.mean, ceiling.mean) end), 0) as double) as mean_money,
  cast(sum(later_money) as double) as later_money
from priced_customers
cross join ceiling
group by x, recency, age, later
order by x, recency, age, later
