import type { RowOf } from '../../engine/query.ts';
import { cutOffs, type ContactTerms, type CutOff } from '../../models/cut-off.ts';
import type { View } from '../../session/view.svelte.ts';
import type { PAST_COLUMNS } from './queries.ts';

type PastRow = RowOf<typeof PAST_COLUMNS>;

/** What contacting is assumed to cost and to do, as it stands in the address. */
export interface Terms {
  readonly cost: number;
  /** Shares of 1. */
  readonly save: number;
  readonly margin: number;
}

export const TERM_BOUNDS = { cost: [0, 100_000], save: [0, 100], margin: [1, 100] } as const;

/** `usual` is what a contact cost so far, where a file tells it. */
export function termsOf(view: View, usual?: number | null): Terms {
  return {
    cost: view.number('cost', usual ?? 5, ...TERM_BOUNDS.cost),
    save: view.number('save', 12, ...TERM_BOUNDS.save) / 100,
    margin: view.number('margin', 100, ...TERM_BOUNDS.margin) / 100
  };
}

/** What contacting the flagged of a past day would have brought, by how many of them were contacted, in the order of the list. */
export interface ContactPlan {
  /** What orders the list: money times the chance of losing it, or money times lateness. */
  readonly by: 'chance' | 'rule';
  /** The past day; null where there is none to look back to. */
  readonly day: Date | null;
  /** So many days after it tell who came back; what is saved is the money of these days. */
  readonly days: number;
  readonly flagged: number;
  readonly away: number;
  /** What they had brought in as many days of the year before, on average. */
  readonly worth: number;
  readonly all: CutOff;
  readonly best: CutOff;
  readonly curve: readonly CutOff[];
}

/** Those flagged on a past day, of every `every`-th customer, and how many days were looked ahead. */
export interface PastFlags {
  readonly rows: readonly PastRow[];
  readonly day: Date | null;
  readonly days: number;
  readonly every: number;
}

/** The plan from one row per flagged customer; counts and money are those of all. */
export function contactPlan(by: ContactPlan['by'], { rows, day, days, every }: PastFlags, { cost, save, margin }: Terms): ContactPlan {
  const terms: ContactTerms = { costPerContact: cost, saveRate: save * margin };
  const past = {
    risk: rows.map((row) => row.at_stake),
    lost: rows.map((row) => row.away),
    value: rows.map((row) => (row.amount_year * days) / 365)
  };
  const scaled = (one: CutOff): CutOff => ({
    contacted: one.contacted * every,
    risk: Number.isFinite(one.risk) ? one.risk : 0,
    lost: one.lost * every,
    cost: one.cost * every,
    saved: one.saved * every,
    net: one.net * every
  });
  const { curve, best } = cutOffs(past, terms);
  const all = curve.at(-1) ?? best;
  const away = rows.reduce((sum, row) => sum + row.away, 0);
  const worth = past.value.reduce((sum, value) => sum + value, 0) * every;
  return {
    by,
    day,
    days,
    flagged: rows.length * every,
    away: away * every,
    worth,
    all: scaled(all),
    best: scaled(best),
    curve: curve.map(scaled)
  };
}
