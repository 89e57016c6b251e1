-- one row per customer past the rule on the as-of date; no model says why.
select delays.customer, cast(null as varchar) as why
from delays
cross join shop
where delays.silence > case $rule when 'days' then $days
  else greatest(coalesce($k * coalesce(delays.usual_gap, shop.usual_gap), 0), $floor) end
order by delays.customer
