-- One row per entry of one customer in the lists of members.
with chosen as (
  select customer
  from customers
  where customer_id = $customer_id
)
select
  cast(members.member_since as date) as member_since,
  cast(members.birthday as date) as birthday,
  cast(members.gender as varchar) as gender,
  cast(members.tier as varchar) as tier,
  cast(members.region as varchar) as region,
  cast(members.tags as varchar) as tags,
  cast(members.consent as boolean) as consent,
  cast(members.owner as varchar) as owner,
  cast(members.company as varchar) as company,
  cast(members.channel as varchar) as channel,
  cast(members.points as double) as points
from members
join chosen on chosen.customer = members.customer
order by members.member_since desc, members.key, members.tier, members.tags
