-- One row per customer of the list within the bounds of what is expected and how late they are; 0 asks for no bound.
select listed_before.customer, listed_before.reason, listed_before.why, listed_before.chance, listed_before.is_flagged
from listed_before
left join expectations on expectations.customer = listed_before.customer
left join delays on delays.customer = listed_before.customer
where ($most_chance = 0 or (expectations.buys >= $least_chance and expectations.buys < $most_chance))
  and ($least_value = 0 or expectations.value >= $least_value)
  and ($least_late = 0 or delays.lateness >= $least_late)
order by listed_before.customer
