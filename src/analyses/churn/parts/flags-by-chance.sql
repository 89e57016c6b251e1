-- One row per customer: whether the chance to buy is below $below.
select customer, chance < $below as is_flagged
from chances
