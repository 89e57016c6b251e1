import type { EngineService } from '../engine/contract.ts';
import { BASE_TABLES, buildStatements, CANONICAL, ordersView, DIMENSIONS, type Catalogue, type Dimension } from './canonical-tables.ts';
import { sumBalances } from './balance.ts';
import { givenUp, isJoined, JOINING, joinDrafts, PARTS } from './join-drafts.ts';
import { payDelays } from './pay-delays.ts';
import { repairedAway, repairOrders } from './repair-orders.ts';
import type { Repair, SharedKey } from './repairs.ts';
import { findSamePeople } from './same-people.ts';
import { isSplitShop, shopCurrency } from './shop-currency.ts';
import { workOn, rowsOfTable, type Work } from './engine-work.ts';
import { definitions } from './scope.ts';
import { SET_ASIDE, setAsideSelect } from './set-aside.ts';
import { stagedName } from './staged-tables.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Balance, Note, ShopFacts } from './source.ts';
import { dropDirectory } from './subjects/directory.ts';
import { fillTables, olderRows } from './subjects/fill-tables.ts';
import { joinOthers, type Joined } from './subjects/join-others.ts';
import { SUBJECT_TABLES } from './subjects/subject-tables.ts';

/**
 * Above so many orders the base tables are kept compressed. Compressed ones were seen to answer in about 1.5
 * times the time (ten million orders, nine columns). By the size of the tables at a million orders, building
 * is estimated to take 0.4 to 0.6 GB per million of the 3.1 GB there are; the peak itself was not measured.
 */
export const PACKED_ABOVE = 5_000_000;
const NEXT = 'next_';

interface BuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly packedAbove?: number;
  /** Makes personal keys of members comparable and unreadable; without it they are not kept. */
  readonly hashKey?: string | undefined;
  readonly repairs?: readonly Repair[] | undefined;
  /** Customers found to be the same person before. */
  readonly samePeople?: readonly SharedKey[] | undefined;
}

/**
 * Builds the base tables of `drafts` beside those in use, then changes places in one go: until then a
 * failure or a cancel leaves the shop in use as it was.
 */
export async function buildFrom(
  engine: EngineService,
  given: readonly OpenDraft[],
  job: string,
  { signal, packedAbove = PACKED_ABOVE, hashKey, repairs = [], samePeople: before = [] }: BuildOptions = {}
): Promise<ShopFacts> {
  const drafts = given.filter((draft) => draft.stage !== null && draft.balance.orders > 0);
  if (drafts.length === 0) throw new RangeError('no order was left to build a shop from');
  const work = workOn(engine, job, signal);
  const orders = drafts.reduce((sum, draft) => sum + draft.balance.orders, 0);
  const into: Catalogue = orders > packedAbove ? 'packed' : 'memory';
  await engine.execute(`${job}:clear`, dropNext());
  try {
    const isTogether = isJoined(given) || repairs.length > 0;
    const { balances, notes } = isTogether
      ? await joinDrafts(work, given, repairs.length > 0)
      : { balances: given.map((draft) => draft.balance), notes: [] };
    const samePeople = await findSamePeople(work, given, before);
    const repaired = repairs.length > 0 ? await repairOrders(work, given, repairs, { balances, links: samePeople?.links ?? [] }) : null;
    const others = given.some((draft) => draft.subjectStage !== null)
      ? await joinOthers(work, given, PARTS, { prefix: NEXT, merged: repaired?.merged })
      : null;
    const [only] = drafts;
    const isSingle = !isTogether && only !== undefined;
    const filled: readonly string[] = others?.filled ?? [];
    const absent = drafts
      .map((draft) => draft.stage?.absent ?? [])
      .reduce((both, one) => both.filter((column) => one.includes(column)))
      .filter((column) => !filled.includes(column));
    await work.execute([
      ...buildStatements(into, {
        prefix: NEXT,
        staged: isSingle ? stagedName('orders', only.staged) : PARTS,
        buyers: isSingle ? `select cell, customer_id from ${stagedName('buyers', only.staged)}` : undefined,
        absent,
        isSplit: isSplitShop(given),
        masksIds: drafts.some(hasPersonalKey)
      }),
      `create table ${NEXT}${SET_ASIDE} as ${given.map((draft) => setAsideSelect(draft, isTogether ? [...givenUp(draft, given), ...olderRows(draft, given), ...(repaired ? repairedAway(draft) : [])] : [])).join('\nunion all by name\n')}`
    ]);
    if (others) await fillTables(work, given, { into, prefix: NEXT, directory: others.directory, hashKey });
    const books = given.map(
      (draft, place) => others?.balances.get(draft.id) ?? repaired?.balances[place] ?? balances[place] ?? draft.balance
    );
    const measured = await measureShop(
      work,
      into,
      { given, drafts, others, notes: [...notes, ...(repaired?.notes ?? [])] },
      sumBalances(books)
    );
    const balancePerFile = isTogether ? { balancePerFile: Object.fromEntries(given.map(({ id }, place) => [id, books[place]])) } : {};
    const delays = await payDelays(work, given);
    const facts = {
      ...measured,
      ...(Object.keys(delays).length > 0 ? { payDelays: delays } : {}),
      ...balancePerFile,
      ...(repaired ? { repairs: repaired.applied } : {}),
      ...(samePeople ? { samePeople } : {})
    };
    // From here on it is quick and not to be interrupted.
    await engine.execute(`${job}:swap`, swapStatements(into, absent, facts));
    return facts;
  } catch (error) {
    await engine.execute(`${job}:clear`, dropNext());
    throw error;
  }
}

