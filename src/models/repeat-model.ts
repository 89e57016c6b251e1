import { betaGeometricLoss } from './beta-geometric.ts';
import { betaGeometricPredictor } from './beta-geometric-predictor.ts';
import type { Uncertain } from './estimate.ts';
import { totalOver, type Histories } from './histories.ts';
import type { Curvature } from './minimise.ts';
import { negativeBinomialLoss, negativeBinomialPredictor } from './negative-binomial.ts';
import { paretoLoss, paretoPredictor } from './pareto-nbd.ts';
import type { Predictor } from './predictor.ts';

/** How customers buy and leave: rates are Gamma(r, α) in all of them. */
export type RepeatKind =
  /** Leaving after any purchase, also the first, with a chance from Beta(a, b). The default. */
  | 'mbg-nbd'
  /** Leaving after a repeat purchase only: who bought once counts as a customer for good. */
  | 'bg-nbd'
  /** Leaving at any moment, at a rate from Gamma(s, β). */
  | 'pareto-nbd'
  /** Never leaving: what the others become where no leaving is visible. */
  | 'nbd';

export type ParameterName = 'r' | 'alpha' | 'a' | 'b' | 's' | 'beta';

/** One fitted parameter; the interval is symmetric on its logarithm. */
export interface Parameter {
  readonly name: ParameterName;
  readonly value: number;
  /** Null where the data do not tell: the parameter was held at a bound, or does not matter. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What is special about a fit, to be said beside its numbers. */
export type FitNote =
  /** No leaving is visible: the plain NBD was fitted instead of the model asked for. */
  | 'no-churn-visible'
  /** All customers seem to buy at the same rate. */
  | 'same-rate'
  /** All customers seem to have the same chance of leaving. */
  | 'same-churn'
  /** Customers either leave at once or never. */
  | 'all-or-nothing'
  /** Two parameters cannot be told apart; forecasts hardly depend on it. */
  | 'flat'
  /** The search ended before the slope vanished: numbers are near the best fit, not at it. */
  | 'not-converged';

/** A fitted model of repeat buying: plain data, times in the unit of the histories it was fitted to. */
export interface RepeatModel extends Uncertain {
  readonly kind: RepeatKind;
  readonly parameters: readonly Parameter[];
  /** Comparable between models on the same data in the same unit of time only. */
  readonly logLikelihood: number;
  /** Akaike's criterion, smaller is better. */
  readonly aic: number;
  readonly customers: number;
  readonly repeaters: number;
  /** Distinct histories among them. */
  readonly histories: number;
  readonly notes: readonly FitNote[];
}

/** What a kind of model needs for its fit and its forecasts. */
export interface Recipe {
  readonly names: readonly ParameterName[];
  readonly loss: (histories: Histories) => (logs: readonly number[]) => Curvature;
  readonly predictor: (values: readonly number[]) => Predictor;
  /** Where to start, and bounds, as logarithms; `meanAge` sets the scale of time. */
  readonly starts: (meanAge: number) => readonly (readonly number[])[];
}

const geometric = (rule: 'bg' | 'mbg'): Recipe => ({
  names: ['r', 'alpha', 'a', 'b'],
  loss: (histories) => betaGeometricLoss(histories, rule),
  predictor: ([r = 1, alpha = 1, a = 1, b = 1]) => betaGeometricPredictor({ r, alpha, a, b }, rule),
  starts: (meanAge) => [1, 3].map((b) => [0, Math.log(meanAge / 2), 0, Math.log(b)])
});

export const RECIPES: Readonly<Record<RepeatKind, Recipe>> = {
  'mbg-nbd': geometric('mbg'),
  'bg-nbd': geometric('bg'),
  'pareto-nbd': {
    names: ['r', 'alpha', 's', 'beta'],
    loss: paretoLoss,
    predictor: ([r = 1, alpha = 1, s = 1, beta = 1]) => paretoPredictor({ r, alpha, s, beta }),
    starts: (meanAge) => [[Math.log(0.5), Math.log(meanAge / 3), Math.log(0.5), Math.log(meanAge / 3)]]
  },
  nbd: {
    names: ['r', 'alpha'],
    loss: negativeBinomialLoss,
    predictor: ([r = 1, alpha = 1]) => negativeBinomialPredictor({ r, alpha }),
    starts: (meanAge) => [[0, Math.log(meanAge / 2)]]
  }
};

/** What `model` says of a customer, at its own parameters or at others (as logarithms). */
export function predictorOf(model: Pick<RepeatModel, 'kind' | 'logs'>, logs = model.logs): Predictor {
  const key = `${model.kind} ${logs.join(' ')}`;
  const predictor = LATEST.get(key) ?? RECIPES[model.kind].predictor(logs.map(Math.exp));
  // What was asked for last stands last.
  LATEST.delete(key);
  LATEST.set(key, predictor);
  if (LATEST.size > MOST_LATEST) LATEST.delete(LATEST.keys().next().value ?? '');
  return predictor;
}

/** A predictor learns the points of its integrals, and every result with an interval asks the same few again: the fit, and a pair along each direction. */
const LATEST = new Map<string, Predictor>();
const MOST_LATEST = 20;

/** The value of one parameter; throws when the model has none of that name. */
export function parameterOf(model: RepeatModel, name: ParameterName): number {
  const parameter = model.parameters.find((one) => one.name === name);
  if (!parameter) throw new RangeError(`${model.kind} has no parameter ${name}`);
  return parameter.value;
}

/**
 * A model with parameters that are known, not estimated (from a paper, or chosen): it has no errors.
 * Values in the order r, α, a, b, or r, α, s, β, or r, α.
 */
export function knownModel(kind: RepeatKind, values: readonly number[]): RepeatModel {
  const { names } = RECIPES[kind];
  const parameters = names.map((name, at) => {
    const value = values[at];
    if (value === undefined || !(value > 0 && value < Infinity)) throw new RangeError(`${kind} needs ${name} above 0, not ${value}`);
    return { name, value, standardError: null, low: null, high: null };
  });
  const logs = parameters.map(({ value }) => Math.log(value));
  return {
    kind,
    parameters,
    logs,
    covariance: logs.map(() => logs.map(() => 0)),
    logLikelihood: 0,
    aic: 0,
    customers: 0,
    repeaters: 0,
    histories: 0,
    notes: []
  };
}

/** ln of the likelihood of `histories` under a model. */
export function logLikelihoodOf(model: Pick<RepeatModel, 'kind' | 'logs'>, histories: Histories): number {
  return -RECIPES[model.kind].loss(histories)(model.logs).value * histories.customers;
}

/** Customers with at least one repeat purchase. */
export function repeatersOf(histories: Histories): number {
  return totalOver(histories, (at) => ((histories.x[at] as number) > 0 ? 1 : 0));
}
