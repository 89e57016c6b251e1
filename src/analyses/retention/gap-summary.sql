-- one row: all completed gaps between purchases, in days, pooled over customers.
select
  cast(count(gap) as integer) as gaps,
  cast(count(distinct customer) as integer) as customers,
  cast(avg(gap) as double) as mean,
  cast(stddev_samp(gap) as double) as deviation,
  cast(min(gap) as integer) as shortest,
  cast(quantile_of(gap, 0.1) as double) as p10,
  cast(quantile_of(gap, 0.25) as double) as p25,
  cast(median_of(gap) as double) as median,
  cast(quantile_of(gap, 0.75) as double) as p75,
  cast(quantile_of(gap, 0.9) as double) as p90,
  cast(quantile_of(gap, 0.95) as double) as p95,
  cast(max(gap) as integer) as longest
from purchases
where nth > 1
order by gaps
