import { quoteText } from '../engine/sql.ts';
import { countsOf, type RawTable, type Run } from './raw-table.ts';
import { BLANKS } from './value-shapes.ts';

/** `typed`: already a number; `plain`: digits and a point only; `point`: ¥1,234.56; `comma`: 1.234,56 €. */
export type MoneyFormat = 'typed' | 'plain' | 'point' | 'comma';

export interface MoneyDecision {
  readonly format: MoneyFormat;
  /** Filled cells that cannot be read; blanks and dashes are not counted. */
  readonly unreadable: number;
  /** A cell such as 1.234 when only the user can say whether it is a thousand; else null. */
  readonly ambiguous: string | null;
}

/** The blank texts as an SQL list, lower case. */
export const BLANK_LIST = BLANKS.map(quoteText).join(', ');

const CURRENCY = String.raw`(?:[A-Z]{0,2}[¥￥$€£₩₹฿₫₽]|CNY|RMB|USD|EUR|GBP|JPY|HKD|TWD|SGD|AUD|CAD|人民币|元)`;
// Sign or bracket, currency, sign, number, 万, currency, bracket or trailing sign.
const AMOUNT = String.raw`^(?:[-+(]|\(-)? ?${CURRENCY}? ?[-+]? ?(\d[\d.,' ]*|\.\d+) ?(万)? ?${CURRENCY}? ?[-)]?$`;
const POINT = String.raw`^(?:\d+|\d{1,3}(?:[,' ]\d{2,3})+)?(?:\.\d*)?$`;
const COMMA = String.raw`^(?:\d+|\d{1,3}(?:[.' ]\d{3})+)(?:,\d*)?$`;

/** Half-width, no notes in brackets ("499.00（系统计算中）"), blanks and wrappings off, upper case. */
function cleaned(column: string): string {
  const half = `translate(${column}, '０１２３４５６７８９，．－（）￥＋' || chr(160) || chr(8239) || chr(8722), '0123456789,.-()¥+  -')`;
  const bare = `trim(${half}, '="''' || chr(9) || chr(10) || chr(13) || chr(65279) || ' ')`;
  return `upper(trim(regexp_replace(${bare}, '\\([^)]*\\p{Han}[^)]*\\)?$', '')))`;
}

/** SQL: an amount as decimal(18, scale), or null where it is blank or cannot be read. */
export function moneyExpression(column: string, format: MoneyFormat, scale = 2): string {
  const type = `decimal(18, ${scale})`;
  if (format === 'typed') return `cast(${column} as ${type})`;
  const plain = `try_cast(${column} as ${type})`;
  if (format === 'plain') return plain;
  return format === 'point' ? `coalesce(${plain}, ${decorated(column, 'point', type)})` : decorated(column, 'comma', type);
}

function decorated(column: string, format: 'point' | 'comma', type: string): string {
  const text = cleaned(column);
  const number = `trim(regexp_extract(${text}, '${AMOUNT.replaceAll("'", "''")}', 1))`;
  const shape = (format === 'point' ? POINT : COMMA).replaceAll("'", "''");
  const dropped = `translate(${number}, ${format === 'point' ? "','' '" : "'.'' '"}, '')`;
  const digits = format === 'point' ? dropped : `replace(${dropped}, ',', '.')`;
  const sign = `case when regexp_matches(${text}, '^[^0-9]*[-(]|-$') then -1 else 1 end`;
  const tenThousands = `case when contains(${text}, '万') then 10000 else 1 end`;
  return `case when ${number} <> '' and regexp_matches(${number}, '${shape}') then cast(try_cast(${digits} as decimal(24, 6)) * ${sign} * ${tenThousands} as ${type}) end`;
}

/** Decides how the text column's amounts are written, from all its rows: one scan where they are plain, two where they are not. */
export async function decideMoney(run: Run, raw: RawTable, column: string): Promise<MoneyDecision> {
  const isFilled = `${column} is not null and lower(trim(${column})) not in (${BLANK_LIST})`;
  const first = countsOf(
    await run(`select
      count(*) filter (where ${isFilled}) as filled,
      count(*) filter (where ${isFilled} and try_cast(${column} as decimal(18, 4)) is not null) as plain,
      count(*) filter (where contains(${column}, '.')) as points,
      count(*) filter (where regexp_matches(${column}, '^[^0-9]*[1-9]\\d{0,2}(\\.\\d{3})+\\D*$')) as thousands
    from ${raw.name}`)
  );
  const mayBeThousands = first('points') > 0 && first('points') === first('thousands');
  if (first('filled') === first('plain') && !mayBeThousands) return { format: 'plain', unreadable: 0, ambiguous: null };
  const result = await run(`with texts as (
      select ${cleaned(column)} as text, count(*) as rows from ${raw.name} where ${isFilled} group by 1)
    select
      coalesce(sum(rows) filter (where regexp_matches(text, '\\.\\d{3},\\d|^[^,]*,(\\d{1,2}|\\d{4,})\\D*$')), 0) as commas,
      coalesce(sum(rows) filter (where regexp_matches(text, ',\\d{3}\\.\\d|,\\d{3},\\d{3}|^[^.]*\\.(\\d{1,2}|\\d{4,})\\D*$')), 0) as points,
      coalesce(sum(rows) filter (where ${decorated('text', 'point', 'decimal(18, 4)')} is null), 0) as unread_point,
      coalesce(sum(rows) filter (where ${decorated('text', 'comma', 'decimal(18, 4)')} is null), 0) as unread_comma,
      min(text) filter (where contains(text, '.')) as example
    from texts`);
  const count = countsOf(result);
  const example = result.at(0, result.columns.findIndex((one) => one.name === 'example'));
  const format = count('commas') > count('points') ? 'comma' : 'point';
  const isUndecided = mayBeThousands && count('commas') === 0;
  return { format, unreadable: count(format === 'comma' ? 'unread_comma' : 'unread_point'), ambiguous: isUndecided && typeof example === 'string' ? example : null };
}
