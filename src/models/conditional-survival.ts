import { Z95 } from './intervals.ts';
import type { Estimate } from './estimate.ts';
import type { Survival } from './survival.ts';

/**
 * The chance of having the event within the next `t`, for those who have not had it by `since`: 1 − S(since + t) / S(since),
 * with its interval on the logarithm of the ratio. Null where nobody was watched that long. Greenwood's variance over
 * the stretch, see `kaplanMeier`.
 */
export function eventWithin(curve: Survival, since: number, t: number): Estimate | null {
  const last = curve.steps.at(-1);
  if (!last || since + t > last.time) return null;
  let [ratio, variance] = [1, 0];
  for (const { time, events, atRisk } of curve.steps) {
    if (time <= since || time > since + t || events === 0) continue;
    ratio *= (atRisk - events) / atRisk;
    variance += events / (atRisk * (atRisk - events));
  }
  // Once all have had it, or none, the variance says nothing.
  if (ratio === 0 || ratio === 1) return { value: 1 - ratio, low: 0, high: 1 };
  const reach = Math.exp(Z95 * Math.sqrt(variance));
  return { value: 1 - ratio, low: Math.max(0, 1 - ratio * reach), high: 1 - ratio / reach };
}
