import { quoteText } from '../engine/sql.ts';
import { roleExpression, type Formats } from './column-formats.ts';
import { answerText, CURRENCY_QUESTION, readAnswer, type CurrencyAnswer } from './currency-answer.ts';
import { rowsOfTable } from './engine-work.ts';
import { codeIn, SIGNS, signOf } from './currency-signs.ts';
import { columnOf, type Mapping } from './mapping.ts';
import { isLoaded, rawName, rowsOf, sampleOf, type RawTable, type Run } from './raw-table.ts';
import type { Question } from './source.ts';

/** The currencies of a file. Amounts in different ones are never added: one is used, or all at given rates, or each by itself. */
export interface CurrencyReading {
  /** The currency of the amounts used, in capitals (the most frequent where all are kept), or null when the file does not say. */
  readonly code: string | null;
  /** SQL: whether a raw row is in a currency that is not used; null when all are. */
  readonly test: string | null;
  /** SQL: the currency that a raw row names, where rows of several are used, or of another than `code`; else null. */
  readonly each: string | null;
  /** What 1 of another currency counts as in `code`, for those in the file; empty unless converted. */
  readonly rates: ReadonlyMap<string, string>;
  /** All currencies are kept, each by itself. */
  readonly isSplit: boolean;
  /** The file's currencies with their rows, most frequent first. */
  readonly found: Question['values'];
  readonly question: Question | null;
  /** Told by a sign that several currencies share ($, ¥): another file of the shop may know better. */
  readonly isSign: boolean;
}

/** Reads the currency column, if there is one; until the user answers, the most frequent currency is used. */
export async function readCurrency(run: Run, raw: RawTable, mapping: Mapping, formats: Formats): Promise<CurrencyReading | null> {
  const column = columnOf(mapping, 'currency');
  if (column !== null && isLoaded(raw, column)) return among(run, raw, mapping, formats, column, codeIn(rawName(column)));
  const amounts = amountColumn(mapping);
  const elsewhere = saidElsewhere(raw, mapping, amounts);
  if (amounts === null || raw.reads[amounts] !== 'text') return elsewhere;
  // Amounts may carry their currencies themselves: €10.00 beside $12.00.
  const signed = (await sampleOf(run, raw, rawName(amounts))).some((cell) => SIGNS.some(([sign]) => sign.test(cell)));
  return (signed ? await among(run, raw, mapping, formats, amounts, signOf(rawName(amounts))) : null) ?? elsewhere;
}

/** The currency among those that `code` (SQL, null where a row tells none) finds; null when it finds none. */
async function among(
  run: Run,
  raw: RawTable,
  mapping: Mapping,
  formats: Formats,
  column: number,
  code: string
): Promise<CurrencyReading | null> {
  // Cells of a currency column are few different ones.
  const cells = `(select ${rawName(column)}, ${rowsOf(raw)} as rows from ${raw.name} group by ${rawName(column)}) as cells`;
  const counted = rowsOfTable(
    await run(
      `select code, sum(rows) as rows from (select ${code} as code, rows from ${cells}) as codes where code is not null group by code order by rows desc, code limit 50`
    )
  );
  const amount = amountColumn(mapping);
  // Other files may be in other currencies: what costs nothing is told beforehand.
  const isCheap = amount !== null && raw.reads[amount] !== 'text';
  const amounts = counted.length > 1 || isCheap ? await amountsBy(run, raw, mapping, formats, code) : null;
  const found = counted.map(([value, rows]) => ({
    value: String(value),
    rows: Number(rows),
    amount: amounts?.get(String(value)) ?? null
  }));
  const first = found[0];
  if (!first) return null;
  const isSign = column !== columnOf(mapping, 'currency') && !isInYuan(mapping);
  return decided(mapping, { found, column, code, isSign }) ?? { ...NOTHING_ASKED, code: first.value, found, isSign };
}

/** The sum of the amounts of each currency, as they stand in the file. */
async function amountsBy(run: Run, raw: RawTable, mapping: Mapping, formats: Formats, code: string): Promise<Map<string, number>> {
  const role = (['amount', 'gross'] as const).find((one) => isLoaded(raw, columnOf(mapping, one) ?? -1));
  const amount = role ? roleExpression(raw, mapping, formats, role) : null;
  if (amount === null) return new Map();
  const sums = rowsOfTable(
    await run(`select ${code} as code, cast(coalesce(sum(${amount}), 0) as double) as amount from ${raw.name} group by 1`)
  );
  return new Map(sums.map(([value, sum]) => [String(value), Number(sum)]));
}

