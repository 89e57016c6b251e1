import { uniqueHistories, type Histories } from '../../src/models/histories.ts';
import { csvRecords, sharedData } from './golden.ts';

const DAY = 86_400_000;
const dayOf = (date: string) => Date.parse(date) / DAY;

/** The CDNOW sample, split at a day: what each customer did until then, and how often and for how much afterwards. */
export interface Split {
  readonly ids: readonly string[];
  /** In weeks. */
  readonly histories: Histories;
  readonly x: readonly number[];
  /** Days from the first purchase day to the last until the split. */
  readonly recency: readonly number[];
  readonly age: readonly number[];
  /** Mean money of the repeat purchase days; 0 where there are none. */
  readonly meanSpend: readonly number[];
  readonly laterDays: readonly number[];
  readonly laterSpend: readonly number[];
}

/** Same-day orders are one purchase; times are days between calendar days. */
export function cdnowSplit(until = '1997-09-30'): Split {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const row of csvRecords(sharedData('cdnow_sample_transactions.csv').toString())) {
    const days = byCustomer.get(row['customer_id']!) ?? new Map<number, number>();
    const day = dayOf(row['date']!);
    days.set(day, (days.get(day) ?? 0) + Number(row['amount']));
    byCustomer.set(row['customer_id']!, days);
  }
  const end = dayOf(until);
  const rows = [...byCustomer].map(([id, days]) => {
    const seen = [...days.keys()].filter((day) => day <= end).sort((a, b) => a - b);
    const later = [...days.keys()].filter((day) => day > end);
    const [first = end, ...repeats] = seen;
    const spend = (some: readonly number[]) => some.reduce((sum, day) => sum + days.get(day)!, 0);
    return {
      id,
      x: repeats.length,
      recency: (repeats.at(-1) ?? first) - first,
      age: end - first,
      meanSpend: repeats.length > 0 ? spend(repeats) / repeats.length : 0,
      laterDays: later.length,
      laterSpend: spend(later)
    };
  });
  const column = <Name extends 'x' | 'recency' | 'age' | 'meanSpend' | 'laterDays' | 'laterSpend'>(name: Name) =>
    rows.map((row) => row[name]);
  const table = { x: column('x'), recency: column('recency'), age: column('age') };
  return {
    ...table,
    ids: rows.map(({ id }) => id),
    histories: uniqueHistories(table, 7),
    meanSpend: column('meanSpend'),
    laterDays: column('laterDays'),
    laterSpend: column('laterSpend')
  };
}

/** The same from the summary file, whose times are rounded to hundredths of weeks. */
export function cdnowSummary(): { histories: Histories; x: readonly number[]; meanSpend: readonly number[] } {
  const rows = csvRecords(sharedData('cdnow_sample_rfm_summary.csv').toString());
  const column = (name: string) => rows.map((row) => Number(row[name]));
  return {
    histories: uniqueHistories({ x: column('x'), recency: column('t_x'), age: column('T') }),
    x: column('x'),
    meanSpend: column('zbar')
  };
}
