-- One row per customer: the measures and their scores from 1 to 5, 5 is best. A value on a mark has passed it with own
-- thresholds and the R package's rule, and has not with quantiles and ranks.
select
  customer, recency, frequency, monetary, revenue,
  6 - score_of(recency, r1, r2, r3, r4, $score in ('own', 'rrfm')) as r,
  score_of(frequency, f1, f2, f3, f4, $score in ('own', 'rrfm')) as f,
  score_of(monetary, m1, m2, m3, m4, $score in ('own', 'rrfm')) as m
from measures
cross join marks
