import { mapAnswer, type Answer, type Step } from '../../engine/answer.ts';
import { defineQuery, type RowOf } from '../../engine/query.ts';
import { returningWithin, secondValueAt, type Amounts, type Returning, type SecondValue } from '../../models/second-value.ts';
import { kaplanMeier, type Survival } from '../../models/survival.ts';
import type { Asker } from '../../session/asking.ts';
import secondValue from './second-value.sql?raw';

export const SECOND_VALUE = defineQuery<{ cut: Date; as_of: Date }>()({
  name: 'value/second-value',
  sql: secondValue,
  columns: { side: 'text', days: 'integer', again: 'integer', waiting: 'integer', amount: 'number', squares: 'number', amounts: 'integer' }
});
type Row = RowOf<(typeof SECOND_VALUE)['columns']>;

/** What a second purchase brings, by how long is waited for it, and whether the same sum was right before. */
export interface SecondAhead {
  readonly cut: Date;
  readonly customers: number;
  /** By every day with a second purchase up to the last that many were watched for. */
  readonly path: readonly SecondValue[];
  /** The horizon that holds: the longest that the past could be tested for, else the longest seen; null without any. */
  readonly horizon: number | null;
  readonly now: SecondValue | null;
  /** What would have been said at the cut, and what those who came after it did. */
  readonly then: SecondValue | null;
  readonly since: SecondValue | null;
  /** Of those who bought once, how many come back within the horizon. */
  readonly returning: Returning | null;
  /** Mean amount of a second purchase × margin; null without amounts. */
  readonly basket: number | null;
}

const HORIZONS = [7, 14, 30, 45, 60, 90, 120, 180, 270, 365] as const;

/** `margin` is the share of an amount that is kept. */
export function secondAhead(rows: readonly Row[], cut: Date, margin: number): SecondAhead {
  const sides = { all: sideOf(rows, 'all', margin), then: sideOf(rows, 'then', margin), since: sideOf(rows, 'since', margin) };
  const at = ({ curve, amounts }: Side, day: number) => secondValueAt(curve, day, amounts);
  const known = HORIZONS.filter((day) => (at(sides.all, day)?.share.value ?? 0) > 0);
  const tested = known.filter((day) => at(sides.then, day) && at(sides.since, day));
  const horizon = tested.at(-1) ?? known.at(-1) ?? null;
  const { curve, amounts } = sides.all;
  const waits = rows.flatMap(({ side, days, waiting }) => (side === 'all' && waiting > 0 ? [{ days, customers: waiting }] : []));
  return {
    cut,
    customers: curve.n,
    path: curve.steps.flatMap(({ time, events }) => (events > 0 ? (at(sides.all, time) ?? []) : [])),
    horizon,
    now: horizon === null ? null : at(sides.all, horizon),
    then: horizon === null ? null : at(sides.then, horizon),
    since: horizon === null ? null : at(sides.since, horizon),
    returning: horizon === null ? null : returningWithin(curve, waits, horizon),
    basket: amounts.count > 0 ? amounts.sum / amounts.count : null
  };
}

interface Side {
  readonly curve: Survival;
  readonly amounts: Amounts;
}

function sideOf(all: readonly Row[], side: string, margin: number): Side {
  const rows = all.filter((row) => row.side === side);
  const total = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    curve: kaplanMeier(rows.map(({ days, again, waiting }) => ({ time: days, events: again, censored: waiting }))),
    amounts: {
      count: total(({ amounts }) => amounts),
      sum: margin * total(({ amount }) => amount),
      squares: margin ** 2 * total(({ squares }) => squares)
    }
  };
}

/** `cut` is the past day at which the same is worked out, to be held against what came. */
export async function askSecond(asker: Asker, cut: Date, margin: number, signal?: AbortSignal): Promise<Answer<SecondAhead>> {
  return mapAnswer(await asker.ask(SECOND_VALUE, { cut }, signal), (rows) => secondAhead(rows, cut, margin), SECOND_STEP);
}

/** The step that stands in the evidence of what second purchases bring. */
export const SECOND_STEP: Step = {
  what: '(1 − S) × mean amount: Kaplan–Meier, log–log; delta method',
  source: 'Kaplan & Meier 1958; Greenwood 1926'
};
