import type { Interval } from './intervals.ts';
import { sortedQuantile } from './moments.ts';
import { uniformFrom } from './random.ts';

export interface BootstrapOptions {
  readonly seed: number;
  readonly rounds?: number;
  readonly confidence?: number;
}

/**
 * The percentile interval of a statistic of a list (or of several lists, each drawn from anew by itself, such as two
 * arms): the same for the same seed. Null when a list is empty or the statistic is not finite in every round.
 * Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), 13.3.
 */
export function bootstrap(
  lists: readonly ArrayLike<number>[],
  statistic: (...samples: readonly Float64Array[]) => number,
  { seed, rounds = 2000, confidence = 0.95 }: BootstrapOptions
): Interval | null {
  if (lists.some((list) => list.length === 0)) return null;
  const uniform = uniformFrom(seed);
  const samples = lists.map((list) => new Float64Array(list.length));
  const results = new Float64Array(rounds);
  for (let round = 0; round < rounds; round++) {
    samples.forEach((sample, which) => {
      const list = lists[which] as ArrayLike<number>;
      for (let at = 0; at < sample.length; at++) sample[at] = list[Math.floor(uniform() * list.length)] as number;
    });
    results[round] = statistic(...samples);
  }
  const finite = results.filter(Number.isFinite).sort();
  const tail = (1 - confidence) / 2;
  const [low, high] = [sortedQuantile(finite, tail), sortedQuantile(finite, 1 - tail)];
  return finite.length < rounds || low === null || high === null ? null : { low, high };
}
