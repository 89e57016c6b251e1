import type { EngineService } from '../engine/contract.ts';
import { BASE_TABLES, buildStatements, CANONICAL, DIMENSIONS, type Catalogue, type Dimension } from './canonical-tables.ts';
import { sumBalances, withSetAside } from './balance.ts';
import { workOn, rowsOfTable, type Work } from './engine-work.ts';
import { definitions } from './scope.ts';
import { SET_ASIDE, setAsideSelect } from './set-aside.ts';
import { stagedName } from './staged-tables.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Balance, ShopFacts } from './source.ts';

/** Above so many orders the base tables are kept compressed. */
export const PACKED_ABOVE = 3_000_000;
const NEXT = 'next_';
const PARTS = 'next_parts';

/**
 * Builds the base tables of `drafts` beside those in use, then changes places in one go: until then a
 * failure or a cancel leaves the shop in use as it was.
 */
export async function buildFrom(
  engine: EngineService,
  given: readonly OpenDraft[],
  job: string,
  signal?: AbortSignal,
  packedAbove = PACKED_ABOVE
): Promise<ShopFacts> {
  const drafts = given.filter((draft) => draft.stage !== null && draft.balance.orders > 0);
  if (drafts.length === 0) throw new RangeError('no order was left to build a shop from');
  const work = workOn(engine, job, signal);
  const orders = drafts.reduce((sum, draft) => sum + draft.balance.orders, 0);
  const into: Catalogue = orders > packedAbove ? 'packed' : 'memory';
  await engine.execute(`${job}:clear`, dropNext());
  try {
    const balances = [
      ...(drafts.length > 1 ? await joinDrafts(work, drafts) : drafts.map((draft) => draft.balance)),
      ...given.filter((draft) => !drafts.includes(draft)).map((draft) => draft.balance)
    ];
    const [only] = drafts;
    const isSingle = drafts.length === 1 && only !== undefined;
    await work.execute([
      ...buildStatements(into, {
        prefix: NEXT,
        staged: isSingle ? stagedName('orders', only.staged) : PARTS,
        buyers: isSingle ? `select cell, customer_id from ${stagedName('buyers', only.staged)}` : undefined,
        absent: drafts.map((draft) => draft.stage?.absent ?? []).reduce((both, one) => both.filter((column) => one.includes(column)))
      }),
      `create table ${NEXT}${SET_ASIDE} as ${given.map((draft, index) => setAsideSelect(draft, overlapTest(draft, given.slice(index + 1)))).join('\nunion all by name\n')}`
    ]);
    const facts = await measureShop(work, into, drafts, sumBalances(balances));
    // From here on it is quick and not to be interrupted.
    await engine.execute(`${job}:swap`, swapStatements(into, facts.lastDay));
    return facts;
  } catch (error) {
    await engine.execute(`${job}:clear`, dropNext());
    throw error;
  }
}

/** Puts the orders of several drafts together: for an order id that is in two files, the later one counts. */
async function joinDrafts(work: Work, drafts: readonly OpenDraft[]): Promise<Balance[]> {
  const balances: Balance[] = [];
  const parts: string[] = [];
  for (const [index, draft] of drafts.entries()) {
    const older = overlapTest(draft, drafts.slice(index + 1));
    const orders = stagedName('orders', draft.staged);
    const [counts = []] = older
      ? rowsOfTable(
          await work.run(
            `select coalesce(sum(lines), 0) as rows, count(*) as orders, coalesce(sum(lines) filter (where buyers.cell is null), 0) as anonymous from ${orders} as staged left join ${stagedName('buyers', draft.staged)} as buyers on buyers.cell = staged.customer_id where ${older}`
          )
        )
      : [];
    balances.push(withSetAside(draft.balance, 'overlap', Number(counts[0] ?? 0), Number(counts[1] ?? 0), Number(counts[2] ?? 0)));
    parts.push(
      `select order_id, buyers.customer_id, order_time, amount, gross, discount, refund, quantity, lines, product, ${DIMENSIONS.map((dimension) => `cast(${dimension} as varchar) as ${dimension}`).join(', ')} from ${orders} as staged left join ${stagedName('buyers', draft.staged)} as buyers on buyers.cell = staged.customer_id where not ${older ?? 'false'}`
    );
  }
  await work.execute([`create table ${PARTS} as ${parts.join('\nunion all\n')}`]);
  return balances;
}

