-- One row: what parts high from low in the templates that split each measure in two, and whether recency is the same for everybody.
select
  cast(case $split when 'mean' then avg(r) when 'value-mean' then avg(recency)
    when 'median' then median_of(case when $split = 'median' then recency end) else $cut_r end as double) as split_r,
  cast(case $split when 'mean' then avg(f) when 'value-mean' then avg(frequency)
    when 'median' then median_of(case when $split = 'median' then frequency end) else $cut_f end as double) as split_f,
  cast(case $split when 'mean' then avg(m) when 'value-mean' then avg(monetary)
    when 'median' then median_of(case when $split = 'median' then monetary end) else $cut_m end as double) as split_m,
  cast(case $split when 'mean' then max(r) = min(r) when 'own' then false else max(recency) = min(recency) end as boolean) as is_recency_even
from scores
where $template in ('cn8', 'activity')
