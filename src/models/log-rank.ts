import { chiSquareAbove } from './distributions.ts';
import type { TimeCount } from './survival.ts';
import { inverse } from './symmetric.ts';

/** Whether groups have the event at different speeds. */
export interface LogRank {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Events per group: those that were, and those that would be if all groups were alike. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * The log-rank test of two or more groups, each as counts by time in any order; null where it cannot be made: fewer
 * than two groups with anybody at risk, or no events. Sources: N. Mantel, Cancer Chemotherapy Reports 50 (1966),
 * 163–170; R. Peto and J. Peto, JRSS A 135 (1972), 185–207; as R's `survdiff`.
 */
export function logRank(groups: readonly (readonly TimeCount[])[]): LogRank | null {
  const sizes = groups.map((counts) => counts.reduce((sum, { events, censored }) => sum + events + censored, 0));
  const present = groups.filter((_, at) => (sizes[at] ?? 0) > 0);
  if (present.length < 2) return null;
  const atRisk = sizes.filter((size) => size > 0);
  const rows = present.flatMap((counts, group) => counts.map((count) => ({ ...count, group }))).sort((one, other) => one.time - other.time);
  const observed = present.map(() => 0);
  const expected = present.map(() => 0);
  const variance = present.map(() => present.map(() => 0));
  for (let at = 0; at < rows.length;) {
    const time = rows[at]?.time;
    const events = present.map(() => 0);
    const gone = present.map(() => 0);
    for (; at < rows.length && rows[at]?.time === time; at++) {
      const row = rows[at] as (typeof rows)[number];
      events[row.group] = (events[row.group] ?? 0) + row.events;
      gone[row.group] = (gone[row.group] ?? 0) + row.events + row.censored;
    }
    const n = atRisk.reduce((sum, many) => sum + many, 0);
    const d = events.reduce((sum, many) => sum + many, 0);
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    atRisk.forEach((many, i) => {
      observed[i] = (observed[i] ?? 0) + (events[i] ?? 0);
      expected[i] = (expected[i] ?? 0) + (n > 0 ? (d * many) / n : 0);
      const row = variance[i] as number[];
      atRisk.forEach((other, j) => (row[j] = (row[j] ?? 0) + (n > 0 ? spread * (many / n) * ((i === j ? 1 : 0) - other / n) : 0)));
    });
    gone.forEach((many, i) => (atRisk[i] = (atRisk[i] ?? 0) - many));
  }
  // One group's difference follows from the others'.
  const df = present.length - 1;
  const inverted = inverse(variance.slice(0, df).map((row) => row.slice(0, df)));
  if (!inverted) return null;
  const off = observed.slice(0, df).map((many, at) => many - (expected[at] ?? 0));
  const chiSquare = inverted.reduce(
    (sum, row, i) => sum + (off[i] ?? 0) * row.reduce((inner, cell, j) => inner + cell * (off[j] ?? 0), 0),
    0
  );
  return { chiSquare, df, p: chiSquareAbove(chiSquare, df), observed, expected };
}
