-- One row per customer of `features`: the chance to buy within $horizon days of $day, by lateness or by the logistic model's weights, one
-- of them of the log-odds by MBG/NBD (Batislam et al. 2007);
-- and which feature takes most from it, with + where it is above the mean (of trends: 0) and - where below; nothing below a tenth of the odds.
with chance_stays as (
  select
    customer,
    1 / nullif(1 + exp(least(700, ln(greatest(cast($a as double), 1e-300)) - ln(cast($b as double) + x) + (cast($r as double) + x) * (ln(cast($alpha as double) + age) - ln(cast($alpha as double) + recency)))), 0) as alive,
    1 - exp((cast($r as double) + x) * (ln(cast($alpha as double) + age) - ln(cast($alpha as double) + age + $horizon))) as buys_if_alive
  from features
),
chance_rhythms as (
  select customer, greatest(-7, least(7, ln(greatest(alive * buys_if_alive, 1e-300)) - ln(greatest(1 - alive * buys_if_alive, 1e-300)))) as rhythm
  from chance_stays
),
chance_parts as (
  select
    features.customer, lateness as late,
    cast($w_rhythm as double) * (chance_rhythms.rhythm - cast($c_rhythm as double)) as rhythm_part,
    cast($w_silence as double) * (silence - cast($c_silence as double)) as silence_part,
    cast($w_lateness as double) * (lateness - cast($c_lateness as double)) as lateness_part,
    cast($w_times as double) * (times - cast($c_times as double)) as times_part,
    cast($w_tenure as double) * (tenure - cast($c_tenure as double)) as tenure_part,
    cast($w_trend as double) * (trend - cast($c_trend as double)) as trend_part,
    cast($w_basket as double) * (basket - cast($c_basket as double)) as basket_part,
    cast($w_discount as double) * (discount - cast($c_discount as double)) as discount_part,
    cast($w_refund as double) * (refund - cast($c_refund as double)) as refund_part,
    cast($w_unhappy as double) * (unhappy - cast($c_unhappy as double)) as unhappy_part,
    cast($w_complaint as double) * (complaint - cast($c_complaint as double)) as complaint_part,
    cast($w_activity as double) * (activity - cast($c_activity as double)) as activity_part,
    cast($w_activity_trend as double) * (activity_trend - cast($c_activity_trend as double)) as activity_trend_part,
    case when times > cast($c_times as double) then 'times+' else 'times-' end as times_side,
    case when trend < 0 then 'trend-' else 'trend+' end as trend_side,
    case when basket > cast($c_basket as double) then 'basket+' else 'basket-' end as basket_side,
    case when discount > cast($c_discount as double) then 'discount+' else 'discount-' end as discount_side,
    case when refund > cast($c_refund as double) then 'refund+' else 'refund-' end as refund_side,
    case when unhappy > cast($c_unhappy as double) then 'unhappy+' else 'unhappy-' end as unhappy_side,
    case when complaint > cast($c_complaint as double) then 'complaint+' else 'complaint-' end as complaint_side,
    case when activity > cast($c_activity as double) then 'activity+' else 'activity-' end as activity_side,
    case when activity_trend < 0 then 'activity_trend-' else 'activity_trend+' end as activity_trend_side
  from features
  join chance_rhythms on chance_rhythms.customer = features.customer
),
chance_scores as (
  select
    customer,
    case when $ranking = 'lateness' then -late
      else rhythm_part + silence_part + lateness_part + times_part + tenure_part + trend_part + basket_part + discount_part + refund_part + unhappy_part + complaint_part + activity_part + activity_trend_part end as score,
    case least(times_part, trend_part, basket_part, discount_part, refund_part, unhappy_part, complaint_part, activity_part, activity_trend_part, -0.1)
      when times_part then times_side
      when trend_part then trend_side
      when basket_part then basket_side
      when discount_part then discount_side
      when refund_part then refund_side
      when unhappy_part then unhappy_side
      when complaint_part then complaint_side
      when activity_part then activity_side
      when activity_trend_part then activity_trend_side
    end as why
  from chance_parts
),
held_scores as (
  select customer, why, greatest(cast($least as double), least(cast($most as double), score)) as score from chance_scores
)
select
  held_scores.customer, standings.silence,
  case when $ranking = 'logistic' then held_scores.why end as why,
  1 / nullif(1 + exp(-greatest(-30, least(30, cast($shift as double) + cast($slope as double) * held_scores.score + cast($bend as double) * held_scores.score * held_scores.score))), 0) as chance
from held_scores
join standings on standings.customer = held_scores.customer
