import { aucDifference } from './churn-comparison.ts';
import {
  buysOf,
  chancesOf,
  plainFormula,
  RANKINGS,
  scoresOf,
  standingOf,
  type ChanceFormula,
  type Ranking,
  type RepeatParameters,
  type Standing
} from './churn-formula.ts';
import { learntWeights, recalibrated } from './churn-learning.ts';
import type { Estimate } from './estimate.ts';
import { fitting } from './fit-repeat-model.ts';
import { uniqueHistories } from './histories.ts';
import type { LongWork } from './long-work.ts';
import { auc, calibration, chanceErrors, liftAt, type Calibration, type ChanceErrors, type Lift } from './ranking.ts';
import type { RepeatModel } from './repeat-model.ts';
import type { NumberColumns, TaskResult } from './task-columns.ts';

/** How good one ranking was at one past day. */
export interface RankingTest {
  readonly ranking: Ranking;
  /** Of telling who stayed away from who came back. */
  readonly auc: Estimate;
  /** Of the tenth with the highest risk, how many stayed away; of the tenth with the best chance, how many bought. */
  readonly riskiest: Lift | null;
  readonly likeliest: Lift | null;
  /** By how much its AUC is above that of plain silence. */
  readonly againstSilence: Estimate | null;
  /** Errors of its chances of buying, where chances could be given without knowing what came. */
  readonly errors: ChanceErrors | null;
  readonly calibration: Calibration | null;
}

/** All rankings at one past day: what was learnt came from the day one horizon earlier. */
export interface ChurnTest {
  /** Horizons before the as-of date. */
  readonly horizonsAgo: number;
  readonly customers: number;
  readonly away: number;
  readonly rankings: readonly RankingTest[];
}

/** How one ranking gives chances as of the as-of date, and as it did at the latest past day: null where the past is too short to learn them before it. */
export interface RankingFormula {
  readonly now: ChanceFormula;
  readonly then: ChanceFormula | null;
}

export interface ChurnJudged {
  readonly isJudged: true;
  /** The latest first. */
  readonly tests: readonly ChurnTest[];
  /** The plainest ranking that no other clearly beats. */
  readonly chosen: Ranking;
  /** Whether the chosen ranking tells more than guessing: the interval of its AUC at the latest day lies above one half. */
  readonly isTelling: boolean;
  /** How chances are computed, by ranking; those that cannot be used now are left out. */
  readonly formulas: readonly RankingFormula[];
  /** The share who bought within the horizon after the latest past day. */
  readonly baseRate: number;
  /** Rankings that could not be tried. */
  readonly untried: readonly Ranking[];
}

/** Why no ranking can be judged. */
interface ChurnUnjudged {
  readonly isJudged: false;
  /** Nobody was a customer one horizon ago, or fewer than ten came back or stayed away. */
  readonly reason: 'no-past' | 'few-outcomes';
  readonly customers: number;
  readonly away: number;
}

/** Ranks customers by their chance to buy within `horizon` days, each ranking judged by the past. */
export interface ChurnRanking {
  readonly input: 'now' | 'latest' | 'earlier' | 'earliest';
  readonly options: { readonly horizon: number };
  readonly report: ChurnJudged | ChurnUnjudged;
}

const DAYS_PER_WEEK = 7;
const LEAST_OUTCOMES = 10;

interface Past {
  readonly standing: Standing;
  readonly repeat: RepeatParameters | null;
  /** Formulas that this day and what followed teach, for the days after. */
  readonly learnt: ReadonlyMap<Ranking, ChanceFormula>;
}

/**
 * Reads customers as they were known now and one, two and three horizons ago (see `standingOf`; each past day with what
 * happened within the horizon after it). At every past day each ranking is judged by what followed; what it has to learn
 * comes from one horizon earlier, so that nothing it is judged by was known to it.
 */
