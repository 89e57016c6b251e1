-- One row per customer of the list whose chance to buy is within the bounds.
select listed_before.customer, listed_before.reason
from listed_before
join expectations on expectations.customer = listed_before.customer
where expectations.buys >= $least_chance and expectations.buys < $most_chance
order by listed_before.customer
