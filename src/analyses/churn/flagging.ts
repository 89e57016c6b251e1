import type { ChurnJudged, RankingFormula } from '../../models/churn-ranking.ts';
import { RANKINGS, type ChanceFormula, type Ranking } from '../../models/churn-formula.ts';
import type { Asker } from '../../session/asking.ts';
import type { Counting, View } from '../../session/view.svelte.ts';
import { askGround, belowOf, dayBefore, horizonOf, judged, type Ground } from './chance-model.ts';
import type { Flagging } from './flag-queries.ts';
import { noChances } from './refusals.ts';
import { RULE_NAMES, ruleOf } from './rule.ts';

/** How the page flags customers: by fixed days, by the own gap, or by the chance to buy. */
export function modeOf(view: Counting): 'days' | 'gap' | 'chance' {
  return view.choice('rule', ['days', 'gap', 'chance']);
}

/** The ranking that the address asks for; the best where it asks for none or for one that cannot be used. */
export function rankingOf(view: Counting, { chosen, formulas }: ChurnJudged): Ranking {
  const wanted = view.choice('rank', ['best', ...RANKINGS]);
  return wanted !== 'best' && formulas.some(({ now }) => now.ranking === wanted) ? wanted : chosen;
}

/** The formulas of the ranking that the address asks for. */
export function formulaOf(view: Counting, report: ChurnJudged): RankingFormula {
  const ranking = rankingOf(view, report);
  const found = report.formulas.find(({ now }) => now.ranking === ranking);
  if (!found) throw new RangeError(`there is no formula for ${ranking}`);
  return found;
}

/** What the chances on the page are: everything that a question about them takes. */
export interface ChanceChoice {
  readonly formula: ChanceFormula;
  readonly then: ChanceFormula | null;
  readonly horizon: number;
  readonly below: number;
  readonly day: Date;
  /** The latest past day. */
  readonly pastDay: Date;
}

export function choiceOf(view: Counting, report: ChurnJudged, ground: Ground, horizon: number): ChanceChoice {
  const { now, then } = formulaOf(view, report);
  const below = belowOf(view, report);
  return { formula: now, then, horizon, below, day: ground.as_of, pastDay: dayBefore(ground.as_of, horizon) };
}

export function flaggingBy(choice: ChanceChoice): Flagging {
  const { formula, horizon, below, day } = choice;
  return { by: 'chance', formula, horizon, below, day };
}

/** The same for a list that the address names. Refuses where no chances can be given. */
export async function askChoice(view: Counting, asker: Asker, signal?: AbortSignal): Promise<ChanceChoice> {
  const ground = (await askGround(asker, signal)).value;
  const horizon = horizonOf(view, ground);
  const { value: report } = await judged(asker, ground, horizon, signal);
  if (!report.isJudged) throw noChances(horizon);
  return choiceOf(view, report, ground, horizon);
}

/** How the address flags customers. */
export async function askFlagging(view: Counting, asker: Asker, signal?: AbortSignal): Promise<Flagging> {
  if (modeOf(view) === 'chance') return flaggingBy(await askChoice(view, asker, signal));
  return { by: 'rule', rule: ruleOf(view), day: (await askGround(asker, signal)).value.as_of };
}

/** The day that is compared with: as typed, else 30 days before. */
export function compareDay(view: View, day: Date): Date {
  const typed = view.day('compare');
  return typed && typed < day ? typed : dayBefore(day, 30);
}

/** What an address needs to flag in the same way. */
export function flagAddress(view: View): Record<string, string | null> {
  return Object.fromEntries(RULE_NAMES.map((name) => [name, view.params.get(name)]));
}
