-- One row per customer known by the end of $day: whether the silence is longer than the rule, by the gaps known then.
with gaps as (
  select customer, median_of(gap) as usual_gap from purchases where day <= $day and nth > 1 and $rule = 'gap' group by customer
),
shop_gap as (
  select median_of(gap) as usual_gap from purchases where day <= $day and nth > 1
),
known as (
  select customer, days_between(max(day), $day) as silence from purchases where day <= $day group by customer
)
select
  known.customer,
  known.silence > case $rule when 'days' then $days
    else greatest(coalesce($k * coalesce(gaps.usual_gap, shop_gap.usual_gap), 0), $floor) end as is_flagged
from known
cross join shop_gap
left join gaps on gaps.customer = known.customer