export function* churnRanking(
  inputs: Readonly<Record<ChurnRanking['input'], NumberColumns>>,
  { horizon }: ChurnRanking['options']
): LongWork<TaskResult<ChurnRanking['report']>> {
  const past = [inputs.latest, inputs.earlier, inputs.earliest].map(standingOf);
  const [latest] = past as [Standing, ...Standing[]];
  if (!isTelling(latest))
    return {
      report: {
        isJudged: false,
        reason: latest.customers === 0 ? 'no-past' : 'few-outcomes',
        customers: latest.customers,
        away: sum(latest.away)
      }
    };
  const nowRepeat = yield* repeatParameters(standingOf(inputs.now));
  const usable = past.slice(0, past.findIndex((one) => !isTelling(one)) >>> 0);
  const days: Past[] = [];
  for (const standing of usable) {
    yield { stage: 'ranking', done: days.length / usable.length };
    days.push(yield* pastOf(standing, horizon));
  }
  const isRecalibrated = helps(days, horizon);
  const formulaFor = (ranking: Ranking, repeat: RepeatParameters | null, before: Past | undefined) =>
    chanceFormula(ranking, repeat, before, isRecalibrated);
  const tests = days.map(({ standing, repeat }, at): ChurnTest => {
    const before = days[at + 1];
    const rankings = RANKINGS.flatMap((ranking) => {
      const formula = formulaFor(ranking, repeat, before);
      const ranked = formula ?? (ranking === 'silence' || ranking === 'lateness' ? plainFormula(ranking) : null);
      return ranked ? [testOf(ranked, formula !== null, standing, horizon)] : [];
    });
    return { horizonsAgo: at + 1, customers: standing.customers, away: sum(standing.away), rankings };
  });
  const [day, before] = days as [Past, Past?];
  const formulas = RANKINGS.flatMap((ranking): RankingFormula[] => {
    const formula = formulaFor(ranking, nowRepeat, day);
    return formula ? [{ now: formula, then: formulaFor(ranking, day.repeat, before) }] : [];
  });
  const chosen = bestOf(
    tests,
    formulas.map((one) => one.now.ranking)
  );
  const best = tests[0]?.rankings.find(({ ranking }) => ranking === chosen);
  return {
    report: {
      isJudged: true,
      tests,
      chosen,
      isTelling: (best?.auc.low ?? 0) > 0.5,
      formulas,
      baseRate: 1 - sum(latest.away) / latest.customers,
      untried: RANKINGS.filter((ranking) => !tests[0]?.rankings.some((test) => test.ranking === ranking))
    }
  };
}

/** Both outcomes often enough to say anything. */
function isTelling({ customers, away }: Standing): boolean {
  const gone = sum(away);
  return Math.min(gone, customers - gone) >= LEAST_OUTCOMES;
}

function* pastOf(standing: Standing, horizon: number): LongWork<Past> {
  const repeat = yield* repeatParameters(standing);
  const learnt = new Map<Ranking, ChanceFormula>();
  for (const ranking of RANKINGS) {
    if (ranking === 'repeat-model' && !repeat) continue;
    const plain = plainFormula(ranking, repeat);
    const formula =
      ranking === 'logistic'
        ? yield* learntWeights(standing, repeat, horizon)
        : yield* recalibrated(plain, scoresOf(plain, standing, horizon), standing.away);
    if (formula) learnt.set(ranking, formula);
  }
  return { standing, repeat, learnt };
}

function* repeatParameters({ x, recency, age }: Standing): LongWork<RepeatParameters | null> {
  const found = yield* fitting(uniqueHistories({ x, recency, age }, DAYS_PER_WEEK));
  return found.isFitted ? inDays(found.model) : null;
}

function inDays({ kind, parameters }: RepeatModel): RepeatParameters {
  const [r = 1, alpha = 1, a = 0, b = 1] = parameters.map(({ value }) => value);
  return kind === 'nbd' ? { r, alpha: alpha * DAYS_PER_WEEK, a: 0, b: 1 } : { r, alpha: alpha * DAYS_PER_WEEK, a, b };
}

