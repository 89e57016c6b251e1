-- one row per past cut: the rule as it would have warned then, knowing only what was known then, and who stayed away in the days after.
-- The cuts lie 1, 2, … horizons before the as-of date; the horizon is the rule's days (by own gap: of a customer with the shop's rhythm).
with
shop as (
  select median_of(gap) as usual_gap from purchases where nth > 1
),
horizon as (
  select cast(ceil(case $rule when 'days' then $days else greatest(coalesce($k * usual_gap, 0), $floor) end) as integer) as days from shop
),
cuts as (
  select numbers.n as cut, add_days($as_of, -numbers.n * horizon.days) as day, add_days($as_of, (1 - numbers.n) * horizon.days) as until
  from horizon
  join numbers on numbers.n between 1 and $cuts
),
known_customers as (
  select cuts.cut, purchases.customer, days_between(max(purchases.day), cuts.day) as recency
  from cuts
  join purchases on purchases.day <= cuts.day
  group by cuts.cut, cuts.day, purchases.customer
),
known_gaps as (
  select cuts.cut, purchases.customer, median_of(purchases.gap) as usual_gap
  from cuts
  join purchases on purchases.day <= cuts.day
  where $rule = 'gap' and purchases.nth > 1
  group by cuts.cut, purchases.customer
),
known_shops as (
  select cuts.cut, median_of(purchases.gap) as usual_gap
  from cuts
  join purchases on purchases.day <= cuts.day
  where $rule = 'gap' and purchases.nth > 1
  group by cuts.cut
),
returned as (
  select distinct cuts.cut, purchases.customer
  from cuts
  join purchases on purchases.day > cuts.day and purchases.day <= cuts.until
),
judged as (
  select
    known_customers.cut, known_customers.recency,
    case when known_customers.recency > case $rule when 'days' then $days
      else greatest(coalesce($k * coalesce(known_gaps.usual_gap, known_shops.usual_gap), 0), $floor) end then 1 else 0 end as warned,
    case when returned.customer is null then 1 else 0 end as away
  from known_customers
  left join known_gaps on known_gaps.cut = known_customers.cut and known_gaps.customer = known_customers.customer
  left join known_shops on known_shops.cut = known_customers.cut
  left join returned on returned.cut = known_customers.cut and returned.customer = known_customers.customer
),
counted as (
  select
    cut, recency, count(*) as customers, sum(warned) as warned, sum(away) as away, sum(warned * away) as warned_away
  from judged
  group by cut, recency
),
totals as (
  select cut, sum(customers) as customers, sum(warned) as warned, sum(away) as away, sum(warned_away) as warned_away from counted group by cut
),
-- The baseline warns as many customers, those silent longest; customers equally silent at its edge count by their share.
silent_longest as (
  select
    cut, customers, away,
    sum(customers) over (partition by cut order by recency desc rows between unbounded preceding and current row) - customers as before
  from counted
),
baseline as (
  select
    silent_longest.cut,
    sum(cast(silent_longest.away as double) * greatest(0, least(silent_longest.customers, totals.warned - silent_longest.before)) / nullif(silent_longest.customers, 0)) as away
  from silent_longest
  join totals on totals.cut = silent_longest.cut
  group by silent_longest.cut
)
select
  cuts.day as cut_day,
  cuts.until as until_day,
  cast(horizon.days as integer) as horizon_days,
  cast(totals.customers as integer) as customers,
  cast(totals.away as integer) as stayed_away,
  share_of(totals.away, totals.customers) as base_share,
  cast(totals.warned as integer) as warned,
  cast(totals.warned_away as integer) as warned_away,
  share_of(totals.warned_away, totals.warned) as share,
  wilson_low(totals.warned_away, totals.warned) as low,
  wilson_high(totals.warned_away, totals.warned) as high,
  cast(baseline.away as double) as plain_away,
  share_of(baseline.away, totals.warned) as plain_share,
  wilson_low(baseline.away, totals.warned) as plain_low,
  wilson_high(baseline.away, totals.warned) as plain_high,
  share_of(totals.warned_away, totals.away) as caught_share
from totals
join cuts on cuts.cut = totals.cut
cross join horizon
join baseline on baseline.cut = totals.cut
order by cuts.day
