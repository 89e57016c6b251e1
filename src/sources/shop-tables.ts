import { BASE_TABLES, CANONICAL, ordersView, type Catalogue } from './canonical-tables.ts';
import { JOINING } from './join-drafts.ts';
import { dropLate, dropLateParts, late, standIn, type LateShop } from './late-tables.ts';
import { definitions } from './scope.ts';
import { SET_ASIDE } from './set-aside.ts';
import type { ShopFacts } from './source.ts';
import { dropDirectory } from './subjects/directory.ts';

/** Before the names of tables that are being built beside those in use. */
export const NEXT = 'next_';

/** Statements that drop what a build that did not end has left. */
export function dropNext(): string[] {
  return [
    ...[...JOINING, `${NEXT}${SET_ASIDE}`].map((table) => `drop table if exists ${table}`),
    ...dropDirectory(NEXT),
    `drop view if exists ${NEXT}all_orders`,
    ...(['memory', 'packed'] as const).flatMap((catalogue) =>
      [...BASE_TABLES, 'customer_keys'].map((table) => `drop table if exists ${catalogue}.main.${NEXT}${table}`)
    ),
    ...dropLateParts(NEXT)
  ];
}

/** Statements that drop the shop in use, whichever catalogue holds it. */
export function dropBase(): string[] {
  return [
    ...[...CANONICAL, 'all_orders'].map((view) => `drop view if exists ${view}`),
    ...(['memory', 'packed'] as const).flatMap((catalogue) =>
      BASE_TABLES.map((table) => `drop table if exists ${catalogue}.main.${table}`)
    ),
    `drop table if exists memory.main.${SET_ASIDE}`,
    ...dropLate()
  ];
}

/** Statements that put the tables which were built in the place of those in use. */
export function swapStatements(into: Catalogue, absent: readonly string[], facts: ShopFacts): string[] {
  return [
    ...dropBase(),
    ...BASE_TABLES.map((table) => `alter table ${into}.main.${NEXT}${table} rename to ${table}`),
    `alter table memory.main.${NEXT}${SET_ASIDE} rename to ${SET_ASIDE}`,
    ...JOINING.map((table) => `drop table if exists ${table}`),
    ...dropDirectory(NEXT),
    `drop view if exists ${NEXT}all_orders`,
    ...shopViews(into, absent, facts)
  ];
}

/** The same of a shop of which some tables are not stored yet. */
export function swapEarly(shop: LateShop, facts: ShopFacts): string[] {
  const isStored = (table: string) => !(LATE_BASES as readonly string[]).includes(table);
  return [
    ...dropBase(),
    ...BASE_TABLES.filter(isStored).map((table) => `alter table memory.main.${NEXT}${table} rename to ${table}`),
    ...standIn(shop, NEXT),
    ordersView(late('order_rows'), shop),
    ...canonicalViews(facts)
  ];
}

/** Statements that put the tables which were stored in the place of what stood in. */
export function swapLate(shop: LateShop): string[] {
  return [
    ...LATE_BASES.map((table) => `alter table memory.main.${NEXT}${table} rename to ${table}`),
    `alter table memory.main.${NEXT}${SET_ASIDE} rename to ${SET_ASIDE}`,
    ordersView('memory.main.order_rows', shop),
    ...dropLate()
  ];
}

const LATE_BASES = ['order_rows', 'customer_profiles'] as const;

/**
 * Statements that make the views over the base tables in the catalogue `into`; `absent` are the columns of an order that
 * are not kept. Of several currencies the views show that of most orders.
 */
export function shopViews(into: Catalogue, absent: readonly string[], facts: Pick<ShopFacts, 'lastDay' | 'currencies'>): string[] {
  const isSplit = facts.currencies?.[0] !== undefined;
  return [ordersView(`${into}.main.order_rows`, { absent, isSplit }), ...canonicalViews(facts)];
}

// So that hand-written SQL finds the tables that the analyses' SQL speaks of.
function canonicalViews({ lastDay, currencies }: Pick<ShopFacts, 'lastDay' | 'currencies'>): string[] {
  const tables = definitions({ asOf: lastDay, from: null, filters: {}, currency: currencies?.[0]?.value });
  return CANONICAL.map((view) => `create view ${view} as ${tables[view]}`);
}
