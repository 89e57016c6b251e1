-- One row per customer of `standings`: the chance to buy within $horizon days of $day, by silence alone or by MBG/NBD (Batislam et al. 2007).
with chance_stays as (
  select
    customer, silence, x, recency, age,
    1 / nullif(1 + exp(least(700, ln(greatest(cast($a as double), 1e-300)) - ln(cast($b as double) + x) + (cast($r as double) + x) * (ln(cast($alpha as double) + age) - ln(cast($alpha as double) + recency)))), 0) as alive,
    1 - exp((cast($r as double) + x) * (ln(cast($alpha as double) + age) - ln(cast($alpha as double) + age + $horizon))) as buys_if_alive
  from standings
),
chance_scores as (
  select
    customer, silence,
    case when $ranking = 'silence' then -ln(1 + silence)
      else greatest(-30, least(30, ln(greatest(alive * buys_if_alive, 1e-300)) - ln(greatest(1 - alive * buys_if_alive, 1e-300)))) end as score
  from chance_stays
),
held_scores as (
  select customer, silence, greatest(cast($least as double), least(cast($most as double), score)) as score from chance_scores
)
select customer, silence, cast(null as varchar) as why, 1 / nullif(1 + exp(-greatest(-30, least(30, cast($shift as double) + cast($slope as double) * score + cast($bend as double) * score * score))), 0) as chance
from held_scores
