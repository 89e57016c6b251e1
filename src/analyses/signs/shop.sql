-- One row: the usual gap between purchases in the shop, in days.
select median_of(gap) as usual_gap from purchases where nth > 1
