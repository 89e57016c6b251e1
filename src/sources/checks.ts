import type { ResultTable } from '../engine/arrow.ts';
import { MOMENT_ROLES, MONEY_ROLES, roleExpression, type Formats } from './column-formats.ts';
import { dateOrder, type DateDecision } from './date-text.ts';
import { isScientific, WRAPPINGS, wrappingTest } from './id-text.ts';
import type { MeasuredIdentity } from './identity.ts';
import type { Mapping, Role } from './mapping.ts';
import { isLoaded, rawName, rowsOf, type RawTable, type Run } from './raw-table.ts';
import type { Note } from './source.ts';
import type { StatusReading } from './statuses.ts';

/** What is known about a file besides its cells. */
interface CheckContext {
  readonly statuses?: readonly (StatusReading | null)[];
  /** ISO code of the amounts, or null when the file does not say. */
  readonly currency?: string | null;
  /** Rows whose order id another row before them has, where the import has counted them already. */
  readonly repeatedOrders?: number;
  /** Columns whose ids are known to carry no wrapping. */
  readonly plain?: ReadonlySet<number>;
  /** How many different cells a column has, where that was counted already. */
  readonly distinct?: ReadonlyMap<number, number>;
}

/** One number to gather about a column, as SQL; its name in the result is `<name>_<column>`. */
type Measure = readonly [name: string, sql: string];

const ID_ROLES: readonly Role[] = ['order_id', 'line_id'];
/** Ids told apart by their 64-bit hash: exact but for one chance in 10^7 at a million rows, and three times as fast. */
const distinctOf = (cell: string) => `count(distinct case when ${cell} is not null then hash(${cell}) end)`;

/**
 * What was found in each column of the file, from one scan of the raw table: how many different, how many
 * empty or unreadable, the span of dates, the median amount. Columns without a role say that they are not used.
 */
export async function checkColumns(
  run: Run,
  raw: RawTable,
  mapping: Mapping,
  formats: Formats,
  identity: MeasuredIdentity,
  context: CheckContext = {}
): Promise<Note[][]> {
  const measures = mapping.roles.flatMap((role, column) =>
    role !== null && role !== 'customer' && isLoaded(raw, column)
      ? measuresOf(raw, mapping, formats, context, role, column).map(([name, sql]) => `${sql} as ${name}_${column}`)
      : []
  );
  const result = measures.length === 0 ? null : await run(`select ${measures.join(',\n')} from ${raw.name}`);
  return mapping.roles.map((role, column) => {
    if (role === 'customer') return customerNotes(identity, column);
    if (role === null || !isLoaded(raw, column)) return [{ code: mapping.personal[column] ? 'left-out' : 'not-used', level: 'info' }];
    return notesOf(role, column, raw, valuesOf(result), formats, context);
  });
}

/** Finding the middle of all takes half of the scan's time; evenly spread ones tell it to a few per mille. */
const MEDIAN_OF = 100_000;

/** Of how many rows one is looked at for the median. */
function medianStep({ rows }: RawTable): number {
  return Math.max(1, Math.floor(rows / MEDIAN_OF));
}

type Values = (name: string, column: number) => unknown;

function valuesOf(result: ResultTable | null): Values {
  const places = new Map(result?.columns.map((one, place) => [one.name, place]));
  return (name, column) => {
    const place = places.get(`${name}_${column}`);
    return place === undefined ? null : (result?.at(0, place) ?? null);
  };
}

