import { answerText, readRate, type RateFault } from '../../sources/currency-answer.ts';
import type { Question } from '../../sources/source.ts';

/** What the fields of rates say so far. */
export interface RateFields {
  /** By currency: why what was typed is no rate. */
  readonly faults: ReadonlyMap<string, RateFault['fault']>;
  /** By currency: the rates that can be read. */
  readonly rates: ReadonlyMap<string, string>;
  /** The answer, once there is a rate and nothing is wrong; else null. */
  readonly answer: string | null;
  /** All amounts with a rate, in `base`, as they stand in the file; null where the file tells no amounts. */
  readonly total: number | null;
}

/** Reads the rates typed for the currencies of `question` other than `base`. */
export function readFields(question: Question, base: string, typed: Readonly<Record<string, string>>): RateFields {
  const faults = new Map<string, RateFault['fault']>();
  const rates = new Map<string, string>();
  let total: number | null = 0;
  const found = new Set(question.values.map(({ value }) => value));
  // Rates of currencies that these files happen not to have are kept for the next ones.
  const others = Object.keys(typed).filter((value) => !found.has(value));
  for (const { value, amount = null } of [...question.values, ...others.map((value) => ({ value, amount: 0 }))]) {
    const rate = value === base ? '1' : readRate(typed[value] ?? '');
    if (rate === null) continue;
    if (typeof rate === 'object') {
      faults.set(value, rate.fault);
      continue;
    }
    if (value !== base) rates.set(value, rate);
    total = total === null || amount === null ? null : total + amount * Number(rate);
  }
  const answer = faults.size === 0 && rates.size > 0 ? answerText({ way: 'rates', code: base, rates }) : null;
  return { faults, rates, answer, total };
}
