-- One row per customer of the list of whom $sign was seen.
select listed_unsigned.customer, listed_unsigned.reason, listed_unsigned.why, listed_unsigned.chance, listed_unsigned.is_flagged
from listed_unsigned
join seen on seen.customer = listed_unsigned.customer
join delays on delays.customer = listed_unsigned.customer
where case $sign
  when 'complaint' then seen.has_open_ticket
  when 'unhappy' then seen.is_unhappy
  when 'refunded' then seen.is_last_refunded
  when 'falling' then seen.is_basket_falling
  when 'moved' then seen.has_moved and delays.lateness >= 1
  when 'once' then seen.is_once
  when 'discounted' then seen.is_always_discounted end
order by listed_unsigned.customer