function measuresOf(raw: RawTable, mapping: Mapping, formats: Formats, context: CheckContext, role: Role, column: number): Measure[] {
  const cell = rawName(column);
  const isText = raw.reads[column] === 'text';
  const filled: Measure = ['filled', raw.carried === undefined ? `count(${cell})` : rowsOf(raw, `${cell} is not null`)];
  const value = isText ? (roleExpression(raw, mapping, formats, role) ?? cell) : cell;
  if (formats.spans.has(column)) return [filled, ['median', `median(${roleExpression(raw, mapping, formats, role)})`]];
  if (MOMENT_ROLES.includes(role)) return [filled, ['first', `min(${value})`], ['last', `max(${value})`]];
  if (role === 'quantity' || role === 'points') return [filled, ['highest', `max(${value})`]];
  if (MONEY_ROLES.includes(role)) {
    const zeros: Measure[] = [
      ['other', rowsOf(raw, `${value} <> 0`)],
      ['zero', rowsOf(raw, `${value} = 0`)],
      ['negative', rowsOf(raw, `${value} < 0`)]
    ];
    // Sums of several rows have another median than the rows.
    if (raw.carried !== undefined) return [filled, ...zeros];
    // The median of a column that is mostly zero (refunds) says nothing.
    const spread = medianStep(raw) === 1 ? '' : `rowid % ${medianStep(raw)} = 0 and `;
    return [filled, ['median', `median(case when ${spread}${value} <> 0 then cast(${value} as double) end)`], ...zeros];
  }
  if (ID_ROLES.includes(role)) {
    const isPlain = !isText || (context.plain?.has(column) ?? false);
    const distinct: Measure[] = role === 'order_id' && context.repeatedOrders !== undefined ? [] : [['distinct', distinctOf(cell)]];
    const wrapped: Measure[] = !isPlain
      ? [
          ...WRAPPINGS.map((kind): Measure => [kind, rowsOf(raw, wrappingTest(cell, kind))]),
          ['cut', `count(*) filter (where contains(${cell}, 'E+') and ${isScientific(cell)})`]
        ]
      : [];
    return [filled, ...distinct, ...wrapped];
  }
  if (role === 'status' || role === 'refund_status' || role === 'row_kind') return [filled];
  const known = context.distinct?.get(column);
  return [filled, ['distinct', known === undefined ? distinctOf(cell) : String(known)]];
}

function notesOf(role: Role, column: number, raw: RawTable, values: Values, formats: Formats, context: CheckContext): Note[] {
  const number = (name: string) => Number(values(name, column) ?? 0);
  // Gathered rows are known by no id.
  if (raw.carried !== undefined && ID_ROLES.includes(role)) return [];
  const empty = (raw.carried ?? raw.rows) - number('filled');
  const emptyNote: Note[] =
    empty > 0
      ? [
          {
            code: 'empty',
            level: role === 'order_time' || role === 'amount' || role === 'order_id' || role === 'pay_time' ? 'warn' : 'info',
            params: { rows: empty }
          }
        ]
      : [];
  if (number('filled') === 0) return [{ code: 'all-empty', level: 'warn' }];
  if (formats.spans.has(column))
    return [
      ...(values('median', column) === null
        ? []
        : [{ code: 'median-hours', level: 'good', params: { median: number('median') } } as const]),
      ...emptyNote
    ];
  if (MOMENT_ROLES.includes(role)) {
    const decision = formats.dates.get(column);
    const from = values('first', column);
    const to = values('last', column);
    return [
      ...(from instanceof Date && to instanceof Date ? [{ code: 'span', level: 'good', params: { from, to } } as const] : []),
      ...unreadableNote('unreadable-dates', decision?.unreadable),
      ...dateOrderNote(decision),
      ...emptyNote
    ];
  }
  if (role === 'quantity' || role === 'points')
    return [
      { code: 'up-to', level: 'good', params: { highest: number('highest') } },
      ...unreadableNote('unreadable-amounts', formats.money.get(column)?.unreadable),
      ...emptyNote
    ];
  if (MONEY_ROLES.includes(role)) {
    const zero = number('zero');
    const negative = number('negative');
    const isAmount = role === 'amount' || role === 'gross' || role === 'unit_price' || role === 'cost';
    return [
      ...(values('median', column) === null
        ? []
        : [
            {
              code: `${isAmount ? 'median' : 'median-filled'}${medianStep(raw) === 1 ? '' : '-about'}`,
              level: 'good',
              params: { median: number('median'), currency: context.currency ?? null }
            } as const
          ]),
      ...unreadableNote('unreadable-amounts', formats.money.get(column)?.unreadable),
      ...(formats.money.get(column)?.format === 'comma' ? [{ code: 'decimal-comma', level: 'info' } as const] : []),
      ...(isAmount && zero > 0 ? [{ code: 'zero', level: 'warn', params: { rows: zero } } as const] : []),
      ...(!isAmount && number('other') > 0 ? [{ code: 'not-zero', level: 'info', params: { rows: number('other') } } as const] : []),
      ...(negative > 0 ? [{ code: 'negative', level: isAmount ? 'warn' : 'info', params: { rows: negative } } as const] : []),
      ...(isAmount ? emptyNote : [])
    ];
  }
  if (ID_ROLES.includes(role)) {
    const repeated = values('distinct', column) === null ? (context.repeatedOrders ?? 0) : number('filled') - number('distinct');
    return [
      repeated === 0
        ? { code: 'all-different', level: 'good' }
        : { code: 'repeated', level: role === 'line_id' ? 'warn' : 'info', params: { rows: repeated } },
      ...WRAPPINGS.flatMap((kind): Note[] =>
        number(kind) > 0 ? [{ code: `unwrapped-${kind}`, level: 'good', params: { rows: number(kind) } }] : []
      ),
      ...(number('cut') > 0 ? [{ code: 'id-cut', level: 'bad', params: { rows: number('cut') } } as const] : []),
      ...emptyNote
    ];
  }
  const reading = context.statuses?.find((status) => status?.column === column);
  if (reading) return [...(role === 'refund_status' ? refundNotes(reading) : statusNotes(reading)), ...emptyNote];
  return [
    ...(values('distinct', column) === null
      ? []
      : [{ code: 'different', level: 'good', params: { distinct: number('distinct') } } as const]),
    ...emptyNote
  ];
}

