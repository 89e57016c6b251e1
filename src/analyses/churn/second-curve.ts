import { axisPercent } from '../../charts/axis-format.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import { clopperPearson } from '../../models/intervals.ts';
import { kaplanMeier, type Survival, type SurvivalStep, type TimeCount } from '../../models/survival.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './rule.ts';

/** Where a day leads: to those who had bought again by it; null where nobody had. */
function dayHref({ time, eventsSoFar }: SurvivalStep, { audience }: Telling): string | null {
  return eventsSoFar > 0 ? audience('churn.second', { by_day: time }) : null;
}

/** Still watched for a bound to be drawn, where there are as many. */
const LEAST_WATCHED = 30;

/** How long until the second purchase. Where nobody came back, the band is the exact one of none out of those still watched. */
export function secondPurchases(counts: readonly TimeCount[]): Survival {
  const curve = kaplanMeier(counts);
  if (curve.events > 0) return curve;
  const watched = curve.steps.filter(({ atRisk }) => atRisk >= LEAST_WATCHED);
  const steps = (watched.length > 1 ? watched : curve.steps).map((step) => ({
    ...step,
    low: 1 - (clopperPearson(0, step.atRisk)?.high ?? 1)
  }));
  return { ...curve, steps };
}

/** How many do at most where nobody came back, by the longest of the usual times they were watched; null within the first week. */
export function boundFinding({ n, steps }: Survival, { words, format }: Telling): string | null {
  const last = steps.at(-1)?.time ?? 0;
  const day = [90, 60, 30, 14, 7].find((one) => one <= last);
  const step = steps.find(({ time }) => time >= (day ?? Infinity));
  if (day === undefined || !step) return null;
  const most = format.percent(1 - (step.low ?? 0));
  const interval = format.interval(format.percent(0), most);
  return words.second.nobody(format.integer(n), format.integer(step.atRisk), format.days(day), most, interval);
}

/** The share that bought again by each day, as steps with their band. */
export function secondCurve(curve: Survival, telling: Telling, size: Size): ChartSpec {
  const { words, format } = telling;
  const turned = (value: number | null) => (value === null ? null : 1 - value);
  return lines(size, {
    label: words.second.title,
    xLabel: `${words.second.x} →`,
    yLabel: `↑ ${words.second.y}`,
    yFormat: axisPercent(format),
    curve: 'step-after',
    markers: curve.median.time === null ? [] : [{ x: curve.median.time, label: words.second.median(format.integer(curve.median.time)) }],
    lines: [
      {
        id: 'second',
        label: '',
        color: 'var(--accent)',
        points: [
          { x: 0, y: 0, low: 0, high: 0, tip: '' },
          ...curve.steps
            .filter(({ time }) => time > 0)
            .map((step) => ({
              x: step.time,
              y: 1 - step.survival,
              low: turned(step.high),
              high: turned(step.low),
              tip: tipOf(
                words.second.day(format.integer(step.time)),
                words.second.tip(format.percent(1 - step.survival), format.integer(step.atRisk)),
                words.second.seen(format.integer(step.eventsSoFar)),
                step.low !== null && words.interval(format.interval(format.percent(turned(step.high)), format.percent(turned(step.low))))
              ),
              href: dayHref(step, telling)
            }))
        ]
      }
    ]
  });
}

export function secondTable(curve: Survival, telling: Telling): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'day', label: names.day, kind: 'integer' },
      { id: 'at_risk', label: names.atRisk, kind: 'integer' },
      { id: 'bought_again', label: names.again, kind: 'integer' },
      { id: 'bought_again_so_far', label: names.againSoFar, kind: 'integer' },
      { id: 'censored', label: names.censored, kind: 'integer' },
      { id: 'returned', label: names.returned, kind: 'percent' },
      { id: 'survival', label: names.survival, kind: 'percent' },
      { id: 'survival_error', label: names.error, kind: 'number', digits: 4 },
      { id: 'survival_low', label: names.low, kind: 'percent' },
      { id: 'survival_high', label: names.high, kind: 'percent' }
    ],
    rows: curve.steps.map((step) => [
      step.time,
      step.atRisk,
      step.events,
      step.eventsSoFar,
      step.censored,
      1 - step.survival,
      step.survival,
      step.standardError,
      step.low,
      step.high
    ]),
    href: (row) => (curve.steps[row] ? dayHref(curve.steps[row], telling) : null)
  };
}
