import { columnIn, type NumberColumns } from './task-columns.ts';

/** The ways to rank customers by their chance to buy, from the plainest to the most elaborate. */
export const RANKINGS = ['silence', 'lateness', 'repeat-model', 'logistic'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** What the logistic model may look at: columns of its input of these names, already on the scale it uses. */
export const FEATURES = [
  'silence',
  'lateness',
  'times',
  'tenure',
  'trend',
  'basket',
  'discount',
  'refund',
  'unhappy',
  'complaint',
  'activity',
  'activity_trend'
] as const;
export type Feature = (typeof FEATURES)[number];
/** What the logistic model weighs: the features, and the log-odds by MBG/NBD, so that much silence tells more of those who used to buy often. */
export const PREDICTORS = [...FEATURES, 'rhythm'] as const;
export type Predictor = (typeof PREDICTORS)[number];

/** MBG/NBD in days; `a` is 0 where nobody is seen to leave. */
export interface RepeatParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * How a chance to buy is computed, as plain numbers that SQL can use too: 1 / (1 + e^−(shift + slope · s + bend · s²)), where
 * s is −silence, −lateness, the log-odds by MBG/NBD, or Σ weight · (predictor − centre), held within `least` and `most`, so
 * that a higher score never means a smaller chance.
 */
export interface ChanceFormula {
  readonly ranking: Ranking;
  readonly shift: number;
  readonly slope: number;
  readonly bend: number;
  readonly least: number;
  readonly most: number;
  readonly repeat: RepeatParameters | null;
  readonly weights: Readonly<Record<Predictor, { readonly weight: number; readonly centre: number }>>;
}

/** Customers as they were known at the end of a day, and what they did in the days after. */
export interface Standing {
  readonly customers: number;
  readonly x: Float64Array;
  /** Days from the first purchase to the last, and from the first to the day. */
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly features: Readonly<Record<Feature, Float64Array>>;
  /** 1 who bought nothing within the horizon after the day. */
  readonly away: Float64Array;
}

export function standingOf(columns: NumberColumns): Standing {
  const x = columnIn(columns, 'x');
  const features = Object.fromEntries(FEATURES.map((name) => [name, columnIn(columns, name)])) as Record<Feature, Float64Array>;
  return {
    customers: x.length,
    x,
    recency: columnIn(columns, 'recency'),
    age: columnIn(columns, 'age'),
    features,
    away: columnIn(columns, 'away')
  };
}

const NO_WEIGHTS = Object.fromEntries(PREDICTORS.map((name) => [name, { weight: 0, centre: 0 }])) as ChanceFormula['weights'];

/** Log-odds beyond this, a chance of 1 in 10¹³, are not told apart. */
export const FAR = 30;
/** The part of a formula that says its curve has no bend. */
export const STRAIGHT = { bend: 0, least: -FAR, most: FAR } as const;

/** A formula whose score alone matters: for ranking, and where the score is the log-odds already. */
export function plainFormula(ranking: Ranking, repeat: RepeatParameters | null = null): ChanceFormula {
  return { ranking, shift: 0, slope: 1, ...STRAIGHT, repeat, weights: NO_WEIGHTS };
}

/** The score of each customer, higher for those more likely to buy within `horizon` days. */
export function scoresOf({ ranking, repeat, weights }: ChanceFormula, standing: Standing, horizon: number): Float64Array {
  const { customers, features } = standing;
  if (ranking === 'silence' || ranking === 'lateness') return features[ranking].map((value) => -value);
  if (ranking === 'logistic') {
    const predictors = predictorsOf(standing, repeat, horizon);
    return Float64Array.from({ length: customers }, (_, at) =>
      PREDICTORS.reduce((sum, name) => sum + weights[name].weight * ((predictors[name][at] as number) - weights[name].centre), 0)
    );
  }
  if (!repeat) throw new TypeError('the model of repeat buying has no parameters');
  return repeatScores(repeat, standing, horizon);
}

/** Log-odds by MBG/NBD beyond this, a chance of 1 in 1000, weigh no more in the logistic model. */
const FAR_RHYTHM = 7;

/** The columns that the logistic model weighs; the rhythm is 0 for all where MBG/NBD could not be fitted. */
export function predictorsOf(
  standing: Standing,
  repeat: RepeatParameters | null,
  horizon: number
): Readonly<Record<Predictor, Float64Array>> {
  const rhythm = repeat ? repeatScores(repeat, standing, horizon) : new Float64Array(standing.customers);
  return { ...standing.features, rhythm: rhythm.map((one) => Math.max(-FAR_RHYTHM, Math.min(FAR_RHYTHM, one))) };
}

function repeatScores(repeat: RepeatParameters, { customers, x, recency, age }: Standing, horizon: number): Float64Array {
  return Float64Array.from({ length: customers }, (_, at) =>
    repeatLogOdds(repeat, x[at] as number, recency[at] as number, age[at] as number, horizon)
  );
}

/**
 * ln of the odds of buying within `horizon` days: P(alive) · (1 − ((α + T) / (α + T + t))^(r + x)), where
 * P(alive) = 1 / (1 + a / (b + x) · ((α + T) / (α + t_x))^(r + x)). Within ±30, as `FAR` says. Source: E. P. Batislam, M. Denizel and
 * A. Filiztekin, International Journal of Research in Marketing 24 (2007), 201–209.
 */
function repeatLogOdds({ r, alpha, a, b }: RepeatParameters, x: number, recency: number, age: number, horizon: number): number {
  const dead = a > 0 ? Math.exp(Math.min(700, Math.log(a / (b + x)) + (r + x) * Math.log((alpha + age) / (alpha + recency)))) : 0;
  const buys = -Math.expm1(-(r + x) * Math.log1p(horizon / (alpha + age))) / (1 + dead);
  return Math.max(-FAR, Math.min(FAR, Math.log(buys) - Math.log1p(-buys)));
}

/** The chance of each customer, from their scores. */
export function chancesOf({ shift, slope, bend, least, most }: ChanceFormula, scores: Float64Array): Float64Array {
  return scores.map((score) => {
    const held = Math.max(least, Math.min(most, score));
    return 1 / (1 + Math.exp(-Math.max(-FAR, Math.min(FAR, shift + slope * held + bend * held * held))));
  });
}

/** 1 who bought, from 1 who stayed away. */
export function buysOf(away: Float64Array): Float64Array {
  return away.map((one) => 1 - one);
}