function unreadableNote(code: string, rows: number | undefined): Note[] {
  return rows !== undefined && rows > 0 ? [{ code, level: 'bad', params: { rows } }] : [];
}

function dateOrderNote(decision: DateDecision | undefined): Note[] {
  const order = decision ? dateOrder(decision) : null;
  return order === null ? [] : [{ code: order === 'mdy' ? 'month-first' : 'day-first', level: 'info' }];
}

function statusNotes(reading: StatusReading): Note[] {
  const paid = reading.values.filter((value) => value.meaning === 'paid').map(({ value }) => value.trim());
  if (paid.length === 0) return [{ code: 'status-none-paid', level: 'warn' }];
  const [only = ''] = paid;
  return [
    paid.length === 1
      ? { code: 'status-paid', level: 'good', params: { value: only } }
      : { code: 'status-paid-several', level: 'good', params: { count: paid.length } }
  ];
}

/** A column of refunds says nothing of payments: orders without one were simply kept. */
function refundNotes(reading: StatusReading): Note[] {
  const meant = reading.values.filter(({ meaning }) => meaning === 'refunded' || meaning === 'partially-refunded');
  const refunded = [...new Set(meant.map(({ value }) => value.trim()))];
  const [only = ''] = refunded;
  if (refunded.length === 0) return [{ code: 'status-none-refunded', level: 'good' }];
  return refunded.length === 1
    ? [{ code: 'status-refunded', level: 'good', params: { value: only } }]
    : [{ code: 'status-refunded-several', level: 'good', params: { count: refunded.length } }];
}

function customerNotes(identity: MeasuredIdentity, column: number): Note[] {
  const candidate = identity.candidates.find((one) => one.column === column);
  if (!candidate) return [];
  return [
    { code: 'different', level: candidate.verdict === 'unsound' ? 'bad' : 'good', params: { distinct: candidate.distinct } },
    ...(candidate.empty > 0
      ? [{ code: 'empty', level: 'warn', params: { rows: candidate.empty } } as const]
      : [{ code: 'none-empty', level: 'good' } as const]),
    ...candidate.why.filter((note) => note.code !== 'key-sound' && note.code !== 'key-nobody')
  ];
}
