-- one row per change between $compare and $day among those flagged on either: newly flagged, recovered (bought since), still flagged, and their last-year value.
with
bought as (
  select distinct customer from purchases where day > $compare and day <= $day
),
last_year as (
  select customer, sum(amount) as amount from purchases where day > add_days($day, -365) and day <= $day group by customer
),
changed as (
  select
    flags.customer,
    case
      when flags.is_flagged and not coalesce(earlier_flags.is_flagged, false) then 'new'
      when flags.is_flagged and bought.customer is not null then 'again'
      when flags.is_flagged then 'still'
      when bought.customer is not null then 'recovered'
      else 'other' end as change,
    coalesce(last_year.amount, 0) as amount
  from flags
  left join earlier_flags on earlier_flags.customer = flags.customer
  left join bought on bought.customer = flags.customer
  left join last_year on last_year.customer = flags.customer
  where flags.is_flagged or earlier_flags.is_flagged
),
kinds as (
  select 'new' as change, 1 as place
  union all select 'recovered', 2
  union all select 'still', 3
  union all select 'again', 4
  union all select 'other', 5
)
select
  kinds.change,
  cast(count(changed.customer) as integer) as customers,
  cast(coalesce(sum(changed.amount), 0) as double) as amount_year
from kinds
left join changed on changed.change = kinds.change
group by kinds.change, kinds.place
order by kinds.place
