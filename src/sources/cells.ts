import { quoteText } from '../engine/sql.ts';
import { isBlankCell } from './blank-cells.ts';
import { roleExpression, type Formats } from './column-formats.ts';
import { DIMENSIONS, type Dimension } from './canonical-tables.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { isLoaded, rawName, type RawTable } from './raw-table.ts';
import { statusExpression, type StatusReading } from './statuses.ts';

/** How refund rows of their own extend the number of their order: O1-R, O1_REFUND2. */
export const REFUND_SUFFIX = '[-_ ](R|RF|REF|REFUND|r|rf|refund|退款|退)[0-9]*$';
const NO_TEXT = 'cast(null as varchar)';

/** Where the amount of a row comes from. */
export type AmountSource = 'amount' | 'gross' | 'lines' | 'none';

export interface CellsInput {
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly formats: Formats;
  /** The customer's column, or null when nobody is known. Its cells are folded later, once per different cell. */
  readonly customer: number | null;
  readonly status: StatusReading | null;
  readonly refundStatus: StatusReading | null;
  readonly rowKind: StatusReading | null;
  /** SQL: whether a row is in a currency that is not used; null when there is none. */
  readonly currency: string | null;
  /** SQL: the currency a row names, where rows of several are used; else null. */
  readonly eachCurrency: string | null;
  /** Columns whose cells need no tidying: they are taken as they are. */
  readonly plain: ReadonlySet<number>;
  /** The values of a dimension, where they are few enough for an enum. */
  readonly values: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}

/** Which columns tell a row's amount, best first: the paid amount, gross less discount, quantity × unit price. */
export function amountSource(raw: RawTable, mapping: Mapping): AmountSource {
  const has = (role: Role) => {
    const column = columnOf(mapping, role);
    return column !== null && isLoaded(raw, column);
  };
  if (has('amount')) return 'amount';
  if (has('unit_price') && has('quantity')) return 'lines';
  return has('gross') ? 'gross' : 'none';
}

/** Whether the clock that counts is the time of payment (where filled). */
export function paysFirst(mapping: Mapping): boolean {
  return mapping.rules['pay-day'] !== false;
}

/** Where the raw cells come from: a table with the raw table's columns, and SQL for each row's place in the raw table. */
interface CellsFrom {
  readonly from: string;
  readonly row: string;
  /** Raw columns to give beside. */
  readonly beside?: readonly string[];
}

/**
 * One row per row of the raw table, or of those rows of it that are in `place.from`: row, order_id, line_id, customer (the cell as it stands), order_time, has_time (a time cell is
 * filled), is_unpaid_blank (the time of payment is mapped and empty), paid decimal, gross, discount, refund,
 * quantity, meaning (of the status), is_refund (a refund with a row of its own), product, sku, the dimensions; where the
 * file has several currencies is_foreign and currency, and of gathered rows carried (for how many rows of the file each stands). Amounts are in the row's own currency: they are compared as they
 * were paid, and converted when they become orders.
 */
