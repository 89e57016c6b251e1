-- one row per customer of one change between $compare and $day.
with
bought as (
  select distinct customer from purchases where day > $compare and day <= $day
)
select flags.customer
from flags
left join earlier_flags on earlier_flags.customer = flags.customer
left join bought on bought.customer = flags.customer
where case
    when flags.is_flagged and not coalesce(earlier_flags.is_flagged, false) then 'new'
    when flags.is_flagged and bought.customer is not null then 'again'
    when flags.is_flagged then 'still'
    when coalesce(earlier_flags.is_flagged, false) and bought.customer is not null then 'recovered'
    else 'other' end = $change
  and (flags.is_flagged or coalesce(earlier_flags.is_flagged, false))
order by flags.customer
