/**
 * Our portable vocabulary: what SQL dialects spell differently goes through these names, which are
 * inlined by DuckDB at no cost and which an exporter can spell for another warehouse.
 */
export const FUNCTIONS: readonly { readonly name: string; readonly definition: string; readonly promise: string }[] = [
  { name: 'day_of', definition: 'day_of(moment) as cast(moment as date)', promise: 'the calendar day of a moment' },
  { name: 'month_of', definition: "month_of(day) as cast(date_trunc('month', day) as date)", promise: 'first day of the month' },
  {
    name: 'period_of',
    definition: 'period_of(day, grain) as cast(date_trunc(grain, day) as date)',
    promise: "first day of the day's 'day', 'week' (Monday), 'month', 'quarter' or 'year'"
  },
  {
    name: 'periods_between',
    definition:
      'periods_between(earlier, later, grain) as date_diff(grain, cast(date_trunc(grain, earlier) as date), cast(date_trunc(grain, later) as date))',
    promise: 'grain boundaries crossed from the earlier day to the later'
  },
  {
    name: 'add_periods',
    definition:
      "add_periods(day, n, grain) as cast(case grain when 'day' then day + to_days(cast(n as integer)) when 'week' then day + to_weeks(cast(n as integer)) when 'month' then day + to_months(cast(n as integer)) when 'quarter' then day + to_months(3 * cast(n as integer)) else day + to_years(cast(n as integer)) end as date)",
    promise: 'the day n periods later'
  },
  {
    name: 'days_between',
    definition: 'days_between(earlier, later) as cast(later as date) - cast(earlier as date)',
    promise: 'whole days from the earlier day to the later'
  },
  {
    name: 'months_between',
    definition: "months_between(earlier, later) as date_diff('month', earlier, later)",
    promise: 'month boundaries crossed'
  },
  { name: 'add_days', definition: 'add_days(day, n) as cast(day + to_days(cast(n as integer)) as date)', promise: 'the day n days later' },
  {
    name: 'add_months',
    definition: 'add_months(day, n) as cast(day + to_months(cast(n as integer)) as date)',
    promise: 'the day n months later'
  },
  { name: 'median_of', definition: 'median_of(x) as median(x)', promise: 'the median, type 7' },
  {
    name: 'quantile_of',
    definition: 'quantile_of(x, p) as quantile_cont(x, p)',
    promise: 'the type-7 quantile; p is a constant from 0 to 1'
  },
  {
    name: 'share_of',
    definition: 'share_of(part, whole) as cast(part as double) / nullif(cast(whole as double), 0)',
    promise: 'part ÷ whole, null when whole is 0'
  },
  {
    name: 'wilson_low',
    definition:
      'wilson_low(part, whole) as case when not whole > 0 then null when part = 0 then 0e0 else greatest(0e0, (cast(part as double) + 1.920729410347062e0 - 1.959963984540054e0 * sqrt(cast(part as double) * (cast(whole as double) - part) / whole + 0.9603647051735311e0)) / (cast(whole as double) + 3.841458820694124e0)) end',
    promise: 'lower end of the 95 % Wilson score interval of part ÷ whole (Wilson 1927), null when whole is 0'
  },
  {
    name: 'wilson_high',
    definition:
      'wilson_high(part, whole) as case when not whole > 0 then null when part = whole then 1e0 else least(1e0, (cast(part as double) + 1.920729410347062e0 + 1.959963984540054e0 * sqrt(cast(part as double) * (cast(whole as double) - part) / whole + 0.9603647051735311e0)) / (cast(whole as double) + 3.841458820694124e0)) end',
    promise: 'upper end of the 95 % Wilson score interval of part ÷ whole (Wilson 1927), null when whole is 0'
  },
  {
    name: 'quintile_of',
    definition: 'quintile_of(x, k) as quantile_cont(x, [0.2, 0.4, 0.6, 0.8])[k]',
    promise: 'the type-7 quantile at k fifths, k from 1 to 4; the four of one column are found in one go'
  },
  {
    name: 'score_of',
    definition:
      'score_of(x, m1, m2, m3, m4, at_mark) as case when m4 is null or x > m4 or (at_mark and x = m4) then 5 when m3 is null or x > m3 or (at_mark and x = m3) then 4 when m2 is null or x > m2 or (at_mark and x = m2) then 3 when m1 is null or x > m1 or (at_mark and x = m1) then 2 else 1 end',
    promise:
      '1 to 5: one more than the rising marks that x has passed; on a mark it has when at_mark is true; a missing mark is passed by all'
  },
  {
    name: 'text_contains',
    definition: 'text_contains(hay, needle) as contains(lower(hay), lower(needle))',
    promise: 'whether a text holds another, letter case ignored'
  }
];

/** The statements that teach a database our vocabulary. */
export const CREATE_FUNCTIONS: readonly string[] = FUNCTIONS.map(({ definition }) => `create or replace macro ${definition}`);
