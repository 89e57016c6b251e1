import { joinAnswers, mapAnswer, type Answer } from '../../engine/answer.ts';
import type { ValueCheck } from '../../models/value-check.ts';
import type { Asker } from '../../session/asking.ts';
import { valueStep } from '../forecasts/customer-values.ts';
import { HISTORIES_UNTIL, SPENDS_UNTIL } from '../forecasts/queries.ts';
import { ceilingOf, type Terms } from '../forecasts/terms.ts';
import { PAST_PATH, type PathPoint } from './queries.ts';

/** Where the past is cut: the model knows what was known on `until` and forecasts the `days` after it. */
export interface Split {
  readonly until: Date;
  readonly days: number;
  /** Days between the points of the curve. */
  readonly step: number;
}

const DAY = 86_400_000;
/** Points of the forecast curve. */
const STEPS = 13;
/** Fewer days on either side tell nothing. */
const LEAST_DAYS = 14;
const MOST_DAYS = 365;

/**
 * Half of the past, and at most a year, is kept back; or as many days as `asked`, as long as two weeks are left before
 * them. Null where the past is too short to be cut.
 */
export function splitOf({ firstDay, asOf }: { readonly firstDay: Date; readonly asOf: Date }, asked: number | null): Split | null {
  const span = Math.round((asOf.getTime() - firstDay.getTime()) / DAY);
  if (span < 2 * LEAST_DAYS) return null;
  const days = Math.min(asked ?? Math.min(MOST_DAYS, Math.ceil(span / 2)), span - LEAST_DAYS);
  return { until: new Date(asOf.getTime() - days * DAY), days, step: Math.ceil(days / STEPS) };
}

export interface Check {
  readonly report: ValueCheck['report'];
  /** Repeat purchases so far, before and after the split. */
  readonly path: readonly PathPoint[];
  readonly split: Split;
}

/** The model fitted to the past until the split, held against what came after. */
export async function askCheck(asker: Asker, terms: Terms, split: Split, signal?: AbortSignal): Promise<Answer<Check>> {
  const { until, days, step } = split;
  const horizons = Array.from({ length: Math.ceil(days / step) }, (_, at) => Math.min(days, (at + 1) * step));
  const known = { until, ...ceilingOf(terms) };
  const [path, fitted] = await Promise.all([
    asker.ask(PAST_PATH, { until, step }, signal),
    asker.fit(
      {
        task: 'value-check',
        inputs: { histories: { query: HISTORIES_UNTIL, params: known }, spends: { query: SPENDS_UNTIL, params: known } },
        options: { kind: terms.model, horizons },
        step: valueStep(terms)
      },
      signal
    )
  ]);
  return mapAnswer(joinAnswers([fitted, path]), ([{ report }, points]) => ({ report, path: points, split }));
}