/** SQL: whether an order of `draft` is in one of the `later` ones too; null when that cannot be. */
function overlapTest(draft: OpenDraft, later: readonly OpenDraft[]): string | null {
  const named = later.filter((other) => other.stage !== null && other.mapping.roles.includes('order_id'));
  if (named.length === 0 || draft.stage === null || !draft.mapping.roles.includes('order_id')) return null;
  return `coalesce(order_id in (${named.map((other) => `select order_id from ${stagedName('cells', other.staged)} where order_id is not null`).join(' union all ')}), false)`;
}

function dropNext(): string[] {
  return [
    `drop table if exists ${PARTS}`,
    `drop table if exists ${NEXT}${SET_ASIDE}`,
    ...(['memory', 'packed'] as const).flatMap((catalogue) =>
      [...BASE_TABLES, 'customer_keys'].map((table) => `drop table if exists ${catalogue}.main.${NEXT}${table}`)
    )
  ];
}

/** Statements that drop the shop in use, whichever catalogue holds it. */
export function dropBase(): string[] {
  return [
    ...[...CANONICAL].reverse().map((view) => `drop view if exists ${view}`),
    ...(['memory', 'packed'] as const).flatMap((catalogue) =>
      BASE_TABLES.map((table) => `drop table if exists ${catalogue}.main.${table}`)
    ),
    `drop table if exists ${SET_ASIDE}`
  ];
}

function swapStatements(into: Catalogue, lastDay: Date): string[] {
  const tables = definitions({ asOf: lastDay, from: null, filters: {} });
  return [
    ...dropBase(),
    ...BASE_TABLES.map((table) => `alter table ${into}.main.${NEXT}${table} rename to ${table}`),
    `alter table ${NEXT}${SET_ASIDE} rename to ${SET_ASIDE}`,
    `drop table if exists ${PARTS}`,
    // So that hand-written SQL finds the tables that the analyses' SQL speaks of.
    ...CANONICAL.map((view) => `create view ${view} as ${tables[view]}`)
  ];
}

async function measureShop(work: Work, into: Catalogue, drafts: readonly OpenDraft[], balance: Balance): Promise<ShopFacts> {
  const name = (table: string) => `${into}.main.${NEXT}${table}`;
  const [totals = []] = rowsOfTable(
    await work.run(`select count(*) as orders, min(day) as first_day, max(day) as last_day, cast(sum(amount) as double) as amount,
  (select count(*) from ${name('all_purchases')}) as purchases, (select count(*) from ${name('customer_profiles')}) as customers
from ${name('all_orders')}`)
  );
  const [orders, firstDay, lastDay, amount, purchases, customers] = totals;
  if (!(firstDay instanceof Date) || !(lastDay instanceof Date)) throw new RangeError('no order was left to build a shop from');
  const dimensions: Partial<Record<Dimension, { value: string; orders: number }[]>> = {};
  for (const dimension of DIMENSIONS.filter((one) => drafts.some((draft) => draft.mapping.roles.includes(one)))) {
    const values = rowsOfTable(
      await work.run(
        `select coalesce(cast(${dimension} as varchar), '') as value, count(*) as orders from ${name('all_orders')} group by ${dimension} order by orders desc, value limit 200`
      )
    );
    dimensions[dimension] = values.map(([value, count]) => ({ value: String(value), orders: Number(count) }));
  }
  const currencies = new Set(drafts.map((draft) => draft.stage?.currency?.code ?? null));
  const isAnyoneKnown = drafts.some((draft) => draft.identity.chosen !== null);
  return {
    name: (drafts[0]?.file.name ?? '').replace(/\.[^.]+$/, ''),
    files: drafts.map((draft) => draft.file.name),
    orders: Number(orders),
    purchases: Number(purchases),
    customers: isAnyoneKnown ? Number(customers) : null,
    firstDay,
    lastDay,
    amount: Number(amount),
    currency: currencies.size === 1 ? ([...currencies][0] ?? null) : null,
    dimensions,
    balance,
    readings: drafts.flatMap((draft) => draft.readings)
  };
}
