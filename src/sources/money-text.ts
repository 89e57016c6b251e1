import { quoteText } from '../engine/sql.ts';
import { hasManyBlanks, isBlankCell } from './blank-cells.ts';
import { countsOf, sampleOf, type RawTable, type Run } from './raw-table.ts';

/** `typed`: already a number; `plain`: digits and a point only; `point`: ¥1,234.56; `comma`: 1.234,56 €. */
type MoneyFormat = 'typed' | 'plain' | 'point' | 'comma';

export interface MoneyDecision {
  readonly format: MoneyFormat;
  /** Signs that stand around the digits of usual cells and are dropped: ¥, 元, the thousands mark. */
  readonly marks: readonly string[];
  /** Some cells want the tolerant reading: brackets, 万, notes. */
  readonly isMixed: boolean;
  /** Filled cells that cannot be read; blanks and dashes are not counted. */
  readonly unreadable: number;
  /** A cell such as 1.234 when only the user can say whether it is a thousand; else null. */
  readonly ambiguous: string | null;
}

/** The decision for a column that the reader has typed. */
export const TYPED_MONEY: MoneyDecision = { format: 'typed', marks: [], isMixed: false, unreadable: 0, ambiguous: null };

const CURRENCY = String.raw`(?:[A-Z]{0,3} ?[¥￥$€£₩₹฿₫₽]|CNY|RMB|USD|EUR|GBP|JPY|HKD|TWD|SGD|AUD|CAD|人民币|元)`;
// Sign or bracket, currency, sign, number, 万, currency, bracket or trailing sign.
const AMOUNT = String.raw`^(?:[-+(]|\(-)? ?${CURRENCY}? ?[-+]? ?(\d[\d.,' ]*|\.\d+) ?(万)? ?${CURRENCY}? ?[-)]?$`;
const POINT = String.raw`^(?:\d+|\d{1,3}(?:[,' ]\d{2,3})+)?(?:\.\d*)?$`;
const COMMA = String.raw`^(?:\d+|\d{1,3}(?:[.' ]\d{3})+)(?:,\d*)?$`;
const COMMA_DECIMALS = String.raw`\.\d{3},\d|^[^,]*,(?:\d{1,2}|\d{4,})\D*$`;
const POINT_DECIMALS = String.raw`,\d{3}\.\d|,\d{3},\d{3}|^[^.]*\.(?:\d{1,2}|\d{4,})\D*$`;

/** Half-width, no notes in brackets ("499.00（系统计算中）"), blanks and wrappings off, upper case. */
function cleaned(column: string): string {
  const half = `translate(${column}, '０１２３４５６７８９，．－（）￥＋' || chr(160) || chr(8239) || chr(8722), '0123456789,.-()¥+  -')`;
  const bare = `trim(${half}, '="''' || chr(9) || chr(10) || chr(13) || chr(65279) || ' ')`;
  return `upper(trim(regexp_replace(${bare}, '\\([^)]*\\p{Han}[^)]*\\)?$', '')))`;
}

/** SQL: an amount as decimal(18, scale), or null where it is blank or cannot be read. */
export function moneyExpression(column: string, decision: Pick<MoneyDecision, 'format' | 'marks' | 'isMixed'>, scale = 2): string {
  const { format, isMixed } = decision;
  const type = `decimal(18, ${scale})`;
  if (format === 'typed') return `cast(${column} as ${type})`;
  const usual = usualReading(column, decision, type);
  return isMixed ? `coalesce(${usual}, ${tolerantReading(column, format === 'comma' ? 'comma' : 'point', type)})` : usual;
}

/** Cells of digits and the column's own marks. A look at the shape comes first: a failing cast costs ten times as much. */
function usualReading(column: string, { format, marks }: Pick<MoneyDecision, 'format' | 'marks'>, type: string): string {
  if (format === 'plain') return `try_cast(${column} as ${type})`;
  const thousands = format === 'comma' ? '.' : ',';
  const signs = marks.filter((mark) => mark !== '.' && mark !== ',');
  const around = signs.length === 0 ? '' : `(?:${signs.map((sign) => sign.replace(/[$.*+?()[\]{}|^\\]/g, '\\$&')).join('|')})?`;
  const digits =
    format === 'comma' ? '(?:[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+)(?:,[0-9]*)?' : '(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{2,3})+)(?:\\.[0-9]*)?';
  const dropped = [...signs, ...(marks.includes(thousands) ? [thousands] : [])].reduce(
    (text, mark) => `replace(${text}, ${quoteText(mark)}, '')`,
    column
  );
  const number = format === 'comma' ? `replace(${dropped}, ',', '.')` : dropped;
  return `case when regexp_full_match(${column}, ${quoteText(`-?${around}-?${digits}${around}`)}) then try_cast(${number} as ${type}) end`;
}

function tolerantReading(column: string, format: 'point' | 'comma', type: string): string {
  const text = cleaned(column);
  const number = `trim(regexp_extract(${text}, ${quoteText(AMOUNT)}, 1))`;
  const shape = quoteText(format === 'point' ? POINT : COMMA);
  const dropped = `translate(${number}, ${format === 'point' ? "','' '" : "'.'' '"}, '')`;
  const digits = format === 'point' ? dropped : `replace(${dropped}, ',', '.')`;
  const sign = `case when regexp_matches(${text}, '^[^0-9]*[-(]|-$') then -1 else 1 end`;
  const tenThousands = `case when contains(${text}, '万') then 10000 else 1 end`;
  return `case when regexp_matches(${column}, '[0-9０-９]') then case when ${number} <> '' and regexp_matches(${number}, ${shape}) then cast(try_cast(${digits} as decimal(24, 6)) * ${sign} * ${tenThousands} as ${type}) end end`;
}

