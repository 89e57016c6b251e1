-- One row per customer who was new, retained, won back or lost in one month, or who was active: bought in it.
with visits as (
  select
    customer,
    max(case when month = $month then 1 else 0 end) as is_here,
    max(case when month = add_months($month, -1) then 1 else 0 end) as was_here,
    min(cohort) as cohort
  from customer_months
  where month <= $month
  group by customer
)
select customer
from visits
where case $stage
  when 'active' then is_here = 1
  when 'new' then is_here = 1 and cohort = $month
  when 'retained' then is_here = 1 and was_here = 1
  when 'won-back' then is_here = 1 and was_here = 0 and cohort < $month
  else is_here = 0 and was_here = 1
end
order by customer
