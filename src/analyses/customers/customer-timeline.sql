-- One row per thing known of one customer beside the orders: an event, an answer, a ticket, a campaign's message; the latest first.
with chosen as (
  select customer
  from customers
  where customer_id = $customer_id
),
happenings as (
  select
    customer, day, event_time as moment, 'event' as kind, event as what, cast(null as double) as score,
    product as remark, cast(null as varchar) as outcome, channel
  from events
  union all
  select
    customer, day, opened as moment, kind, coalesce(type, product) as what, score, comment as remark,
    -- The state of the file is later than the day looked at, where a ticket was resolved after it.
    case when resolved is null or day_of(resolved) <= $as_of then status end as outcome, channel
  from feedback
  union all
  select
    customer, day, sent as moment, 'touch' as kind, campaign as what, cast(null as double) as score,
    grp as remark, response as outcome, channel
  from touches
)
select
  cast(happenings.day as date) as day,
  cast(happenings.kind as varchar) as kind,
  cast(happenings.what as varchar) as what,
  cast(happenings.score as double) as score,
  cast(happenings.remark as varchar) as remark,
  cast(happenings.outcome as varchar) as outcome,
  cast(happenings.channel as varchar) as channel
from happenings
join chosen on chosen.customer = happenings.customer
order by happenings.day desc, happenings.moment desc, happenings.kind, happenings.what, happenings.remark, happenings.score
