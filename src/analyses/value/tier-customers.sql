-- One row per customer of a tier, all or those with one reason, with what put them there in words.
select
  customer,
  case reason when 'loses' then $loses when 'deaf' then $deaf when 'little' then $little when 'coupon' then $coupons when 'fading' then $fading when 'young' then $young when 'unseen' then $unseen else $core end as reason
from tiers
where tier = $tier and ($why = '' or reason = $why)
order by customer
