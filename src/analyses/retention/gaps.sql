-- one row per span of days between two purchases of one customer, with the customers who have such a gap; the last span is open and has no end.
with
completed_gaps as (
  select customer, least(cast(floor((gap - 1) / cast($width as double)) as integer), $spans) as span
  from purchases
  where nth > 1
),
gaps_each as (
  select span, customer, count(*) as gaps from completed_gaps group by span, customer
),
counted_gaps as (
  select span, sum(gaps) as gaps, count(*) as customers from gaps_each group by span
),
total as (
  select sum(gaps) as gaps from counted_gaps
)
select
  cast(numbers.n * $width + 1 as integer) as from_days,
  cast(case when numbers.n < $spans then (numbers.n + 1) * $width end as integer) as to_days,
  cast(coalesce(counted_gaps.gaps, 0) as integer) as gaps,
  share_of(coalesce(counted_gaps.gaps, 0), total.gaps) as share,
  cast(coalesce(counted_gaps.customers, 0) as integer) as customers
from numbers
cross join total
left join counted_gaps on counted_gaps.span = numbers.n
where numbers.n <= $spans
order by numbers.n
