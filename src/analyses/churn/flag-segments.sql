-- one row per segment: customers, those flagged, and what the flagged brought in the 365 days up to $day.
with
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($day, -365) and day <= $day group by customer
),
marked as (
  select
    members.segment, members.customer, coalesce(last_year.amount, 0) as amount,
    case when flags.is_flagged then 1 else 0 end as flagged
  from members
  join flags on flags.customer = members.customer
  left join last_year on last_year.customer = members.customer
)
select
  segment,
  cast(count(*) as integer) as customers,
  cast(sum(flagged) as integer) as flagged,
  share_of(sum(flagged), count(*)) as share,
  wilson_low(sum(flagged), count(*)) as low,
  wilson_high(sum(flagged), count(*)) as high,
  cast(sum(flagged * amount) as double) as amount_year
from marked
group by segment
order by amount_year desc, flagged desc, segment
