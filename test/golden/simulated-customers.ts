import { betaDraw, exponentialDraw, gammaDraw, uniformFrom } from '../../src/models/random.ts';

/** Made-up customers, one per place; times in the unit of the rates, ages in whole ones. */
export interface SimulatedCustomers {
  readonly x: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  /** Mean money of the repeat purchases; 0 without. */
  readonly spend: Float64Array;
  /** Purchases within `later` after the end of the window. */
  readonly later: Float64Array;
}

export interface SimulationPlan {
  readonly customers: number;
  /** Length of the whole observation. */
  readonly window: number;
  /** First purchases fall evenly into this first part of it. */
  readonly entry: number;
  readonly seed: number;
  readonly later?: number;
  /** Whether customers may leave after the first purchase already, as in the MBG/NBD. */
  readonly mayLeaveAtOnce?: boolean;
  /** Purchases at whole times (days) as well, at most one at each. */
  readonly isWhole?: boolean;
  /** Gamma-Gamma: p, q, γ. */
  readonly spend?: readonly [number, number, number];
}

/**
 * Customers who buy and leave as the MBG/NBD (or BG/NBD) says, with the spends of a Gamma-Gamma model: what the models
 * are tried on. Source: the stories of Fader, Hardie and Lee (2005) and Batislam et al. (2007).
 */
export function simulatedCustomers(
  { r, alpha, a, b }: Readonly<Record<'r' | 'alpha' | 'a' | 'b', number>>,
  plan: SimulationPlan
): SimulatedCustomers {
  const { customers, window, entry, seed, later = 0, mayLeaveAtOnce = true, isWhole = true, spend = [6, 4, 15] } = plan;
  const uniform = uniformFrom(seed);
  const column = () => new Float64Array(customers);
  const made = { x: column(), recency: column(), age: column(), spend: column(), later: column() };
  const cut = (time: number) => (isWhole ? Math.floor(time) : time);
  for (let at = 0; at < customers; at++) {
    const age = Math.floor(window - uniform() * entry);
    const rate = gammaDraw(r, uniform) / alpha;
    const leaving = betaDraw(a, b, uniform);
    let [time, x, last, after] = [0, 0, 0, 0];
    let isHere = !mayLeaveAtOnce || uniform() >= leaving;
    while (isHere) {
      time += exponentialDraw(uniform) / rate;
      if (!(time <= age + later)) break;
      const day = cut(time);
      if (time > age) after++;
      else if (!isWhole || day > last) [x, last] = [x + 1, day];
      isHere = uniform() >= leaving;
    }
    made.x[at] = x;
    made.recency[at] = last;
    made.age[at] = age;
    made.later[at] = after;
    if (x > 0) made.spend[at] = gammaDraw(spend[0] * x, uniform) / x / (gammaDraw(spend[1], uniform) / spend[2]);
  }
  return made;
}
