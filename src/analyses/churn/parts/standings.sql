-- One row per customer known by the end of $day, of every $every-th: repeat purchases, days from the first to the last, days since the first and since the last.
select
  customer,
  count(*) - 1 as x,
  days_between(min(day), max(day)) as recency,
  days_between(min(day), $day) as age,
  days_between(max(day), $day) as silence
from purchases
where day <= $day and (cast(customer as bigint) * 48271) % 65537 % $every = 0
group by customer
