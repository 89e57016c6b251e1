import type { ColumnPromise, RowOf } from '../../engine/query.ts';
import { poissonAtMost } from '../../models/poisson.ts';
import { mergesOf, type SamePeople } from '../../sources/repairs.ts';
import type { LAST_PERIOD, LINKED_CUSTOMERS, TRUNCATION } from './issue-queries.ts';

type Row<Q extends { readonly columns: Readonly<Record<string, ColumnPromise>> }> = RowOf<Q['columns']>;
export type Start = Row<typeof TRUNCATION>;
export type End = Row<typeof LAST_PERIOD>;
type Linked = Row<typeof LINKED_CUSTOMERS>;

const DAY_MS = 86_400_000;
/** Far below the usual is less than this share of it. */
const FAR_BELOW = 0.5;
/** So many of the first weeks' customers must be more than is usual. */
const TELLING = 0.25;
/** Rarer than this is no chance. */
const NO_CHANCE = 0.001;

/** The last day when it is far below the same weekdays before it, and the chance of that. */
export function shortDay(end: End): { readonly chance: number; readonly asOf: Date } | null {
  const { day_orders: orders, usual_day_orders: usual } = end;
  if (usual === null || end.days_before < 4 || orders >= FAR_BELOW * usual || end.day_before < end.first_day) return null;
  const chance = poissonAtMost(orders, usual);
  return chance < NO_CHANCE ? { chance, asOf: end.day_before } : null;
}

/** The last month when it is not over and far below the months before it. */
export function shortMonth(end: End): { readonly asOf: Date } | null {
  const { month_orders: orders, usual_month_orders: usual } = end;
  const isOver = end.days_covered === end.days_in_month;
  if (usual === null || end.months_before < 2 || isOver || orders >= FAR_BELOW * usual) return null;
  return poissonAtMost(orders, usual) < NO_CHANCE && end.month_before_end >= end.first_day ? { asOf: end.month_before_end } : null;
}

/** Customers older than the data: told by members who joined before it, or by a start at full level with only new customers. */
export interface OldCustomers {
  readonly how: 'members' | 'start';
  /** A month from which most of the old ones have shown up. */
  readonly from: Date;
  /** The share of the seemingly new customers of the first weeks that the usual share of first purchases does not explain. */
  readonly excess: number;
}

export function oldCustomers(start: Start): OldCustomers | null {
  const span = (start.last_day.getTime() - start.first_day.getTime()) / DAY_MS + 1;
  const wait = Math.min(Math.max(start.long_gap ?? 28, 28), span / 3);
  const from = monthFrom(new Date(start.first_day.getTime() + wait * DAY_MS));
  const { start_level: level, start_share: share, later_share: later } = start;
  const excess = share !== null && later !== null && share > 0 ? 1 - later / share : 0;
  if (start.members_known >= 20 && start.members_older / start.members_known >= 0.05) return { how: 'members', from, excess };
  const isTold = start.stretches >= 6 && start.start_first_timers >= 30 && level !== null && level >= FAR_BELOW;
  // Nobody new at all later on is a list of one year's newcomers, not a shop's whole life.
  return isTold && later !== null && later > 0.02 && excess >= TELLING ? { how: 'start', from, excess } : null;
}

/** Ids that look like one person, as groups: the id that stays, and those that go into it. */
export interface Doubles {
  /** By customer number: which goes into which. */
  readonly merges: ReadonlyMap<number, number>;
  readonly groups: readonly { readonly stays: Linked; readonly others: readonly Linked[]; readonly shown: string; readonly file: string }[];
}

/** The customers of `linked` (those who ordered first come first) that share keys. */
export function doublesOf({ links }: SamePeople, linked: readonly Linked[]): Doubles {
  const byId = new Map(linked.map((one) => [one.customer_id, one]));
  const merges = mergesOf(links, [...byId.keys()]);
  const groups = new Map<string, Linked[]>();
  for (const [id, into] of merges) groups.set(into, [...(groups.get(into) ?? []), ...[byId.get(id)].filter((one) => one !== undefined)]);
  return {
    merges: new Map([...merges].map(([id, into]) => [byId.get(id)?.customer ?? -1, byId.get(into)?.customer ?? -1])),
    groups: [...groups].flatMap(([into, others]) => {
      const stays = byId.get(into);
      const link = links.find(({ ids }) => ids.some((id) => id === into) || ids.some((id) => others.some((one) => one.customer_id === id)));
      return stays ? [{ stays, others, shown: link?.shown ?? '', file: link?.file ?? '' }] : [];
    })
  };
}

/** The first day of the month that begins on `day` or after it. */
function monthFrom(day: Date): Date {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1));
  return first.getTime() === day.getTime() ? first : new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1));
}
