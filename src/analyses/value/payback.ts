import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import type { CohortValue } from './queries.ts';

type Grain = 'month' | 'quarter' | 'year';

/** Whether a cohort, or all together (null), has earned back what winning a customer costs. */
export interface Payback {
  readonly cohort: Date | null;
  readonly customers: number;
  /** Stretches of 30 days that were seen to their end, and what one customer has brought by then. */
  readonly months: number;
  readonly value_each: number;
  /** The first of them by whose end the cost was reached; null: not yet. */
  readonly within: number | null;
}

/** Read from the same lines that are drawn: every cohort, then all together. */
export function paybacks(rows: readonly CohortValue[], acquisition: number): readonly Payback[] {
  const cohorts = new Set(rows.map(({ cohort }) => cohort?.getTime()));
  return [...cohorts].flatMap((start) => {
    const line = rows.filter(({ cohort }) => cohort?.getTime() === start);
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) return [];
    const { cohort, customers } = first;
    const within = line.find(({ value_each }) => value_each >= acquisition)?.months ?? null;
    return { cohort, customers, months: last.months, value_each: last.value_each, within };
  });
}

/** How many cohorts have earned the cost back, and which was the quickest. */
export function paybackFinding(lines: readonly Payback[], grain: Grain, { words, format }: Telling): string {
  const cohorts = lines.filter(({ cohort }) => cohort !== null);
  const paid = cohorts.filter(({ within }) => within !== null);
  const quickest = paid.toSorted((one, other) => (one.within ?? 0) - (other.within ?? 0))[0];
  if (!quickest?.cohort) return words.payback.notOne(format.integer(cohorts.length));
  return words.payback.finding(
    format.integer(paid.length),
    format.integer(cohorts.length),
    format.period(quickest.cohort, grain),
    format.integer(quickest.within ?? 0)
  );
}

export function paybackTable(
  lines: readonly Payback[],
  grain: Grain,
  { words, format }: Telling,
  href: (cohort: Date) => string
): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'cohort', label: names.cohort, kind: 'text', look: 'strong' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'months_seen', label: names.monthsSeen, kind: 'integer' },
      { id: 'brought_each', label: names.moneyEach, kind: 'money', digits: 2 },
      { id: 'earned_back', label: names.earnedBack, kind: 'text', only: 'screen' },
      { id: 'earned_back_months', label: names.earnedBack, kind: 'integer', only: 'file' }
    ],
    rows: lines.map(({ cohort, customers, months, value_each, within }) => [
      cohort ? format.period(cohort, grain) : words.cohorts.all,
      customers,
      months,
      value_each,
      within === null ? words.payback.notYet : words.payback.within(format.integer(within)),
      within
    ]),
    href: (row) => (lines[row]?.cohort ? href(lines[row].cohort) : null)
  };
}
