import { roleExpression } from './column-formats.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import { columnOf } from './mapping.ts';
import type { OpenDraft } from './open-draft.ts';
import { isLoaded } from './raw-table.ts';

/** How long after they were made the orders of a file were paid, of those rows that tell both. */
export interface PayDelay {
  /** The median. */
  readonly minutes: number;
  /** The share paid more than a day later. */
  readonly late: number;
  /** The share paid before they were made: one of the columns is something else, or in another time zone. */
  readonly before: number;
}

/** Reading dates takes its time, and so many rows tell a median well enough. */
const MOST_ROWS = 50_000;

/** The delays of each file that tells both times, by the draft's id, where there is one; from evenly spread rows where a file is long. */
export async function payDelays({ run }: Work, given: readonly OpenDraft[]): Promise<{ readonly payDelays?: Record<string, PayDelay> }> {
  const delays: Record<string, PayDelay> = {};
  for (const draft of given) {
    const { raw, mapping, stage } = draft;
    const isTold = (['order_time', 'pay_time'] as const).every((role) => isLoaded(raw, columnOf(mapping, role) ?? -1));
    // The earliest of several moments are not of one order.
    if (stage === null || !isTold || raw.carried !== undefined) continue;
    const moment = (role: 'order_time' | 'pay_time') => roleExpression(raw, mapping, stage.formats, role) ?? 'cast(null as timestamp)';
    const step = Math.max(1, Math.ceil(raw.rows / MOST_ROWS));
    const [[minutes, late, before] = []] = rowsOfTable(
      await run(`select median(seconds) / 60, avg(case when seconds > 86400 then 1 else 0 end), avg(case when seconds < 0 then 1 else 0 end)
from (select epoch(${moment('pay_time')}) - epoch(${moment('order_time')}) as seconds from ${raw.name} where rowid % ${step} = 0) as told
where seconds is not null`)
    );
    if (typeof minutes === 'number') delays[draft.id] = { minutes, late: Number(late), before: Number(before) };
  }
  return Object.keys(delays).length > 0 ? { payDelays: delays } : {};
}