/**
 * Decides how the text column's amounts are written, from all its rows. A sample says what the usual cell looks
 * like; every row is read so, and what is left is looked at tolerantly.
 */
export async function decideMoney(run: Run, raw: RawTable, column: string): Promise<MoneyDecision> {
  const sample = await sampleOf(run, raw, column);
  const usual = usualFormat(sample);
  const ambiguous = thousandsOnly(sample);
  // A sample without 1.234 alone proves that points are no thousands marks; otherwise all rows are asked.
  const whole = countsOf(
    await run(`select count(${column}) as cells, count(${moneyExpression(column, { ...usual, isMixed: false })}) as read,
      ${usual.marks.includes(',') || usual.format === 'comma' ? `count(*) filter (where contains(${column}, ',') and regexp_matches(${column}, '${COMMA_DECIMALS}'))` : '0'} as commas,
      ${usual.marks.includes(',') ? `count(*) filter (where regexp_matches(${column}, '${POINT_DECIMALS}'))` : '0'} as points,
      ${ambiguous === null ? '1' : `count(*) filter (where contains(${column}, '.') and not regexp_matches(${column}, '^[^0-9]*[1-9]\\d{0,2}(\\.\\d{3})+\\D*$'))`} as decimals
    from ${raw.name}`)
  );
  const asked = ambiguous !== null && whole('decimals') === 0 && whole('commas') === 0 ? ambiguous : null;
  const isComma = usual.format === 'comma' || whole('commas') > whole('points');
  const format: MoneyFormat = isComma ? 'comma' : usual.format;
  if (whole('cells') === whole('read') && format === usual.format) return { ...usual, isMixed: false, unreadable: 0, ambiguous: asked };
  return readRest(run, raw, column, { format, marks: isComma ? [...new Set([...usual.marks, '.'])] : usual.marks, ambiguous: asked });
}

/** Reads tolerantly what the usual reading leaves, and says how much of it is an amount. */
async function readRest(
  run: Run,
  raw: RawTable,
  column: string,
  usual: Pick<MoneyDecision, 'format' | 'marks' | 'ambiguous'>
): Promise<MoneyDecision> {
  const plain = moneyExpression(column, { ...usual, isMixed: false });
  const count = countsOf(
    await run(`with texts as (
      select ${column} as text, count(*) as rows from ${raw.name} where ${column} is not null and ${plain} is null group by 1)
    select
      coalesce(sum(rows) filter (where not is_blank), 0) as filled,
      coalesce(sum(rows) filter (where point is not null), 0) as point,
      coalesce(sum(rows) filter (where comma is not null), 0) as comma,
      coalesce(sum(rows) filter (where regexp_matches(text, '${COMMA_DECIMALS}')), 0) as commas,
      coalesce(sum(rows) filter (where regexp_matches(text, '${POINT_DECIMALS}')), 0) as points
    from (
      select text, rows, ${isBlankCell('text')} as is_blank,
        ${tolerantReading('text', 'point', 'decimal(18, 4)')} as point, ${tolerantReading('text', 'comma', 'decimal(18, 4)')} as comma
      from texts) as readings`)
  );
  // Plain cells such as 7 or 1.000 read both ways: only the leftovers can speak for the comma then.
  const isComma = usual.format === 'comma' || (usual.marks.length === 0 && count('commas') > count('points'));
  if (isComma && usual.format !== 'comma') return readRest(run, raw, column, { ...usual, format: 'comma', marks: ['.'], ambiguous: null });
  const read = count(isComma ? 'comma' : 'point');
  const format: MoneyFormat = usual.format === 'plain' && read > 0 ? 'point' : usual.format;
  return { ...usual, format, isMixed: read > 0, unreadable: count('filled') - read };
}

/** The usual look of a sample's cells. */
function usualFormat(sample: readonly string[]): Pick<MoneyDecision, 'format' | 'marks'> {
  const decorated = sample.filter((text) => !/^-?\d+(\.\d+)?$/.test(text) && /\d/.test(text));
  // A dash in place of nothing is not cast in vain: digits are looked for first.
  if (decorated.length * 10 < sample.length) return { format: hasManyBlanks(sample) ? 'point' : 'plain', marks: [] };
  const commas = decorated.filter((text) => new RegExp(COMMA_DECIMALS).test(text)).length;
  const points = decorated.filter((text) => new RegExp(POINT_DECIMALS).test(text)).length;
  const format = commas > points ? 'comma' : 'point';
  const thousands = format === 'comma' ? '.' : ',';
  const signs = ['¥', '￥', '$', '€', '£', '元', ' ', '\t'].filter((sign) => decorated.some((text) => text.includes(sign)));
  return { format, marks: [...signs, ...(decorated.some((text) => text.includes(thousands)) ? [thousands] : [])] };
}

/** A cell such as 1.234 when the sample's points all stand before three digits; else null. */
function thousandsOnly(sample: readonly string[]): string | null {
  const points = sample.filter((text) => text.includes('.') && /\d/.test(text));
  return points.length > 0 && points.every((text) => /^[^0-9]*[1-9]\d{0,2}(\.\d{3})+\D*$/.test(text))
    ? ([...points].sort()[0] ?? null)
    : null;
}
