import { Z95, type Interval } from './intervals.ts';
import type { Survival, SurvivalStep } from './survival.ts';

/** Amounts of second purchases: how many, their sum and the sum of their squares. */
export interface Amounts {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** What the second purchase brings by a day after the first, for one new customer. */
export interface SecondValue {
  readonly day: number;
  /** Customers still watched just before the day. */
  readonly atRisk: number;
  /** Chance of a second purchase by the day. */
  readonly share: Interval & { readonly value: number };
  /** Share × mean amount of a second purchase; null where no amounts are known. */
  readonly money: (Interval & { readonly value: number }) | null;
}

/** Fewer still watched say too little. */
export const LEAST_WATCHED = 30;

/**
 * F(day) × mean amount of a second purchase, F = 1 − S by Kaplan–Meier: what one new customer brings by the second
 * purchase alone, a floor of what follows the first one. Money's interval by the delta method on its logarithm, with the
 * errors of F (Greenwood) and of the mean taken as independent. Null after the last day on which `LEAST_WATCHED` were
 * still watched, and while nobody has come back.
 */
export function secondValueAt(curve: Survival, day: number, amounts: Amounts): SecondValue | null {
  const step = curve.steps.findLast(({ time }) => time <= day);
  const after = curve.steps.find(({ time }) => time > day);
  const atRisk = after?.atRisk ?? (step && step.time === day ? step.atRisk : 0);
  if (!step || atRisk < LEAST_WATCHED || step.low === null || step.high === null) return null;
  const share = { value: 1 - step.survival, low: 1 - step.high, high: 1 - step.low };
  return { day, atRisk, share, money: share.value > 0 ? moneyOf(step, amounts) : null };
}

function moneyOf({ survival, standardError }: SurvivalStep, { count, sum, squares }: Amounts): SecondValue['money'] {
  const mean = sum / count;
  if (!(count >= 2) || !(mean > 0) || standardError === null) return null;
  const variance = Math.max(0, (squares - count * mean * mean) / (count - 1)) / count;
  const value = (1 - survival) * mean;
  const error = Math.sqrt((standardError / (1 - survival)) ** 2 + variance / mean ** 2);
  return { value, low: value * Math.exp(-Z95 * error), high: value * Math.exp(Z95 * error) };
}

/** How many of those still waiting come back within so many more days. */
export interface Returning extends Interval {
  readonly value: number;
  /** Those whose wait lies within the curve, and the others, of whom nothing is said. */
  readonly waiting: number;
  readonly beyond: number;
}

/**
 * Of customers who have waited u days each, Σ 1 − S(u + days) / S(u). The interval adds Greenwood's errors as if they
 * moved together, and every customer's own chance: it is wide rather than narrow. Null where nobody's wait lies within the
 * stretch of the curve that `LEAST_WATCHED` reached.
 */
export function returningWithin(
  curve: Survival,
  waits: readonly { readonly days: number; readonly customers: number }[],
  days: number
): Returning | null {
  const reach = curve.steps.findLast(({ atRisk }) => atRisk >= LEAST_WATCHED)?.time ?? -1;
  const at = (time: number) => {
    const step = curve.steps.findLast((one) => one.time <= time);
    // Var(log S), Greenwood.
    return { survival: step?.survival ?? 1, variance: step?.standardError ? (step.standardError / step.survival) ** 2 : 0 };
  };
  let [value, error, chance, waiting, beyond] = [0, 0, 0, 0, 0];
  for (const wait of waits) {
    const [now, then] = [at(wait.days), at(wait.days + days)];
    if (wait.days + days > reach || now.survival === 0) {
      beyond += wait.customers;
      continue;
    }
    const stays = then.survival / now.survival;
    waiting += wait.customers;
    value += wait.customers * (1 - stays);
    error += wait.customers * stays * Math.sqrt(Math.max(0, then.variance - now.variance));
    chance += wait.customers * stays * (1 - stays);
  }
  if (waiting === 0) return null;
  const reachOf = Z95 * Math.sqrt(error ** 2 + chance);
  return { value, low: Math.max(0, value - reachOf), high: Math.min(waiting, value + reachOf), waiting, beyond };
}
