import { quoteText } from '../engine/sql.ts';
import { rowsOfTable } from './engine-work.ts';
import { columnOf, type Mapping } from './mapping.ts';
import { isLoaded, rawName, sampleOf, type RawTable, type Run } from './raw-table.ts';
import type { Question } from './source.ts';

/** The currencies of a file. Amounts in different ones are never added: one is chosen, the others set aside. */
export interface CurrencyReading {
  /** The currency of the amounts used, in capitals, or null when the file does not say. */
  readonly code: string | null;
  /** SQL: whether a raw row is in another currency; null when there is only one. */
  readonly test: string | null;
  readonly question: Question | null;
  /** Told by a sign that several currencies share ($, ¥): another file of the shop may know better. */
  readonly isSign: boolean;
}

/** The question's id. */
export const CURRENCY_QUESTION = 'currency';

/** Reads the currency column, if there is one; until the user answers, the most frequent currency is used. */
export async function readCurrency(run: Run, raw: RawTable, mapping: Mapping): Promise<CurrencyReading | null> {
  const column = columnOf(mapping, 'currency');
  if (column !== null && isLoaded(raw, column))
    return among(run, raw, mapping, column, `nullif(upper(trim(cast(${rawName(column)} as varchar))), '')`);
  const amounts = amountColumn(mapping);
  const elsewhere = saidElsewhere(raw, mapping, amounts);
  if (amounts === null || raw.reads[amounts] !== 'text') return elsewhere;
  // Amounts may carry their currencies themselves: €10.00 beside $12.00.
  const signed = (await sampleOf(run, raw, rawName(amounts))).some((cell) => SIGNS.some(([sign]) => sign.test(cell)));
  return (signed ? await among(run, raw, mapping, amounts, signOf(rawName(amounts))) : null) ?? elsewhere;
}

/** The currency among those that `code` (SQL, null where a row tells none) finds; null when it finds none. */
async function among(run: Run, raw: RawTable, mapping: Mapping, column: number, code: string): Promise<CurrencyReading | null> {
  const found = rowsOfTable(
    await run(
      `select code, count(*) as rows from (select ${code} as code from ${raw.name}) as codes where code is not null group by code order by rows desc, code limit 50`
    )
  );
  const values = found.map(([value, rows]) => ({ value: String(value), rows: Number(rows) }));
  const first = values[0];
  if (!first) return null;
  const isSign = column !== columnOf(mapping, 'currency') && !isInYuan(mapping);
  if (values.length === 1) return { code: first.value, test: null, question: null, isSign };
  const answer = mapping.answers[CURRENCY_QUESTION] ?? null;
  const chosen = values.find(({ value }) => value === answer) ?? first;
  return {
    code: chosen.value,
    test: `coalesce(${code} <> ${quoteText(chosen.value)}, false)`,
    question: { id: CURRENCY_QUESTION, kind: 'currency', column, values, options: values.map(({ value }) => value), answer },
    isSign
  };
}

// Signs and codes that a header may carry: 商品总价(元), Amount (USD).
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[(（]\s*元\s*[)）]|\d\s*元|人民币|[¥￥]|\b(?:rmb|cny)\b/i, 'CNY'],
  [/[$]|\busd\b/i, 'USD'],
  [/€|\beur\b/i, 'EUR'],
  [/£|\bgbp\b/i, 'GBP']
];
/** Exports of shops that sell in one currency only. */
const IN_YUAN: readonly string[] = ['taobao', 'taobao-items', 'jd', 'pinduoduo', 'doudian', 'xiaohongshu', 'youzan'];

const isInYuan = (mapping: Mapping) => IN_YUAN.includes(mapping.family ?? '');

/** The currency as the amount's header or the export's kind tells it. */
function saidElsewhere(raw: RawTable, mapping: Mapping, column: number | null): CurrencyReading | null {
  const header = column === null ? '' : (raw.headers[column] ?? '');
  const code = SIGNS.find(([sign]) => sign.test(header))?.[1] ?? (isInYuan(mapping) ? 'CNY' : null);
  return code === null ? null : { code, test: null, question: null, isSign: !isInYuan(mapping) };
}

function amountColumn(mapping: Mapping): number | null {
  return columnOf(mapping, 'amount') ?? columnOf(mapping, 'gross') ?? columnOf(mapping, 'unit_price');
}

/** SQL: the currency whose sign stands in an amount's cell, or null. */
function signOf(cell: string): string {
  const signs = [
    ['[¥￥元]|RMB|CNY', 'CNY'],
    ['HK ?[$]|HKD', 'HKD'],
    ['NT ?[$]|TWD', 'TWD'],
    ['AU? ?[$]|AUD', 'AUD'],
    ['CA? ?[$]|CAD', 'CAD'],
    ['[$]|USD', 'USD'],
    ['€|EUR', 'EUR'],
    ['£|GBP', 'GBP']
  ] as const;
  return `case ${signs.map(([sign, code]) => `when regexp_matches(upper(${cell}), ${quoteText(sign)}) then ${quoteText(code)}`).join(' ')} end`;
}

/** Whether a code told by a sign may be the other code: $ is the sign of many dollars, ¥ of the yuan and the yen. */
export function mayBe(sign: string, code: string): boolean {
  return sign === code || (sign === 'USD' && /^[A-Z]{2}D$/.test(code)) || (sign === 'CNY' && code === 'JPY');
}
