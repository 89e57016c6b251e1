-- one row per customer who bought in $month: all ('buyers'), those who bought twice ('twice'), or also in the next month ('next').
with
next_months as (
  select customer from customer_months where month = add_months($month, 1)
)
select customer_months.customer
from customer_months
left join next_months on next_months.customer = customer_months.customer
where customer_months.month = $month
  and ($group = 'buyers'
    or ($group = 'twice' and customer_months.purchases >= 2)
    or ($group = 'next' and next_months.customer is not null))
order by customer_months.customer