/** The formula of a ranking at a day with these parameters, having learnt from `before`; null where it cannot give chances. */
function chanceFormula(
  ranking: Ranking,
  repeat: RepeatParameters | null,
  before: Past | undefined,
  isRecalibrated: boolean
): ChanceFormula | null {
  const learnt = before?.learnt.get(ranking) ?? null;
  if (ranking === 'logistic') return learnt && withRhythm(learnt, repeat);
  if (ranking !== 'repeat-model') return learnt;
  if (!repeat) return null;
  return isRecalibrated && learnt ? { ...learnt, repeat } : plainFormula(ranking, repeat);
}

/** What was learnt, with MBG/NBD as fitted at the day it is used on; without its rhythm where there is none. */
function withRhythm(learnt: ChanceFormula, repeat: RepeatParameters | null): ChanceFormula {
  const { weights } = learnt;
  return repeat ? { ...learnt, repeat } : { ...learnt, repeat, weights: { ...weights, rhythm: { weight: 0, centre: 0 } } };
}

function testOf(formula: ChanceFormula, hasChances: boolean, standing: Standing, horizon: number): RankingTest {
  const { away, features } = standing;
  const scores = scoresOf(formula, standing, horizon);
  const risk = scores.map((score) => -score);
  const chances = { scores: chancesOf(formula, scores), outcomes: buysOf(away) };
  const found = auc({ scores: risk, outcomes: away });
  if (!found) throw new Error('a ranking needs both outcomes to be judged');
  return {
    ranking: formula.ranking,
    auc: found,
    riskiest: liftAt({ scores: risk, outcomes: away }, 0.1),
    likeliest: liftAt({ scores, outcomes: chances.outcomes }, 0.1),
    againstSilence: formula.ranking === 'silence' ? null : aucDifference(risk, features.silence, away),
    errors: hasChances ? chanceErrors(chances) : null,
    calibration: hasChances ? calibration(chances) : null
  };
}

/** Whether chances of the model of repeat buying were nearer to what came when they had been brought into line a horizon before. */
function helps(days: readonly Past[], horizon: number): boolean {
  let gain = 0;
  days.forEach(({ standing, repeat }, at) => {
    const learnt = days[at + 1]?.learnt.get('repeat-model');
    if (!repeat || !learnt) return;
    const scores = scoresOf(plainFormula('repeat-model', repeat), standing, horizon);
    const brier = (formula: ChanceFormula) =>
      chanceErrors({ scores: chancesOf(formula, scores), outcomes: buysOf(standing.away) })?.brier ?? 0;
    gain += brier(plainFormula('repeat-model', repeat)) - brier(learnt);
  });
  return gain > 0;
}

/**
 * Plain silence, unless another ranking is clearly better: its AUC is above that of silence by more than chance at the
 * latest day, and above it on average over all days, and it tells more than guessing. Among those, the plainest that is not behind the best by more than 0.005.
 */
function bestOf(tests: readonly ChurnTest[], usable: readonly Ranking[]): Ranking {
  const better = usable.flatMap((ranking) => {
    const gains = tests.flatMap((test) => test.rankings.find((one) => one.ranking === ranking)?.againstSilence ?? []);
    const latest = tests[0]?.rankings.find((one) => one.ranking === ranking);
    const first = latest?.againstSilence;
    const mean = sum(gains.map(({ value }) => value)) / gains.length;
    return first && first.low > 0 && mean > 0 && latest.auc.low > 0.5 ? [{ ranking, mean }] : [];
  });
  const most = Math.max(...better.map(({ mean }) => mean));
  return better.find(({ mean }) => mean >= most - 0.005)?.ranking ?? 'silence';
}

function sum(list: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < list.length; at++) total += list[at] as number;
  return total;
}