export function cellsSelect(input: CellsInput, place: CellsFrom = { from: input.raw.name, row: `${input.raw.name}.rowid` }): string {
  const { raw, mapping } = input;
  const value = (role: Role): string | null => {
    const column = columnOf(mapping, role);
    if (column === null || !isLoaded(raw, column)) return null;
    if (input.plain.has(column)) return rawName(column);
    if (role === 'quantity' && raw.reads[column] === 'number') return `cast(${rawName(column)} as double)`;
    return roleExpression(raw, mapping, input.formats, role);
  };
  const cell = (role: Role): string | null => {
    const column = columnOf(mapping, role);
    return column === null || !isLoaded(raw, column) ? null : rawName(column);
  };
  const text = (role: Role) => value(role) ?? NO_TEXT;
  const money = (role: Role) => value(role) ?? 'cast(null as decimal(18, 2))';
  const times = paysFirst(mapping) ? [value('pay_time'), value('order_time')] : [value('order_time'), value('pay_time')];
  const readTimes = [...times, dayInNumber(mapping, value('order_id'))].filter((time) => time !== null);
  // A cell of a tab or a dash is as empty as an empty one.
  const filled = (role: Role) => {
    const column = columnOf(mapping, role);
    const name = cell(role);
    return column === null || name === null
      ? null
      : raw.reads[column] === 'text'
        ? `(${name} is not null and not ${isBlankCell(name)})`
        : `${name} is not null`;
  };
  const timeCells = [filled('pay_time'), filled('order_time')].filter((time) => time !== null);
  const kind =
    input.rowKind && cell('row_kind') ? `coalesce(${statusExpression(input.rowKind, cell('row_kind') ?? '')} = 'refunded', false) or ` : '';
  const paid = amountExpression(input, value);
  const meaning = meaningExpression(input, cell);
  const suffix =
    value('order_id') && meaning !== NO_TEXT
      ? `case when ${meaning} = 'refunded' then regexp_matches(${value('order_id')}, ${quoteText(REFUND_SUFFIX)}) else false end or `
      : '';
  return `select
  ${(place.beside ?? []).map((column) => `${column}, `).join('')}${place.row} as row,
  ${text('order_id')} as order_id,
  ${text('line_id')} as line_id,
  ${input.customer === null ? NO_TEXT : `cast(${rawName(input.customer)} as varchar)`} as customer,
  ${readTimes.length === 0 ? 'cast(null as timestamp)' : readTimes.length === 1 ? readTimes[0] : `coalesce(${readTimes.join(', ')})`} as order_time,
  ${timeCells.length === 0 ? 'false' : timeCells.join(' or ')} as has_time,
  ${cell('pay_time') && cell('order_time') ? `not (${filled('pay_time')})` : 'false'} as is_unpaid_blank,
  ${paid} as paid,
  ${money('gross')} as gross,
  ${money('discount')} as discount,
  ${money('refund')} as refund,
  ${value('quantity') ?? 'cast(null as double)'} as quantity,
  ${meaning} as meaning,
  ${kind}${suffix}coalesce(${paid} < 0, false) as is_refund,
  ${text('product')} as product,
  ${text('sku')} as sku,
  ${DIMENSIONS.map((dimension) => `${dimensionExpression(input, dimension, value(dimension))} as ${dimension}`).join(', ')}${
    input.currency
      ? `,
  ${input.currency} as is_foreign`
      : ''
  }${
    input.eachCurrency
      ? `,
  ${input.eachCurrency} as currency`
      : ''
  }${raw.carried === undefined || place.beside?.includes('carried') ? '' : ', carried'}
from ${place.from}`;
}

/** SQL: the day that begins an order number of 拼多多 (240103-…), whose exports leave times blank; null elsewhere. */
function dayInNumber(mapping: Mapping, orderId: string | null): string | null {
  if (mapping.family !== 'pinduoduo' || orderId === null) return null;
  return `try_strptime(regexp_extract(${orderId}, '^(\\d{6})-\\d', 1), '%y%m%d')`;
}

function amountExpression(input: CellsInput, value: (role: Role) => string | null): string {
  const source = amountSource(input.raw, input.mapping);
  if (source === 'amount') return value('amount') ?? '';
  if (source === 'lines') return `cast(round(${value('quantity')} * ${value('unit_price')}, 2) as decimal(18, 2))`;
  if (source === 'gross') {
    const discount = value('discount');
    // Some exports write a discount with its sign, others without.
    return discount ? `cast(${value('gross')} - abs(coalesce(${discount}, 0)) as decimal(18, 2))` : (value('gross') ?? '');
  }
  return 'cast(0 as decimal(18, 2))';
}

// A dead order stays dead whatever its after-sales state says; a refund shows in either column.
function meaningExpression(input: CellsInput, cell: (role: Role) => string | null): string {
  const status = input.status && cell('status') ? statusExpression(input.status, cell('status') ?? '') : null;
  const refunded = input.refundStatus && cell('refund_status') ? statusExpression(input.refundStatus, cell('refund_status') ?? '') : null;
  if (status && refunded)
    return `case when ${status} in ('cancelled', 'unpaid') then ${status} when ${refunded} in ('refunded', 'partially-refunded') then ${refunded} else ${status} end`;
  if (refunded) return `case when ${refunded} in ('refunded', 'partially-refunded') then ${refunded} end`;
  return status ?? NO_TEXT;
}

function dimensionExpression(input: CellsInput, dimension: Dimension, value: string | null): string {
  const values = input.values[dimension];
  if (value === null || !values || values.length === 0) return value ?? NO_TEXT;
  return `cast(${value} as enum(${values.map(quoteText).join(', ')}))`;
}
