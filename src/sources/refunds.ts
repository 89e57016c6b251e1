import { REFUND_SUFFIX } from './cells.ts';
import type { FateRules } from './cleaning.ts';
import { rateOf } from './currency.ts';
import { rowsOfTable } from './engine-work.ts';
import { countsOf, type Run } from './raw-table.ts';
import { quoteText } from '../engine/sql.ts';

/** A limit no table reaches: it keeps what follows from being computed for rows that are filtered out. */
export const ALL = '9000000000000000000';

/** What became of the refund rows of a file. */
export interface RefundRows {
  readonly rows: number;
  /** Netted against the order whose number they carry. */
  readonly byOrder: number;
  /** Netted against an earlier order of the same customer and amount. */
  readonly byAmount: number;
  /** Taken off the customer's latest earlier orders. */
  readonly byCustomer: number;
  /** Nobody's, or larger than all the customer had bought: set aside without being netted. */
  readonly unmatched: number;
  /** What found no order, per currency; `code` is null where the file has one. */
  readonly unmatchedAmounts: readonly { readonly code: string | null; readonly amount: number }[];
}

/** The currencies of a file of which several are used; amounts are in their row's own. */
type Currencies = FateRules['currency'];
const currencyOf = ({ code }: NonNullable<Currencies>) => `coalesce(currency, ${quoteText(code)})`;

const BASE_ID = `regexp_replace(order_id, ${quoteText(REFUND_SUFFIX)}, '')`;

/**
 * The hashes of the order ids after which refund rows with an id of their own are named; `isLikely` is a cheap look
 * that is true of all of them.
 */
export function refundedPlaces(cells: string, isLikely: string): string {
  return `select hash(${BASE_ID}) as place from (select order_id from ${cells} where (${isLikely}) and is_refund limit ${ALL}) as refund_rows where ${BASE_ID} <> order_id`;
}

/**
 * One row per refund row of `cells` that is no duplicate: row, order_id, base_id, customer (null unless
 * `known`), order_time, amount, and the currency where there are several.
 */
export function refundsSelect(cells: string, duplicates: string, known: string, currencies: Currencies): string {
  return `select row, order_id, ${BASE_ID} as base_id, case when ${known} then customer end as customer, order_time, abs(paid) as amount${currencies ? `, ${currencyOf(currencies)} as currency` : ''}
from (select row, order_id, customer, order_time, paid, meaning${currencies ? ', currency' : ''} from ${cells} where is_refund limit ${ALL}) as refund_rows
where coalesce(meaning, '') not in ('cancelled', 'unpaid') and row not in (${duplicates})`;
}

/** SQL: the rows from which a refund can be taken off. */
function mates(duplicates: string): string {
  return `not is_refund and coalesce(meaning, '') not in ('cancelled', 'unpaid') and row not in (${duplicates})`;
}

/**
 * One row per refund row whose order is in the file: target (the order's first row), row, amount (in the order's
 * currency), how.
 */
export function byOrderSelect(cells: string, refunds: string, duplicates: string, currencies: Currencies): string {
  const rates = currencies?.rates ?? new Map<string, string>();
  const amount =
    rates.size === 0
      ? 'any_value(refund.amount)'
      : `cast(round(any_value(refund.amount) * any_value(${rateOf(rates, 'refund.currency')}) / ${rateOf(rates, 'max(mates.currency)')}, 2) as decimal(18, 2))`;
  // Without rates a refund is never taken off an order in another currency; further lines of an order may name none.
  const same = currencies && rates.size === 0 ? ' and coalesce(mates.currency, refund.currency) = refund.currency' : '';
  return `select min(mates.row) as target, refund.row, ${amount} as amount, 'order' as how
from ${refunds} as refund
join (select row, order_id${currencies ? ', currency' : ''} from ${cells} where order_id in (select base_id from ${refunds}) and ${mates(duplicates)}) as mates on mates.order_id = refund.base_id${same}
group by refund.row`;
}

