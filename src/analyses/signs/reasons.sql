-- One row per customer of `chosen` (customer, why, is_flagged): what may explain the silence, in the words given, strongest first; `why` is what
-- takes most from a model's chance to buy, said where nothing seen says it already. Another channel explains only those who are late. Nothing seen: how late, and of the flagged how long silent.
with told as (
  select
    seen.customer,
    case when seen.has_open_ticket then $say_complaint || $say_join else '' end
    || case when seen.is_unhappy then $say_unhappy || $say_join else '' end
    || case when seen.is_last_refunded then $say_refunded || $say_join else '' end
    || case when seen.is_basket_falling then $say_falling || $say_join else '' end
    || case when seen.has_moved and delays.lateness >= 1 then $say_moved || seen.channel_before || $say_moved_to || seen.last_channel || $say_moved_end || $say_join else '' end
    || case when seen.is_once then $say_once || $say_join else '' end
    || case when seen.is_always_discounted then $say_discounted || $say_join else '' end
    || case chosen.why
      when 'times-' then case when seen.is_once then '' else $say_few || $say_join end
      when 'trend-' then $say_less || $say_join
      when 'basket-' then $say_small || $say_join
      when 'refund+' then case when seen.is_last_refunded then '' else $say_refunds || $say_join end
      when 'unhappy+' then case when seen.has_open_ticket or seen.is_unhappy then '' else $say_complaints || $say_join end
      when 'complaint+' then case when seen.has_open_ticket then '' else $say_complaint || $say_join end
      when 'activity-' then $say_quiet || $say_join
      when 'activity_trend-' then $say_quieter || $say_join
      else '' end as said
  from seen
  join chosen on chosen.customer = seen.customer
  join delays on delays.customer = seen.customer
)
select
  told.customer,
  case
    when told.said <> '' then substr(told.said, 1, length(told.said) - length($say_join))
    when delays.lateness >= 1 then $say_late || cast(round(delays.lateness, 1) as varchar) || $say_late_end
    when chosen.is_flagged and delays.silence > 0 then $say_silent || cast(delays.silence as varchar) || $say_silent_end
  end as reason
from told
join chosen on chosen.customer = told.customer
join delays on delays.customer = told.customer