function dropNext(): string[] {
  return [
    ...[...JOINING, `${NEXT}${SET_ASIDE}`].map((table) => `drop table if exists ${table}`),
    ...dropDirectory(NEXT),
    `drop view if exists ${NEXT}all_orders`,
    ...(['memory', 'packed'] as const).flatMap((catalogue) =>
      [...BASE_TABLES, 'customer_keys'].map((table) => `drop table if exists ${catalogue}.main.${NEXT}${table}`)
    )
  ];
}

/** Statements that drop the shop in use, whichever catalogue holds it. */
export function dropBase(): string[] {
  return [
    ...[...CANONICAL, 'all_orders'].map((view) => `drop view if exists ${view}`),
    ...(['memory', 'packed'] as const).flatMap((catalogue) =>
      BASE_TABLES.map((table) => `drop table if exists ${catalogue}.main.${table}`)
    ),
    `drop table if exists ${SET_ASIDE}`
  ];
}

function swapStatements(into: Catalogue, absent: readonly string[], facts: ShopFacts): string[] {
  return [
    ...dropBase(),
    ...BASE_TABLES.map((table) => `alter table ${into}.main.${NEXT}${table} rename to ${table}`),
    `alter table ${NEXT}${SET_ASIDE} rename to ${SET_ASIDE}`,
    ...JOINING.map((table) => `drop table if exists ${table}`),
    ...dropDirectory(NEXT),
    `drop view if exists ${NEXT}all_orders`,
    ...shopViews(into, absent, facts)
  ];
}

/**
 * Statements that make the views over the base tables in the catalogue `into`; `absent` are the columns of an order that
 * are not kept. Of several currencies the views show that of most orders.
 */
export function shopViews(into: Catalogue, absent: readonly string[], facts: Pick<ShopFacts, 'lastDay' | 'currencies'>): string[] {
  const currency = facts.currencies?.[0]?.value;
  const tables = definitions({ asOf: facts.lastDay, from: null, filters: {}, currency });
  return [
    ordersView(into, { absent, isSplit: currency !== undefined }),
    // So that hand-written SQL finds the tables that the analyses' SQL speaks of.
    ...CANONICAL.map((view) => `create view ${view} as ${tables[view]}`)
  ];
}

