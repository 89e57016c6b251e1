/** The chance of at most `count` events where `mean` are usual, of events that fall independently (Poisson 1837). */
export function poissonAtMost(count: number, mean: number): number {
  if (!(mean >= 0) || count < 0) throw new RangeError(`no such chance: at most ${count} of ${mean}`);
  if (mean > 700) return count >= mean ? 1 : 0;
  let term = Math.exp(-mean);
  let sum = term;
  for (let n = 1; n <= Math.floor(count); n++) {
    term *= mean / n;
    sum += term;
  }
  return Math.min(1, sum);
}
