import { axisCount } from '../../charts/axis-format.ts';
import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Check } from './checking.ts';
import type { Telling } from './choices.ts';
import { className } from './finding.ts';

const DAY = 86_400_000;

/** The forecast from the split on, each point with what had come by then. */
function forecastPoints({ report, path, split }: Check) {
  if (!report.isFitted) return [];
  const base = path.find(({ step }) => step === 0)?.repeats ?? 0;
  const start = { day: split.until, value: base, low: base, high: base };
  return [
    start,
    ...report.path.map(({ days, purchases }) => ({
      day: new Date(split.until.getTime() + days * DAY),
      value: base + purchases.value,
      low: base + purchases.low,
      high: base + purchases.high
    }))
  ];
}

/** What came, as a line, and what was forecast from the split on, dashed and with its band. */
export function checkLines(check: Check, { words, format }: Telling, size: Size): ChartSpec {
  return lines(size, {
    label: words.check.title,
    xLabel: null,
    yLabel: `↑ ${words.check.y}`,
    yFormat: axisCount(format),
    xFormat: (x) => format.date(new Date(Number(x))),
    xTicks: [check.path[0]?.day, size.width < 480 ? undefined : check.split.until, check.path.at(-1)?.day].filter(
      (day) => day !== undefined
    ),
    markers: [{ x: check.split.until, label: words.check.split }],
    lines: [
      {
        id: 'forecast',
        label: words.check.forecast,
        color: 'var(--series-2)',
        isDashed: true,
        points: forecastPoints(check).map(({ day, value, low, high }) => ({
          x: day,
          y: value,
          low,
          high,
          tip: tipOf(
            format.date(day),
            words.check.tipForecast(format.integer(value)),
            words.interval(format.interval(format.integer(low), format.integer(high)))
          )
        }))
      },
      {
        id: 'actual',
        label: words.check.actual,
        color: 'var(--accent)',
        points: check.path.map(({ day, repeats }) => ({
          x: day,
          y: repeats,
          tip: tipOf(format.date(day), words.check.tipActual(format.integer(repeats)))
        }))
      }
    ]
  });
}

export function checkTable(check: Check, { words }: Telling): TableModel {
  const names = words.columns;
  const forecast = new Map(forecastPoints(check).map((point) => [point.day.getTime(), point]));
  return {
    columns: [
      { id: 'day', label: names.day, kind: 'date' },
      { id: 'came', label: names.actual, kind: 'integer' },
      { id: 'forecast', label: names.predicted, kind: 'number', digits: 1 },
      { id: 'low', label: names.low, kind: 'number', digits: 1 },
      { id: 'high', label: names.high, kind: 'number', digits: 1 }
    ],
    rows: check.path.map(({ day, repeats }) => {
      const said = forecast.get(day.getTime());
      return [day, repeats, said?.value ?? null, said?.low ?? null, said?.high ?? null];
    })
  };
}

/** Two bars per number of purchases: what was forecast for one customer, and what came. */
export function classBars({ report }: Check, telling: Telling, size: Size): ChartSpec {
  const { words, format } = telling;
  const classes = report.isFitted ? report.classes : [];
  return bars(size, {
    label: words.classes.title,
    band: 20,
    bars: classes.flatMap((row) => {
      const [said, came] = [row.predicted / row.customers, row.actual / row.customers];
      const tip = tipOf(
        className(row, telling),
        words.classes.tip(format.integer(row.customers)),
        words.classes.text(format.number(said, 2), format.number(came, 2))
      );
      return [
        { label: className(row, telling), value: came, text: `${words.check.actual} ${format.number(came, 2)}`, tip },
        { label: '', value: said, text: `${words.check.forecast} ${format.number(said, 2)}`, color: 'var(--series-2)', tip }
      ];
    })
  });
}

export function classTable({ report }: Check, telling: Telling): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'purchases_before', label: names.purchasesBefore, kind: 'text' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'forecast_each', label: names.predictedEach, kind: 'number', digits: 3 },
      { id: 'came_each', label: names.actualEach, kind: 'number', digits: 3 },
      { id: 'forecast', label: names.predicted, kind: 'number', digits: 1 },
      { id: 'low', label: names.low, kind: 'number', digits: 1 },
      { id: 'high', label: names.high, kind: 'number', digits: 1 },
      { id: 'came', label: names.actual, kind: 'integer' },
      { id: 'error', label: names.error, kind: 'percent', change: 'neutral' }
    ],
    rows: (report.isFitted ? report.classes : []).map((row) => [
      className(row, telling),
      row.customers,
      row.predicted / row.customers,
      row.actual / row.customers,
      row.predicted,
      row.low,
      row.high,
      row.actual,
      row.error
    ])
  };
}
