import type { LongWork } from './long-work.ts';
import type { ValueTerms } from './lifetime-value.ts';
import { parameterOf, predictorOf, RECIPES, type RepeatModel } from './repeat-model.ts';
import type { SpendModel } from './spend-model.ts';
import type { NumberColumns, TaskResult } from './task-columns.ts';
import { discounting } from './value-customers.ts';
import { DAYS_PER_WEEK, gatherHistories, priceLines } from './value-inputs.ts';

export interface WhatIfOptions extends Pick<ValueTerms, 'periods' | 'discount' | 'timing' | 'margin'> {
  readonly model: RepeatModel;
  readonly spend: SpendModel;
  readonly periodDays: number;
  /** The retention, and the money of a purchase, that would be: 0.05 is 5% more of what it is now. */
  readonly retention: number;
  readonly order: number;
}

/** The value of all customers as it is, and as it would be from now on. Money after margin. */
export interface WhatIf {
  readonly input: 'histories';
  readonly options: WhatIfOptions;
  readonly report: {
    readonly now: number;
    readonly moreRetention: number;
    readonly moreOrder: number;
    readonly both: number;
    /**
     * The share who stay after a purchase (Pareto/NBD: for a year), as it is and as it would be, at its limit where more was
     * asked for than there is; null where nobody leaves.
     */
    readonly staying: { readonly now: number; readonly then: number; readonly isAtLimit: boolean } | null;
  };
}

const WEEKS_PER_YEAR = 52;
/** Nobody stays for ever. */
const MOST_STAYING = 0.9999;

/**
 * The same models with another future: who is still a customer today stays as it is known, what they do from now on follows
 * the changed retention. Reads `histories`: x, recency, age, customers, spenders, mean_money (see `valueCheck`).
 */
export function* whatIf(
  { histories: given }: Readonly<Record<WhatIf['input'], NumberColumns>>,
  { model, spend, periods, periodDays, discount, timing, margin, retention, order }: WhatIfOptions
): LongWork<TaskResult<WhatIf['report']>> {
  const { histories, sums } = gatherHistories(given, ['spenders', 'mean_money']);
  const terms: ValueTerms = { periods, period: periodDays / DAYS_PER_WEEK, discount, timing, margin: 1 };
  const line = priceLines(spend, histories.x);
  const worth = (bought: Float64Array) =>
    margin *
    bought.reduce((sum, count, at) => {
      const [people, spenders] = [histories.weight[at] as number, sums.spenders[at] as number];
      const prices =
        spenders * (line.base[at] as number) +
        (line.slope[at] as number) * (sums.mean_money[at] as number) +
        (people - spenders) * line.newcomer;
      return sum + count * prices;
    }, 0);
  const purchasesAt = discounting(histories, terms);
  const now = worth(purchasesAt(model));
  yield { stage: 'what-if', done: 0.5 };
  const staying = stayingOf(model, retention);
  const changed = staying ? { ...model, logs: staying.logs } : model;
  const [before, after] = [predictorOf(model), predictorOf(changed)];
  const bought = purchasesAt(changed).map((count, at) => {
    const [x, recency, age] = [histories.x[at] as number, histories.recency[at] as number, histories.age[at] as number];
    const share = after.alive(x, recency, age);
    return share > 0 ? (count * before.alive(x, recency, age)) / share : 0;
  });
  const more = worth(bought);
  return {
    report: {
      now,
      moreRetention: more,
      moreOrder: now * (1 + order),
      both: more * (1 + order),
      staying: staying ? { now: staying.now, then: staying.then, isAtLimit: staying.isAtLimit } : null
    }
  };
}

interface Staying {
  readonly now: number;
  readonly then: number;
  readonly isAtLimit: boolean;
  /** The parameters that go with it. */
  readonly logs: readonly number[];
}

function stayingOf(model: RepeatModel, more: number): Staying | null {
  const { names } = RECIPES[model.kind];
  const changed = (name: 'a' | 's', value: number) => model.logs.map((log, at) => (names[at] === name ? Math.log(value) : log));
  if (model.kind === 'nbd') return null;
  if (model.kind === 'pareto-nbd') {
    const [s, years] = [parameterOf(model, 's'), Math.log1p(WEEKS_PER_YEAR / parameterOf(model, 'beta'))];
    const now = Math.exp(-s * years);
    const raised = raisedBy(now, more);
    return { now, ...raised, logs: changed('s', -Math.log(raised.then) / years) };
  }
  const [a, b] = [parameterOf(model, 'a'), parameterOf(model, 'b')];
  const now = b / (a + b);
  const raised = raisedBy(now, more);
  return { now, ...raised, logs: changed('a', (b * (1 - raised.then)) / raised.then) };
}

function raisedBy(now: number, more: number): Pick<Staying, 'then' | 'isAtLimit'> {
  const limit = Math.max(now, MOST_STAYING);
  return { then: Math.min(limit, now * (1 + more)), isAtLimit: now * (1 + more) > limit };
}
