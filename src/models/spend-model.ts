import type { Uncertain } from './estimate.ts';
import { gammaGammaLoss, type Spends } from './gamma-gamma.ts';
import { Z95 } from './intervals.ts';
import { finish, type LongWork, type Watch } from './long-work.ts';
import { minimise } from './minimise.ts';
import { pearson } from './moments.ts';
import { inverse } from './symmetric.ts';

/** One fitted parameter of the Gamma-Gamma model: p the regularity of one customer's purchases, q and γ the spread between customers. */
export interface SpendParameter {
  readonly name: 'p' | 'q' | 'gamma' | 'mean';
  readonly value: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Why everybody's purchase is taken as worth the same mean, instead of a Gamma-Gamma model. */
export type SpendNote =
  /** Too few customers came back. */
  | 'few-repeaters'
  /** The spread is so wide that the model has no mean (q ≤ 1). */
  | 'no-finite-mean'
  /** Customers do not differ in what their purchases are worth: one's own history tells nothing. */
  | 'alike'
  | 'not-converged';

/** What a customer's next purchases are worth on average: plain data. Money in the unit it was fitted to. */
export interface SpendModel extends Uncertain {
  readonly kind: 'gamma-gamma' | 'same-mean';
  readonly parameters: readonly SpendParameter[];
  /** The mean purchase of the whole population, also of those who have not come back. */
  readonly populationMean: number;
  /** Variance of one purchase in squares of the mean, for 'same-mean'; null where the parameters tell it. */
  readonly variation: number | null;
  /** Null for 'same-mean'. */
  readonly logLikelihood: number | null;
  /** Customers with x > 0 and a mean above 0, to whom it was fitted. */
  readonly customers: number;
  /**
   * Pearson's correlation of x and the mean: the model assumes that it is near 0. Null where one of them does not vary.
   */
  readonly correlation: number | null;
  readonly notes: readonly SpendNote[];
}

/** Does `fittingSpend` in one go; null where no purchase above 0 is known. */
export function fitSpendModel(
  x: ArrayLike<number>,
  mean: ArrayLike<number>,
  options: SpendOptions = {},
  watch: Watch = {}
): SpendModel | null {
  return finish(fittingSpend(x, mean, options), watch);
}

export interface SpendOptions {
  /** Fewer than this give 'same-mean'; 50 unless said. */
  readonly leastRepeaters?: number;
}

/**
 * Fits the Gamma-Gamma model to customers' repeat purchases: how many (x), and the mean money of each. Customers with
 * x = 0, or a mean that is not above 0, are left out. Where the model cannot be had, every purchase is taken to be
 * worth the mean of all, with its standard error between customers, and a note says why. Null where nobody is left.
 */
export function* fittingSpend(
  x: ArrayLike<number>,
  mean: ArrayLike<number>,
  { leastRepeaters = 50 }: SpendOptions = {}
): LongWork<SpendModel | null> {
  const spends = usable(x, mean);
  const customers = spends.x.length;
  if (customers === 0) return null;
  const correlation = pearson(spends.x, spends.mean);
  const plain = (note: SpendNote): SpendModel => sameMean(spends, correlation, note);
  if (customers < leastRepeaters) return plain('few-repeaters');
  // Money is measured by its mean while fitting, so that the start suits any currency.
  const unit = spends.mean.reduce((sum, money) => sum + money, 0) / customers;
  const scaled = { x: spends.x, mean: spends.mean.map((money) => money / unit) };
  const spread = Math.sqrt(scaled.mean.reduce((sum, money) => sum + (money - 1) ** 2, 0) / customers);
  if (!(spread > 1e-6)) return plain('alike');
  const objective = { at: gammaGammaLoss(scaled), lower: [1e-3, 1e-3, 1e-6].map(Math.log), upper: [1e4, 1e4, 1e8].map(Math.log) };
  const minimum = yield* minimise(objective, [Math.log(2), Math.log(3), 0], 'gamma-gamma');
  const [p = 1, q = 1, small = 1] = minimum.point.map(Math.exp);
  if (minimum.bounds[1] === 1) return plain('alike');
  if (!(q > 1.001)) return plain('no-finite-mean');
  const gamma = small * unit;
  const information = minimum.hessian.map((row) => row.map((cell) => cell * customers));
  const covariance = inverse(information);
  const logs = [Math.log(p), Math.log(q), Math.log(gamma)];
  return {
    kind: 'gamma-gamma',
    parameters: (['p', 'q', 'gamma'] as const).map((name, at) => parameterFrom(name, logs[at] ?? 0, covariance?.[at]?.[at])),
    logs,
    covariance: covariance ?? logs.map(() => logs.map(() => 0)),
    populationMean: (p * gamma) / (q - 1),
    variation: null,
    logLikelihood: -minimum.value * customers - customers * Math.log(unit),
    customers,
    correlation,
    notes: minimum.isConverged ? [] : ['not-converged']
  };
}

/**
 * The expected money of a customer's next purchase, given x repeat purchases of mean `mean` (any value where x is 0):
 * p (γ + x m) / (p x + q − 1). Source: Fader and Hardie, note 025, eq. 5.
 */
export function expectedSpend(model: Pick<SpendModel, 'kind' | 'logs'>, x: number, mean: number, logs = model.logs): number {
  if (model.kind === 'same-mean') return Math.exp(logs[0] ?? 0);
  const [p = 1, q = 2, gamma = 1] = logs.map(Math.exp);
  const count = mean > 0 ? x : 0;
  // Around a q near 1 the mean of nobody's history runs to infinity.
  return (p * (gamma + (count > 0 ? count * mean : 0))) / Math.max(1e-3, p * count + q - 1);
}

/** How far q + p x lies above 2, at least: below 2 the money of one customer has no variance, just above it hardly anybody decides it. */
const LEAST_TAIL = 0.25;

/**
 * How the money of the coming purchases varies by chance, given x repeat purchases of known mean, in squares of the
 * expected money of a purchase: `within`, from one to the next, and `between`, of the customer's own mean around what is
 * expected of it. With ν from Gamma(p x + q, γ + x m): E(p / ν²) and Var(p / ν), both over E(p / ν)². A tail too heavy
 * for a variance counts as one that has it.
 */
export function spendVariation(model: Pick<SpendModel, 'kind' | 'logs' | 'variation'>, x: number): { within: number; between: number } {
  if (model.kind === 'same-mean') return { within: model.variation ?? 0, between: 0 };
  const [p = 1, q = 2] = model.logs.map(Math.exp);
  const shape = p * x + q;
  const tail = Math.max(LEAST_TAIL, shape - 2);
  return { within: (shape - 1) / (p * tail), between: 1 / tail };
}

function sameMean({ x, mean }: Spends, correlation: number | null, note: SpendNote): SpendModel {
  const purchases = x.reduce((sum, count) => sum + count, 0);
  const value = x.reduce((sum, count, at) => sum + count * (mean[at] as number), 0) / purchases;
  // The error of a ratio of sums over customers.
  const variance = x.reduce((sum, count, at) => sum + (count * ((mean[at] as number) - value)) ** 2, 0) / purchases ** 2;
  const logs = [Math.log(value)];
  const relative = x.length > 1 ? variance / value ** 2 : 0;
  // A mean of x purchases varies by an x-th of what one of them does.
  const squares = x.reduce((sum, count, at) => sum + count * ((mean[at] as number) / value - 1) ** 2, 0);
  return {
    kind: 'same-mean',
    parameters: [parameterFrom('mean', logs[0] ?? 0, relative)],
    logs,
    covariance: [[relative]],
    populationMean: value,
    variation: x.length > 1 ? squares / (x.length - 1) : 0,
    logLikelihood: null,
    customers: x.length,
    correlation,
    notes: [note]
  };
}

function parameterFrom(name: SpendParameter['name'], log: number, variance = 0): SpendParameter {
  const value = Math.exp(log);
  if (!(variance > 0)) return { name, value, standardError: null, low: null, high: null };
  const error = Math.sqrt(variance);
  return { name, value, standardError: value * error, low: Math.exp(log - Z95 * error), high: Math.exp(log + Z95 * error) };
}

function usable(x: ArrayLike<number>, mean: ArrayLike<number>): Spends {
  const rows = Array.from(x, (_, at) => at).filter(
    (at) => (x[at] as number) > 0 && (mean[at] as number) > 0 && (mean[at] as number) < Infinity
  );
  return { x: Float64Array.from(rows, (at) => x[at] as number), mean: Float64Array.from(rows, (at) => mean[at] as number) };
}
