-- One row per customer: measures, scores, and the segment of the chosen template. High is strictly better than the split;
-- where everybody bought equally long ago, nobody is less recent than the others, and the score alone tells.
with halves as (
  select
    customer, recency, frequency, monetary, revenue, r, f, m,
    case when is_recency_even then r >= 3 when $split = 'mean' then r > split_r else recency < split_r end as is_recent,
    case when $split = 'mean' then f > split_f else frequency > split_f end as is_frequent,
    case when $split = 'mean' then m > split_m else monetary > split_m end as is_valuable
  from scores
  cross join splits
)
select
  customer, recency, frequency, monetary, revenue, r, f, m,
  case $template
    when 'cn8' then concat(
      case when is_recent then '1' else '0' end,
      case when is_frequent then '1' else '0' end,
      case when is_valuable then '1' else '0' end)
    when 'activity' then concat(
      case when is_recent then 'active' else 'quiet' end,
      case when is_valuable then '-high' else '-low' end)
    when 'west11' then case
      when r <= 2 and f = 5 then 'cant-lose'
      when r <= 2 and f >= 3 then 'at-risk'
      when r = 1 and f = 1 then 'lost'
      when r <= 2 then 'hibernating'
      when r = 3 and f <= 2 then 'about-to-sleep'
      when r = 3 and f = 3 then 'need-attention'
      when r = 5 and f >= 4 then 'champions'
      when f >= 4 then 'loyal'
      when f >= 2 then 'potential-loyalists'
      when r = 4 then 'promising'
      else 'new'
    end
    -- R package rfm: the first rule that matches
    else case
      when r = 5 and f = 5 and m = 5 then 'champions'
      when r >= 3 and f >= 3 and m >= 2 then 'potential-loyalists'
      when r between 2 and 4 and f between 2 and 4 and m between 2 and 4 then 'loyal'
      when r between 3 and 4 and f <= 3 and m >= 3 then 'promising'
      when r >= 4 and f <= 3 then 'new'
      when r <= 2 and f between 3 and 4 and m >= 4 then 'cant-lose'
      when r <= 2 and f >= 2 and m >= 4 then 'at-risk'
      when r <= 3 and f >= 3 and m >= 3 then 'need-attention'
      when r between 2 and 3 and f <= 3 and m <= 4 then 'about-to-sleep'
      when r = 1 then 'lost'
      else 'others'
    end
  end as segment
from halves
