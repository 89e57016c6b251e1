import { LATE } from '../engine/duckdb.ts';
import {
  besideOrders,
  DIMENSIONS,
  keysSelect,
  orderRowsSelect,
  profilesSelect,
  purchasesFromSorted,
  visitRowsSelect,
  type Dimension
} from './canonical-tables.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import { columnOf } from './mapping.ts';
import type { OpenDraft } from './open-draft.ts';
import { isLoaded } from './raw-table.ts';
import { SET_ASIDE, setAsideSelect } from './set-aside.ts';
import { MOST_LISTED } from './shop-facts.ts';
import { stagedName } from './staged-tables.ts';
import type { ShopFacts } from './source.ts';

/**
 * What the first answers are made of are purchases. Those of one ordinary file are made of nothing but who, when and how
 * much, and whatever else a shop consists of stands there as views over the staged rows, under the same names and with
 * the same rows, until it is stored: once nobody waits, or at the first question that reads it.
 */

/** With more orders than this, storing takes so long that it had better not come upon somebody who is looking already. */
export const LATE_UP_TO = 2_000_000;

/** A name in the schema of what stands in. */
export const late = (table: string): string => `${LATE}.${table}`;

export interface LateShop {
  readonly draft: OpenDraft;
  /** Columns of an order that hold nothing. */
  readonly absent: readonly string[];
  readonly masksIds: boolean;
}

/** Whether the shop of this one file can be there before all of it is stored: its values were counted, and a row is a row. */
export function canBeLate({ mapping, raw, stage }: OpenDraft): boolean {
  const isCounted = (dimension: Dimension) =>
    !isLoaded(raw, columnOf(mapping, dimension) ?? -1) || stage?.valueRows[dimension] !== undefined;
  return stage !== null && raw.carried === undefined && DIMENSIONS.every(isCounted);
}

/** Statements that make what the first answers read, under names after `prefix`. */
export function earlyStatements({ staged }: OpenDraft, prefix: string): string[] {
  const [keys, visits] = [late(`${prefix}customer_keys`), late(`${prefix}visits`)];
  return [
    `create table ${keys} as ${keysSelect(stagedName('orders', staged), `select cell, customer_id from ${stagedName('buyers', staged)}`)}`,
    `create table ${visits} as ${visitRowsSelect(stagedName('orders', staged), keys)}`,
    `create table memory.main.${prefix}all_purchases as ${purchasesFromSorted(visits)}`,
    ...besideOrders((table) => `memory.main.${prefix}${table}`)
  ];
}

/** Statements that put views in the place of what is not stored yet, over what `earlyStatements` made. */
export function standIn({ draft, absent, masksIds }: LateShop, prefix: string): string[] {
  const keys = late('customer_keys');
  return [
    `drop table ${late(`${prefix}visits`)}`,
    `alter table ${late(`${prefix}customer_keys`)} rename to customer_keys`,
    `create view ${late('order_rows')} as ${orderRowsSelect(stagedName('orders', draft.staged), keys, { absent })}`,
    `create view ${late('customer_profiles')} as ${profilesSelect(keys, late('order_rows'), { absent, masksIds })}`,
    `create view ${late(SET_ASIDE)} as ${setAsideSelect(draft)}`
  ];
}

/** Statements that store what stands in, under names after `prefix`. */
export function storeStatements({ absent, masksIds }: LateShop, prefix: string): string[] {
  const name = (table: string) => `memory.main.${prefix}${table}`;
  return [
    `create table ${name('order_rows')} as select * from ${late('order_rows')}`,
    `create table ${name('customer_profiles')} as ${profilesSelect(late('customer_keys'), name('order_rows'), { absent, masksIds })}`,
    `create table ${name(SET_ASIDE)} as select * from ${late(SET_ASIDE)}`
  ];
}

/** Statements that drop what stands in, and what it stands upon, as far as it is there. */
export function dropLate(): string[] {
  return [
    ...['customer_profiles', SET_ASIDE, 'order_rows'].map((view) => `drop view if exists ${late(view)}`),
    `drop table if exists ${late('customer_keys')}`
  ];
}

/** Statements that drop what a build that did not end has left. */
export function dropLateParts(prefix: string): string[] {
  return ['customer_keys', 'visits'].map((table) => `drop table if exists ${late(`${prefix}${table}`)}`);
}

/**
 * The used orders of each value of each dimension, the most frequent first: the rows of each value were counted when the
 * file was understood; here those are taken off that are no orders by themselves.
 */
export async function countedValues(work: Work, { stage, staged }: OpenDraft): Promise<ShopFacts['dimensions']> {
  const counted = DIMENSIONS.flatMap((dimension) => {
    const rows = stage?.valueRows[dimension];
    return rows ? [[dimension, new Map(rows)] as const] : [];
  });
  if (stage === null || counted.length === 0) return {};
  const values = (sign: number, from: string) =>
    counted.map(
      ([dimension]) =>
        `select '${dimension}' as dimension, coalesce(cast(cell.${dimension} as varchar), '') as value, ${sign} * count(*) as orders from ${from} group by all`
    );
  const gone = `${stagedName('verdicts', staged)} as verdict join ${stage.suspectCells} as cell on cell.row = verdict.row where not verdict.is_order`;
  const heads = `${stagedName('heads', staged)} as cell where cell.fate is null`;
  const changes = rowsOfTable(await work.run([...values(-1, gone), ...(stage.hasHeads ? values(1, heads) : [])].join('\nunion all\n')));
  for (const [dimension, orders] of counted)
    for (const [name, value, change] of changes)
      if (name === dimension) orders.set(String(value), (orders.get(String(value)) ?? 0) + Number(change));
  return Object.fromEntries(
    counted.map(([dimension, orders]) => [
      dimension,
      [...orders]
        .filter(([, count]) => count > 0)
        .map(([value, count]) => ({ value, orders: count }))
        .sort((a, b) => b.orders - a.orders || (a.value < b.value ? -1 : 1))
        .slice(0, MOST_LISTED)
    ])
  );
}
