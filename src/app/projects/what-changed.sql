-- One row: the customers that are new since a day, came back after it, or fell silent since.
select
  cast(count(*) as integer) as customers,
  cast(sum(case when first_day > $since then 1 else 0 end) as integer) as new_customers,
  cast(sum(case when first_day <= $since and last_day > $since then 1 else 0 end) as integer) as returned,
  cast(sum(case when days_between(last_day, $since) between 0 and $silent_days and days_between(last_day, $as_of) > $silent_days then 1 else 0 end) as integer) as lost
from customers
order by customers
