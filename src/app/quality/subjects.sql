-- One row per table about something other than orders: its rows, the days it tells of, and the customers of the orders it knows.
with told as (
  select 'members' as subject, customer, member_since as day from members
  union all select 'events', customer, day from events
  union all select 'feedback', customer, day from feedback
  union all select 'touches', customer, day from touches
  union all select 'products', cast(null as integer), cast(null as date) from products
),
known as (
  select subject, count(*) as rows, count(customer) as matched, count(distinct customer) as customers, min(day) as first_day, max(day) as last_day
  from told
  group by subject
),
everybody as (
  select count(*) as customers
  from customers
)
select
  cast(known.subject as varchar) as subject,
  cast(known.rows as integer) as rows,
  cast(known.matched as integer) as matched,
  cast(share_of(known.customers, everybody.customers) as double) as reach,
  cast(known.first_day as date) as first_day,
  cast(known.last_day as date) as last_day
from known
cross join everybody
order by known.subject
