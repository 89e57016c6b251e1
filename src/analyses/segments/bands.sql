-- One row per measure and score that somebody has: its customers, the values they have, and the mark it begins at.
with scored as (
  select 'recency' as measure, 1 as place, r as score, cast(recency as double) as held
  from members
  union all
  select 'frequency' as measure, 2 as place, f as score, cast(frequency as double) as held
  from members
  union all
  select 'monetary' as measure, 3 as place, m as score, monetary as held
  from members
),
bands as (
  select measure, place, score, count(*) as customers, min(held) as lowest, max(held) as highest
  from scored
  group by measure, place, score
)
select
  cast(measure as varchar) as measure,
  cast(score as integer) as score,
  cast(customers as integer) as customers,
  cast(share_of(customers, sum(customers) over (partition by measure)) as double) as share,
  cast(lowest as double) as lowest,
  cast(highest as double) as highest,
  cast(case measure
    when 'recency' then case score when 1 then r4 when 2 then r3 when 3 then r2 when 4 then r1 end
    when 'frequency' then case score when 2 then f1 when 3 then f2 when 4 then f3 when 5 then f4 end
    else case score when 2 then m1 when 3 then m2 when 4 then m3 when 5 then m4 end
  end as double) as mark
from bands
cross join marks
order by place, score desc
