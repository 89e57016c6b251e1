import { withinVariance, type Estimates } from './estimate.ts';
import { Z95 } from './intervals.ts';
import { finish, type LongWork, type Watch } from './long-work.ts';
import { minimise, type Curvature } from './minimise.ts';
import { momentsOf } from './moments.ts';
import { inverse, type Matrix } from './symmetric.ts';

/** Columns of one length, by name: one place per customer, all finite. */
export type Features = Readonly<Record<string, ArrayLike<number>>>;

/** One feature's part in a logistic model. */
export interface Coefficient {
  readonly name: string;
  /** Mean and standard deviation among those it was fitted to. */
  readonly mean: number;
  readonly deviation: number;
  /** Change of the log-odds per standard deviation of the feature. */
  readonly perDeviation: number;
  readonly standardError: number | null;
  /** e^perDeviation with its 95% interval. */
  readonly oddsRatio: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A fitted logistic regression: plain data. */
export interface LogisticModel {
  readonly coefficients: readonly Coefficient[];
  /** Log-odds of somebody who is average in every feature. */
  readonly intercept: number;
  /** Of the intercept and `perDeviation`, in this order; null where the data do not tell. */
  readonly covariance: Matrix | null;
  readonly customers: number;
  readonly events: number;
  readonly logLikelihood: number;
  readonly isConverged: boolean;
}

/** Why there is no model: fewer than ten of one outcome. Their base rate still holds. */
export interface NoLogistic {
  readonly isFitted: false;
  readonly customers: number;
  readonly events: number;
}

export interface LogisticOptions {
  /** Weight of Σ perDeviation² / 2 against the log-likelihood; it keeps coefficients finite where features separate the outcomes. */
  readonly ridge?: number;
}

/** Does `fittingLogistic` in one go. */
export function fitLogistic(features: Features, outcome: ArrayLike<number>, options: LogisticOptions = {}, watch: Watch = {}) {
  return finish(fittingLogistic(features, outcome, options), watch);
}

/**
 * Logistic regression of an outcome (0 or 1) on features, which are brought to mean 0 and deviation 1 first; those that do not vary
 * get 0. Newton's method (iteratively reweighted least squares) with a ridge penalty, 1 unless said; standard errors
 * from the penalised information. Throws on columns of different lengths or values that are not finite.
 * Sources: T. Hastie, R. Tibshirani and J. Friedman, The Elements of Statistical Learning, 2nd ed. (2009), 4.4.1;
 * S. le Cessie and J. van Houwelingen, Applied Statistics 41 (1992), 191–201, for the ridge.
 */
export function* fittingLogistic(
  features: Features,
  outcome: ArrayLike<number>,
  { ridge = 1 }: LogisticOptions = {}
): LongWork<{ readonly isFitted: true; readonly model: LogisticModel } | NoLogistic> {
  const n = outcome.length;
  const scaled = Object.entries(features).map(([name, column]) => standardised(name, column, n));
  let events = 0;
  for (let at = 0; at < n; at++) {
    if (outcome[at] !== 0 && outcome[at] !== 1) throw new RangeError(`outcome ${at} is neither 0 nor 1: ${outcome[at]}`);
    events += outcome[at] as number;
  }
  if (Math.min(events, n - events) < 10) return { isFitted: false, customers: n, events };
  const columns = scaled.map(({ values }) => values);
  const bound = [Infinity, ...columns.map(() => 50)];
  const objective = {
    at: (point: readonly number[]) => loss(point, columns, outcome, ridge),
    lower: bound.map((one) => -one),
    upper: bound
  };
  const start = [Math.log(events / (n - events)), ...columns.map(() => 0)];
  const { point, hessian, value, isConverged } = yield* minimise(objective, start, 'logistic');
  const covariance = inverse(hessian.map((row) => row.map((cell) => cell * n)));
  const coefficients = scaled.map(({ name, mean, deviation }, at): Coefficient => {
    const perDeviation = deviation > 0 ? (point[at + 1] ?? 0) : 0;
    const error = deviation > 0 && covariance ? Math.sqrt(covariance[at + 1]?.[at + 1] ?? 0) : null;
    return {
      name,
      mean,
      deviation,
      perDeviation,
      standardError: error,
      oddsRatio: Math.exp(perDeviation),
      low: error === null ? null : Math.exp(perDeviation - Z95 * error),
      high: error === null ? null : Math.exp(perDeviation + Z95 * error)
    };
  });
  const penalty = (ridge * coefficients.reduce((sum, { perDeviation }) => sum + perDeviation ** 2, 0)) / 2;
  const logLikelihood = penalty - value * n;
  return {
    isFitted: true,
    model: { coefficients, intercept: point[0] ?? 0, covariance, customers: n, events, logLikelihood, isConverged }
  };
}

/** The chance of the event for each customer, within 0 to 1. */
export function logisticChance(model: LogisticModel, features: Features): Float64Array {
  return logOdds(model, features).map((value) => 1 / (1 + Math.exp(-value)));
}

/** The same with 95% intervals from the coefficients being estimated (delta method, symmetric on the log-odds). */
export function logisticEstimates(model: LogisticModel, features: Features): Estimates {
  const value = logisticChance(model, features);
  const rows = designOf(model, features);
  const { covariance } = model;
  const variance = value.map((_, at) => {
    const row = rows.map((column) => column[at] as number);
    return covariance
      ? Math.max(
          0,
          covariance.reduce((sum, cells, i) => sum + (row[i] ?? 0) * cells.reduce((inner, cell, j) => inner + cell * (row[j] ?? 0), 0), 0)
        )
      : 0;
  });
  return withinVariance(value, variance, 'logit');
}

/** What one feature adds to one customer's log-odds, compared with an average customer. */
export interface Contribution {
  readonly name: string;
  readonly value: number;
  readonly logOdds: number;
}

/** Why a customer's chance is as it is: the contributions, strongest first; with the intercept they add up to the log-odds. */
export function contributionsOf(model: LogisticModel, features: Features, at: number): Contribution[] {
  const rows = designOf(model, features);
  return model.coefficients
    .map(({ name, perDeviation }, place) => ({
      name,
      value: features[name]?.[at] ?? 0,
      logOdds: perDeviation * ((rows[place + 1] ?? [])[at] ?? 0)
    }))
    .sort((one, other) => Math.abs(other.logOdds) - Math.abs(one.logOdds));
}

function logOdds(model: LogisticModel, features: Features): Float64Array {
  const [constant, ...columns] = designOf(model, features);
  return Float64Array.from(constant ?? [], (_, at) =>
    columns.reduce((sum, column, place) => sum + (model.coefficients[place]?.perDeviation ?? 0) * (column[at] as number), model.intercept)
  );
}

/** A column of ones and the scaled features. */
function designOf(model: LogisticModel, features: Features): Float64Array[] {
  const columns = model.coefficients.map(({ name, mean, deviation }) => {
    const column = features[name];
    if (!column) throw new RangeError(`the model needs the feature ${name}`);
    return Float64Array.from(column, (value) => (deviation > 0 ? (value - mean) / deviation : 0));
  });
  return [new Float64Array(columns[0]?.length ?? 0).fill(1), ...columns];
}

function standardised(name: string, column: ArrayLike<number>, n: number) {
  if (column.length !== n) throw new RangeError(`the feature ${name} has ${column.length} values for ${n} outcomes`);
  const { mean, variance } = momentsOf(column);
  if (!Number.isFinite(mean) || !Number.isFinite(variance)) throw new RangeError(`the feature ${name} has values that are not finite`);
  const deviation = variance > 1e-20 * mean * mean ? Math.sqrt(variance) : 0;
  return { name, mean, deviation, values: Float64Array.from(column, (value) => (deviation > 0 ? (value - mean) / deviation : 0)) };
}

function loss(point: readonly number[], columns: readonly Float64Array[], outcome: ArrayLike<number>, ridge: number): Curvature {
  const n = outcome.length;
  const size = point.length;
  const [gradient, hessian] = [new Float64Array(size), new Float64Array(size * size)];
  const row = new Float64Array(size).fill(1);
  let value = 0;
  for (let at = 0; at < n; at++) {
    let eta = point[0] as number;
    for (let i = 1; i < size; i++) {
      row[i] = (columns[i - 1] as Float64Array)[at] as number;
      eta += (point[i] as number) * (row[i] as number);
    }
    const e = Math.exp(-Math.abs(eta));
    const p = eta > 0 ? 1 / (1 + e) : e / (1 + e);
    const y = outcome[at] as number;
    value += Math.log1p(e) + Math.max(0, eta) - y * eta;
    const weight = e / (1 + e) ** 2;
    for (let i = 0; i < size; i++) {
      gradient[i] = (gradient[i] as number) + (p - y) * (row[i] as number);
      const part = weight * (row[i] as number);
      for (let j = 0; j <= i; j++) hessian[i * size + j] = (hessian[i * size + j] as number) + part * (row[j] as number);
    }
  }
  for (let i = 1; i < size; i++) {
    value += (ridge * (point[i] as number) ** 2) / 2;
    gradient[i] = (gradient[i] as number) + ridge * (point[i] as number);
    hessian[i * size + i] = (hessian[i * size + i] as number) + ridge;
  }
  const cell = (i: number, j: number) => (hessian[i >= j ? i * size + j : j * size + i] as number) / n;
  return {
    value: value / n,
    gradient: Array.from(gradient, (slope) => slope / n),
    hessian: point.map((_, i) => point.map((__, j) => cell(i, j)))
  };
}
