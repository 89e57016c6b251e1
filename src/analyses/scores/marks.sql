-- One row: the four marks of each measure between the scores 1 to 5. Quantiles are type 7; ranks are shared by ties,
-- score = ceil(5 * average rank / customers), written as the last value that still has the score; null where none has.
with quantiles as (
  select
    quintile_of(recency, 1) as r1, quintile_of(recency, 2) as r2,
    quintile_of(recency, 3) as r3, quintile_of(recency, 4) as r4,
    quintile_of(frequency, 1) as f1, quintile_of(frequency, 2) as f2,
    quintile_of(frequency, 3) as f3, quintile_of(frequency, 4) as f4,
    quintile_of(monetary, 1) as m1, quintile_of(monetary, 2) as m2,
    quintile_of(monetary, 3) as m3, quintile_of(monetary, 4) as m4
  from measures
  where $score in ('quantile', 'rrfm')
),
held_values as (
  select 'r' as measure, cast(recency as double) as held, count(*) as ties
  from measures
  where $score = 'rank'
  group by recency
  union all
  select 'f' as measure, cast(frequency as double) as held, count(*) as ties
  from measures
  where $score = 'rank'
  group by frequency
  union all
  select 'm' as measure, monetary as held, count(*) as ties
  from measures
  where $score = 'rank'
  group by monetary
),
ranked_values as (
  select
    measure, held,
    sum(ties) over (partition by measure order by held rows between unbounded preceding and current row) - (ties - 1) / 2.0 as place,
    sum(ties) over (partition by measure) as everybody
  from held_values
),
ranks as (
  select
    max(case when measure = 'r' and 5 * (everybody + 1 - place) > 4 * everybody then held end) as r1,
    max(case when measure = 'r' and 5 * (everybody + 1 - place) > 3 * everybody then held end) as r2,
    max(case when measure = 'r' and 5 * (everybody + 1 - place) > 2 * everybody then held end) as r3,
    max(case when measure = 'r' and 5 * (everybody + 1 - place) > everybody then held end) as r4,
    max(case when measure = 'f' and 5 * place <= everybody then held end) as f1,
    max(case when measure = 'f' and 5 * place <= 2 * everybody then held end) as f2,
    max(case when measure = 'f' and 5 * place <= 3 * everybody then held end) as f3,
    max(case when measure = 'f' and 5 * place <= 4 * everybody then held end) as f4,
    max(case when measure = 'm' and 5 * place <= everybody then held end) as m1,
    max(case when measure = 'm' and 5 * place <= 2 * everybody then held end) as m2,
    max(case when measure = 'm' and 5 * place <= 3 * everybody then held end) as m3,
    max(case when measure = 'm' and 5 * place <= 4 * everybody then held end) as m4
  from ranked_values
)
select
  cast(case $score when 'own' then $r1 when 'rank' then ranks.r1 when 'rrfm' then quantiles.r1 + 1 else quantiles.r1 end as double) as r1,
  cast(case $score when 'own' then $r2 when 'rank' then ranks.r2 when 'rrfm' then quantiles.r2 + 1 else quantiles.r2 end as double) as r2,
  cast(case $score when 'own' then $r3 when 'rank' then ranks.r3 when 'rrfm' then quantiles.r3 + 1 else quantiles.r3 end as double) as r3,
  cast(case $score when 'own' then $r4 when 'rank' then ranks.r4 when 'rrfm' then quantiles.r4 + 1 else quantiles.r4 end as double) as r4,
  cast(case $score when 'own' then $f1 when 'rank' then ranks.f1 when 'rrfm' then quantiles.f1 + 1 else quantiles.f1 end as double) as f1,
  cast(case $score when 'own' then $f2 when 'rank' then ranks.f2 when 'rrfm' then quantiles.f2 + 1 else quantiles.f2 end as double) as f2,
  cast(case $score when 'own' then $f3 when 'rank' then ranks.f3 when 'rrfm' then quantiles.f3 + 1 else quantiles.f3 end as double) as f3,
  cast(case $score when 'own' then $f4 when 'rank' then ranks.f4 when 'rrfm' then quantiles.f4 + 1 else quantiles.f4 end as double) as f4,
  cast(case $score when 'own' then $m1 when 'rank' then ranks.m1 when 'rrfm' then quantiles.m1 + 1 else quantiles.m1 end as double) as m1,
  cast(case $score when 'own' then $m2 when 'rank' then ranks.m2 when 'rrfm' then quantiles.m2 + 1 else quantiles.m2 end as double) as m2,
  cast(case $score when 'own' then $m3 when 'rank' then ranks.m3 when 'rrfm' then quantiles.m3 + 1 else quantiles.m3 end as double) as m3,
  cast(case $score when 'own' then $m4 when 'rank' then ranks.m4 when 'rrfm' then quantiles.m4 + 1 else quantiles.m4 end as double) as m4
from quantiles
cross join ranks
