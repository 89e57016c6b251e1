-- One row per tier and reason: how many, what they brought and cost, what is expected of those of whom something can be told, and what the planned contacts cost.
with totals as (
  select count(*) as customers, sum(amount) as amount
  from tiers
)
select
  cast(tiers.tier as varchar) as tier,
  cast(tiers.reason as varchar) as reason,
  cast(count(*) as integer) as customers,
  cast(share_of(count(*), max(totals.customers)) as double) as share,
  cast(sum(tiers.amount) as double) as amount,
  cast(share_of(sum(tiers.amount), max(totals.amount)) as double) as amount_share,
  cast(sum(tiers.net) as double) as net,
  cast(avg(tiers.discounted_share) as double) as discounted_share,
  cast(sum(tiers.buys) as double) as buyers,
  cast(sum(tiers.value) as double) as value,
  cast(sum(tiers.discount_year) as double) as discount_year,
  cast(sum(tiers.messages) as integer) as messages,
  cast(sum(tiers.message_cost) as double) as message_cost,
  cast(sum(tiers.planned) * $cost as double) as contact_cost,
  cast(count(tiers.value) as integer) as told,
  cast(coalesce(sum(case when tiers.value is not null then tiers.planned end), 0) * $cost as double) as told_cost
from tiers
cross join totals
group by tiers.tier, tiers.reason
order by case tiers.tier when 'core' then 1 when 'chance' then 2 else 3 end, count(*) desc, tiers.reason
