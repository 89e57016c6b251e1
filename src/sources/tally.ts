import { rowsOfTable, type Work } from './engine-work.ts';
import type { MeasuredIdentity } from './identity.ts';
import { countsOf, rowsOf, type RawTable } from './raw-table.ts';
import { isSomebody } from './customer-ids.ts';
import { stagedName, type StagedTable } from './staged-tables.ts';

/** What the rows of a file became. */
export interface Tally {
  /** Rows by fate; '' = used. */
  readonly fates: ReadonlyMap<string, number>;
  readonly orders: number;
  /** Used rows whose customer is nobody. */
  readonly anonymous: number;
  readonly customers: number | null;
}

/**
 * Counts the rows by fate, the orders, and the customers, who are kept in `buyers`. The rows of each customer
 * were counted when the key was measured: here those are taken off that are no orders by themselves.
 */
export async function tallyRows(
  work: Work,
  id: string,
  { raw, identity, hasHeads }: { raw: RawTable; identity: MeasuredIdentity; hasHeads: boolean }
): Promise<Tally> {
  const name = (table: StagedTable) => stagedName(table, id);
  const { key } = identity;
  const cells = key
    ? name('keys')
    : `(select cast(null as varchar) as cell, cast(null as varchar) as key, ${raw.carried ?? raw.rows} as rows)`;
  const join = (select: string, as: string) => `\nleft join (${select}) as ${as} on ${as}.cell is not distinct from keys.cell`;
  await work.execute([
    `create table ${name('tally')} as
select cell, customer_id, rows, orders
from (
  select keys.cell, ${key ? `case when ${isSomebody(key, 'keys.key')} then keys.key end` : 'keys.key'} as customer_id,
    keys.rows - coalesce(gone.rows, 0)${hasHeads ? ' + coalesce(head.rows, 0)' : ''} as rows,
    keys.rows - coalesce(gone.rows, 0)${hasHeads ? ' + coalesce(head.orders, 0)' : ''} as orders
  from ${cells} as keys${join(`select customer as cell, ${rowsOf(raw)} as rows from ${name('verdicts')} where not is_order group by customer`, 'gone')}${hasHeads ? join(`select customer as cell, sum(lines) as rows, count(*) as orders from ${name('heads')} where fate is null group by customer`, 'head') : ''}
) as tally
where rows > 0`,
    `create view ${name('buyers')} as select cell, customer_id from ${name('tally')} where customer_id is not null`
  ]);
  const fates = rowsOfTable(
    await work.run(`select fate, ${rowsOf(raw)} as rows from ${name('verdicts')} where fate is not null group by fate`)
  );
  const count = countsOf(
    await work.run(`select
  coalesce(sum(rows), 0) as used,
  coalesce(sum(orders), 0) as orders,
  coalesce(sum(rows) filter (where customer_id is null), 0) as anonymous,
  count(distinct customer_id) as customers
from ${name('tally')}`)
  );
  return {
    fates: new Map([...fates.map(([fate, number]) => [String(fate), Number(number)] as const), ['', count('used')]]),
    orders: count('orders'),
    anonymous: count('anonymous'),
    customers: key ? count('customers') : null
  };
}