/**
 * For the refund rows in the select `left`, in the columns of `byOrderSelect`: by `amount` an earlier order of
 * the same customer with the same amount (and currency), each at most once; by `customer` the customer's latest earlier
 * orders, until the refunds are used up.
 */
export function bySelect(
  how: 'amount' | 'customer',
  cells: string,
  left: string,
  netting: string,
  duplicates: string,
  currencies: Currencies
): string {
  const alike = currencies ? ', currency' : '';
  const same = (left: string) => (currencies ? ` and mates.currency = ${left}.currency` : '');
  const base = `with left_over as (
  ${left}
), free_mates as (
  select row, customer, order_time, paid${currencies ? `, ${currencyOf(currencies)} as currency` : ''}
  from ${cells}
  where customer in (select customer from left_over) and row not in (select target from ${netting}) and order_time is not null and paid > 0 and ${mates(duplicates)}
)`;
  if (how === 'amount') {
    return `${base}
select max(mates.row) as target, refund.row, any_value(refund.amount) as amount, 'amount' as how
from (select *, row_number() over (partition by customer, amount${alike} order by order_time, row) as nth from left_over) as refund
join (select *, row_number() over (partition by customer, paid${alike} order by order_time, row) as nth from free_mates) as mates
  on mates.customer = refund.customer and mates.paid = refund.amount and mates.nth = refund.nth and mates.order_time <= refund.order_time${same('refund')}
group by refund.row`;
  }
  return `${base}, owed as (
  select customer, max(order_time) as order_time, min(row) as row, sum(amount) as amount${alike}
  from left_over
  group by customer${alike}
), earlier as (
  select mates.row as target, owed.row, owed.amount as owed, mates.paid,
    sum(mates.paid) over (partition by owed.customer${currencies ? ', owed.currency' : ''} order by mates.order_time desc, mates.row desc) as until_here
  from owed
  join free_mates as mates on mates.customer = owed.customer and mates.order_time <= owed.order_time${same('owed')}
)
select target, row, cast(least(paid, owed - (until_here - paid)) as decimal(18, 2)) as amount, 'customer' as how
from earlier
where until_here - paid < owed`;
}

/** Counts how the refund rows were netted. */
export async function measureRefunds(run: Run, refunds: string, netting: string, hasCurrencies: boolean): Promise<RefundRows> {
  const whose = (table: string) => (hasCurrencies ? `(${table}customer, ${table}currency)` : `${table}customer`);
  const count = countsOf(
    await run(`select
  count(*) as rows,
  count(*) filter (where how = 'order') as by_order,
  count(*) filter (where how = 'amount') as by_amount,
  count(*) filter (where how is null and ${whose('')} in (select ${whose('refund.')} from ${refunds} as refund join ${netting} as net on net.row = refund.row where net.how = 'customer')) as by_customer
from (
  select refund.*, case when net.how <> 'customer' then net.how end as how
  from ${refunds} as refund
  left join (select row, any_value(how) as how from ${netting} group by row) as net on net.row = refund.row
) as told`)
  );
  // What was taken off stands in the same currency, but for orders that a number names.
  const currency = hasCurrencies ? 'currency' : 'cast(null as varchar)';
  const unmatched = rowsOfTable(
    await run(`select ${currency} as code, cast(sum(case when net.how = 'order' then 0 else amount end) - coalesce(sum(case when net.how <> 'order' then net.taken end), 0) as double) as amount
from ${refunds} as refund
left join (select row, any_value(how) as how, sum(amount) as taken from ${netting} group by row) as net on net.row = refund.row
group by ${currency}
order by 1`)
  ).map(([code, amount]) => ({ code: code === null ? null : String(code), amount: Number(amount) }));
  const rows = count('rows');
  const netted = count('by_order') + count('by_amount') + count('by_customer');
  return {
    rows,
    byOrder: count('by_order'),
    byAmount: count('by_amount'),
    byCustomer: count('by_customer'),
    unmatched: rows - netted,
    unmatchedAmounts: unmatched
  };
}