interface Measured {
  readonly given: readonly OpenDraft[];
  readonly drafts: readonly OpenDraft[];
  readonly others: Joined | null;
  readonly notes: readonly Note[];
}

async function measureShop(work: Work, into: Catalogue, { given, drafts, others, notes }: Measured, balance: Balance): Promise<ShopFacts> {
  const name = (table: string) => `${into}.main.${NEXT}${table}`;
  const [totals = []] = rowsOfTable(
    await work.run(`select count(*) as orders, min(day) as first_day, max(day) as last_day, cast(sum(amount) as double) as amount,
  (select count(*) from ${name('all_purchases')}) as purchases, (select count(*) from ${name('customer_profiles')}) as customers
from ${name('order_rows')}`)
  );
  const [orders, firstDay, lastDay, amount, purchases, customers] = totals;
  if (!(firstDay instanceof Date) || !(lastDay instanceof Date)) throw new RangeError('no order was left to build a shop from');
  const dimensions: Partial<Record<Dimension, { value: string; orders: number }[]>> = {};
  const has = (dimension: Dimension) =>
    drafts.some((draft) => draft.mapping.roles.includes(dimension)) || (others?.filled.includes(dimension) ?? false);
  for (const dimension of DIMENSIONS.filter(has)) {
    const values = rowsOfTable(
      await work.run(
        `select coalesce(cast(${dimension} as varchar), '') as value, count(*) as orders from ${name('order_rows')} group by ${dimension} order by orders desc, value limit 200`
      )
    );
    dimensions[dimension] = values.map(([value, count]) => ({ value: String(value), orders: Number(count) }));
  }
  const isSplit = isSplitShop(given);
  const currencies = isSplit
    ? rowsOfTable(
        await work.run(
          `select currency as value, count(*) as orders, cast(sum(amount) as double) as amount from ${name('order_rows')} group by currency order by orders desc, value`
        )
      ).map(([value, count, sum]) => ({ value: String(value), orders: Number(count), amount: Number(sum) }))
    : undefined;
  const isAnyoneKnown = drafts.some((draft) => draft.identity.chosen !== null);
  return {
    name: (drafts[0]?.file.name ?? '').replace(/\.[^.]+$/, ''),
    files: given.filter((draft) => drafts.includes(draft) || draft.subjectStage !== null).map((draft) => draft.file.name),
    orders: Number(orders),
    purchases: Number(purchases),
    customers: isAnyoneKnown ? Number(customers) : null,
    firstDay,
    lastDay,
    amount: currencies?.[0]?.amount ?? Number(amount),
    currency: currencies?.[0]?.value ?? (drafts.every((draft) => (draft.stage?.currency ?? null) !== null) ? shopCurrency(drafts) : null),
    ...(currencies ? { currencies } : {}),
    dimensions,
    balance,
    readings: [
      ...given
        .filter((draft) => drafts.includes(draft) || draft.isAfterSales || draft.subjectStage !== null)
        .flatMap((draft) => draft.readings),
      ...notes,
      ...(others?.notes ?? [])
    ],
    ...(others ? { matches: others.matches, tables: await rowsPerTable(work, name) } : {})
  };
}

async function rowsPerTable(work: Work, name: (table: string) => string): Promise<NonNullable<ShopFacts['tables']>> {
  const counts = SUBJECT_TABLES.map((table) => `select '${table}' as name, count(*) as rows from ${name(`all_${table}`)}`);
  const found = rowsOfTable(await work.run(counts.join(' union all ')));
  return Object.fromEntries(found.filter(([, rows]) => Number(rows) > 0).map(([table, rows]) => [String(table), Number(rows)]));
}

/** Whether customers are told apart by what tells who they are, which nobody asked to see in full. */
function hasPersonalKey({ identity, mapping }: OpenDraft): boolean {
  return identity.chosen !== null && (mapping.personal[identity.chosen] ?? null) !== null && mapping.rules['outreach'] !== true;
}
