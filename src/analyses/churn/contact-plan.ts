import type { RowOf } from '../../engine/query.ts';
import { cutOffs, type ContactTerms, type CutOff } from '../../models/cut-off.ts';
import type { View } from '../../session/view.svelte.ts';
import type { CHANCE_PAST } from './chance-queries.ts';

type PastRow = RowOf<(typeof CHANCE_PAST)['history']['columns']>;

/** What contacting is assumed to cost and to do, as it stands in the address. */
export interface Terms {
  readonly cost: number;
  /** Shares of 1. */
  readonly save: number;
  readonly margin: number;
}

export const TERM_BOUNDS = { cost: [0, 100_000], save: [0, 100], margin: [1, 100] } as const;

export function termsOf(view: View): Terms {
  return {
    cost: view.number('cost', 5, ...TERM_BOUNDS.cost),
    save: view.number('save', 12, ...TERM_BOUNDS.save) / 100,
    margin: view.number('margin', 100, ...TERM_BOUNDS.margin) / 100
  };
}

/** What contacting the flagged of a past day would have brought, by how many of them were contacted. */
export interface ContactPlan {
  readonly day: Date;
  readonly flagged: number;
  readonly away: number;
  readonly all: CutOff;
  readonly best: CutOff;
  readonly curve: readonly CutOff[];
}

/** The plan from one row per flagged customer of every `every`-th; counts and money are those of all. */
export function contactPlan(rows: readonly PastRow[], day: Date, { cost, save, margin }: Terms, every: number): ContactPlan {
  const terms: ContactTerms = { costPerContact: cost, saveRate: save * margin };
  const past = {
    risk: rows.map((row) => row.at_stake),
    lost: rows.map((row) => row.away),
    value: rows.map((row) => row.amount_year)
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
  return { day, flagged: rows.length * every, away: away * every, all: scaled(all), best: scaled(best), curve: curve.map(scaled) };
}