const NOTHING_ASKED = { test: null, each: null, rates: new Map<string, string>(), isSplit: false, question: null };

interface Found {
  readonly found: Question['values'];
  readonly column: number;
  /** SQL: the currency that a row names, or null. */
  readonly code: string | null;
  readonly isSign: boolean;
}

/** What the user's answer makes of the file's currencies; null when the file has one and nothing is done about it. */
function decided(mapping: Mapping, { found, column, code, isSign }: Found): CurrencyReading | null {
  const first = found[0];
  if (!first) return null;
  const codes = found.map(({ value }) => value);
  const answer = readAnswer(mapping.answers[CURRENCY_QUESTION]);
  const own = code ?? quoteText(first.value);
  const isKnown = answer !== null && (answer.way === 'split' || codes.some((one) => one === answer.code || ratesOf(answer).has(one)));
  const question: Question = {
    id: CURRENCY_QUESTION,
    kind: 'currency',
    column,
    values: found,
    options: codes,
    answer: isKnown ? answerText(answer) : null
  };
  const told = { found, question, isSign, isSplit: false, rates: NOTHING_ASKED.rates };
  if (isKnown && answer.way === 'rates') {
    const rates = new Map([...answer.rates].filter(([one]) => codes.includes(one)));
    const used = [answer.code, ...rates.keys()];
    if (found.length === 1 && rates.size === 0) return null;
    return {
      ...told,
      code: answer.code,
      rates,
      each: rates.size === 0 ? null : own,
      test: codes.every((one) => used.includes(one)) ? null : isOther(own, used)
    };
  }
  if (found.length === 1 || code === null) return null;
  if (answer?.way === 'split') return { ...told, code: first.value, isSplit: true, each: code, test: null };
  const chosen = answer?.way === 'one' && isKnown ? answer.code : first.value;
  return { ...told, code: chosen, each: null, test: isOther(code, [chosen]) };
}

const ratesOf = (answer: CurrencyAnswer) => (answer.way === 'rates' ? answer.rates : NOTHING_ASKED.rates);
// A row that names no currency is in the one that is used.
const isOther = (code: string, used: readonly string[]) => `coalesce(${code} not in (${used.map(quoteText).join(', ')}), false)`;

/** SQL: an amount of a row, converted and rounded to cents; `currency` is its currency, null where it is the one used. */
export function converted(amount: string, { rates }: Pick<CurrencyReading, 'rates'>, currency = 'currency'): string {
  return rates.size === 0 ? amount : `cast(round(${amount} * ${rateOf(rates, currency)}, 2) as decimal(18, 2))`;
}

/** SQL: what 1 of `currency` counts as in the currency used. */
export function rateOf(rates: ReadonlyMap<string, string>, currency: string): string {
  const decimal = (rate: string) => `cast('${rate}' as decimal(18, 10))`;
  return `case ${currency} ${[...rates].map(([code, rate]) => `when ${quoteText(code)} then ${decimal(rate)}`).join(' ')} else ${decimal('1')} end`;
}

/** Exports of shops that sell in one currency only. */
const IN_YUAN: readonly string[] = ['taobao', 'taobao-items', 'jd', 'pinduoduo', 'doudian', 'xiaohongshu', 'youzan'];

const isInYuan = (mapping: Mapping) => IN_YUAN.includes(mapping.family ?? '');

/** The currency as the amount's header or the export's kind tells it. */
function saidElsewhere(raw: RawTable, mapping: Mapping, column: number | null): CurrencyReading | null {
  const header = column === null ? '' : (raw.headers[column] ?? '');
  const code = SIGNS.find(([sign]) => sign.test(header))?.[1] ?? (isInYuan(mapping) ? 'CNY' : null);
  if (code === null) return null;
  const isSign = !isInYuan(mapping);
  const found = [{ value: code, rows: raw.rows }];
  return decided(mapping, { found, column: column ?? 0, code: null, isSign }) ?? { ...NOTHING_ASKED, code, found, isSign };
}

function amountColumn(mapping: Mapping): number | null {
  return columnOf(mapping, 'amount') ?? columnOf(mapping, 'gross') ?? columnOf(mapping, 'unit_price');
}
