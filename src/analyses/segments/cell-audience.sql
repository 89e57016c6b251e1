-- One row per customer with one recency score and one frequency score.
select customer
from members
where r = $cell_r and f = $cell_f
order by customer
