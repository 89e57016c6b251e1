import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import type { Rung } from './finding.ts';

/** Steps shown; the last one stands for all beyond it. */
export const STEPS = 5;

/** One bar per step; the first stands out. */
export function ladderBars(rungs: readonly Rung[], { words, format, audience }: Telling, size: Size): ChartSpec {
  return bars(size, {
    label: words.ladder.title,
    band: 36,
    bars: rungs.map((rung, place) => {
      const name = words.ladder.steps(String(rung.step));
      const label = rung.step === STEPS ? words.ladder.andMore(name) : name;
      return {
        label,
        value: rung.reached,
        text: rung.share === null ? format.integer(rung.reached) : `${format.integer(rung.reached)} · ${format.percent(rung.share)}`,
        color: place === 0 ? 'var(--accent)' : 'var(--series-7)',
        tip: tipOf(
          label,
          rung.share === null
            ? format.integer(rung.reached)
            : words.ladder.tip(format.integer(rung.reached), format.integer(rung.reached_before), format.percent(rung.share)),
          rung.share !== null && rung.low !== null && words.interval(format.interval(format.percent(rung.low), format.percent(rung.high)))
        ),
        href: audience('retention.ladder', { step: rung.step, at: 'reached' })
      };
    })
  });
}

export function ladderTable(rungs: readonly Rung[], { words, audience }: Telling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'purchase', label: names.step, kind: 'integer' },
      { id: 'reached', label: names.reached, kind: 'integer', hasBar: true },
      { id: 'share_of_step_before', label: names.share, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' }
    ],
    rows: rungs.map(({ step, reached, share, low, high }) => [step, reached, share, low, high]),
    href: (row) => (rungs[row] ? audience('retention.ladder', { step: rungs[row].step, at: 'reached' }) : null)
  };
}
