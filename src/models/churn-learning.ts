import {
  buysOf,
  FAR,
  predictorsOf,
  scoresOf,
  STRAIGHT,
  type ChanceFormula,
  type RepeatParameters,
  type Standing
} from './churn-formula.ts';
import { fittingLogistic, type Features } from './logistic.ts';
import type { LongWork } from './long-work.ts';

/**
 * `formula` with the way from score to chance learnt from what happened: a logistic curve with a bend, straight beyond where
 * the bend would turn it round. Null with fewer than ten of an outcome. Source: J. Platt, Advances in Large Margin
 * Classifiers (1999), 61–74; the square of the score is added.
 */
export function* recalibrated(formula: ChanceFormula, scores: Float64Array, away: Float64Array): LongWork<ChanceFormula | null> {
  const fit = yield* fittingLogistic({ score: scores, square: scores.map((score) => score * score) }, buysOf(away));
  if (!fit.isFitted) return null;
  const [straight, square] = fit.model.coefficients.map(({ perDeviation, deviation, mean }) => ({
    each: deviation > 0 ? perDeviation / deviation : 0,
    mean
  }));
  const [slope, bend] = [straight?.each ?? 0, square?.each ?? 0];
  const shift = fit.model.intercept - slope * (straight?.mean ?? 0) - bend * (square?.mean ?? 0);
  const turn = bend === 0 ? null : -slope / (2 * bend);
  const [least, most] = [turn !== null && bend > 0 ? turn : -FAR, turn !== null && bend < 0 ? turn : FAR];
  const isRising = bend !== 0 || slope > 0;
  // A score that led the wrong way tells nothing: everybody has the mean chance then.
  const seen = scores.filter((score) => score > least && score < most).length;
  if (isRising && seen * 2 > scores.length) return { ...formula, slope, bend, shift, least, most };
  const share = 1 - away.reduce((sum, one) => sum + one, 0) / away.length;
  return { ...formula, slope: 0, bend: 0, shift: Math.log(share / (1 - share)) };
}

/**
 * The logistic formula learnt from what was known at a day and what happened within `horizon` days after it, its score held
 * within what was seen then; null with fewer than ten of an outcome.
 */
export function* learntWeights(standing: Standing, repeat: RepeatParameters | null, horizon: number): LongWork<ChanceFormula | null> {
  const fit = yield* fittingLogistic(predictorsOf(standing, repeat, horizon) as Features, buysOf(standing.away));
  if (!fit.isFitted) return null;
  const weights = Object.fromEntries(
    fit.model.coefficients.map(({ name, perDeviation, deviation, mean }) => [
      name,
      { weight: deviation > 0 ? perDeviation / deviation : 0, centre: mean }
    ])
  ) as ChanceFormula['weights'];
  const formula: ChanceFormula = { ranking: 'logistic', shift: fit.model.intercept, slope: 1, ...STRAIGHT, repeat, weights };
  let [least, most] = [FAR, -FAR];
  for (const score of scoresOf(formula, standing, horizon)) [least, most] = [Math.min(least, score), Math.max(most, score)];
  return { ...formula, least, most };
}
