-- One row per customer: what the fitted models expect of them, null where nothing could be fitted; `step_1` to `step_7` are
-- what one standard error of the parameters along each independent direction changes in the value, `chance` is the variance of what really comes.
with histories as (
  select
    customer,
    cast(count(*) - 1 as double) as x,
    cast(days_between(min(day), max(day)) as double) as recency,
    cast(days_between(min(day), $as_of) as double) as age,
    sum(case when nth > 1 then cast(amount as double) else 0 end) as repeat_money
  from purchases
  group by customer
),
means as (
  select customer, x, recency, age, case when repeat_money > 0 then repeat_money / nullif(x, 0) end as mean
  from histories
),
prices as (
  select
    means.customer,
    case when forecasts.is_known = 1 then forecasts.alive end as alive,
    case when forecasts.is_known = 1 then forecasts.buys end as buys,
    case when forecasts.is_known = 1 then forecasts.buys_low end as buys_low,
    case when forecasts.is_known = 1 then forecasts.buys_high end as buys_high,
    case when forecasts.is_known = 1 then forecasts.expected end as expected,
    case when forecasts.is_known = 1 then forecasts.wait_early end as wait_early,
    case when forecasts.is_known = 1 then forecasts.wait_half end as wait_half,
    case when forecasts.is_known = 1 then forecasts.wait_late end as wait_late,
    case when forecasts.is_known = 1 then forecasts.bought end as bought,
    bought_1, bought_2, bought_3, bought_4,
    case when forecasts.is_priced = 1 then case when mean is null then newcomer else base + slope * least(mean, most_mean) end end as price,
    case when mean is null then newcomer_1 else base_1 + slope_1 * least(mean, most_mean) end as price_1,
    case when mean is null then newcomer_2 else base_2 + slope_2 * least(mean, most_mean) end as price_2,
    case when mean is null then newcomer_3 else base_3 + slope_3 * least(mean, most_mean) end as price_3,
    case when mean is null then chance_newcomer else chance end as chance
  from means
  join forecasts on forecasts.x = means.x and forecasts.recency = means.recency and forecasts.age = means.age
)
select
  customer, alive, buys, buys_low, buys_high, expected, wait_early, wait_half, wait_late, price,
  bought * price * $margin as value,
  cast(bought_1 * price * $margin as real) as step_1,
  cast(bought_2 * price * $margin as real) as step_2,
  cast(bought_3 * price * $margin as real) as step_3,
  cast(bought_4 * price * $margin as real) as step_4,
  cast(bought * price_1 * $margin as real) as step_5,
  cast(bought * price_2 * $margin as real) as step_6,
  cast(bought * price_3 * $margin as real) as step_7,
  cast(chance * price * price * $margin * $margin as real) as chance
from prices
order by customer
