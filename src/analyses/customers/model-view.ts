import { joinAnswers, mapAnswer, type Answer } from '../../engine/answer.ts';
import { axisPercent } from '../../charts/axis-format.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import type { Format } from '../../i18n/format.ts';
import type { Asker } from '../../session/asking.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { MODEL_NAMES, valueFitting, valueStep } from '../forecasts/customer-values.ts';
import { MONTH_DAYS, type Terms } from '../forecasts/terms.ts';
import { WORDS } from './messages.ts';
import { customerPathQuery } from './queries.ts';

/** What the model, as fitted today, says of a customer as they were on a day. */
export interface PathDay {
  readonly day: Date;
  /** Purchase days up to then. */
  readonly purchases: number;
  readonly buys: number;
  readonly low: number;
  readonly high: number;
}

/** The chance to buy within the horizon, week by week; null where nothing could be fitted. */
export async function askPath(
  asker: Asker,
  terms: Terms,
  customer: string,
  signal?: AbortSignal
): Promise<Answer<readonly PathDay[] | null>> {
  const fitted = await asker.fit(valueFitting(terms), signal);
  const { fit } = fitted.value.report;
  if (!fit.isFitted) return mapAnswer(fitted, () => null);
  const path = { query: customerPathQuery, params: { customer_id: customer } };
  const [days, said] = await Promise.all([
    asker.ask(path.query, path.params, signal),
    asker.fit(
      {
        task: 'customer-path',
        inputs: { path },
        options: { model: fit.model, horizon: terms.months * MONTH_DAYS[terms.month] },
        step: valueStep(terms)
      },
      signal
    )
  ]);
  return mapAnswer(joinAnswers([days, said, fitted]), ([rows, { report }]) =>
    rows.flatMap(({ day, x }, at) => {
      const one = report[at];
      return one ? [{ day, purchases: x + 1, buys: one.buys, low: one.low, high: one.high }] : [];
    })
  );
}

/** Where the chance stands now, and the highest it ever was. */
export function pathFinding(path: readonly PathDay[], { months, model }: Terms, format: Format): string {
  const now = path.at(-1);
  if (!now) return '';
  const best = path.reduce((most, one) => (one.buys > most.buys ? one : most), now);
  const words = WORDS[format.locale];
  const chance = words.pathNow(
    now.buys < 0.01 ? `<${format.percent(0.01, 0)}` : format.percent(now.buys, 0),
    format.integer(months),
    MODEL_NAMES[model].what
  );
  return best.buys - now.buys > 0.05
    ? chance + words.pathBest(format.percent(best.buys, 0), format.date(best.day))
    : chance + words.pathStop;
}

/** The chance over time with its band; it rises with every purchase and falls in silence. */
export function pathLines(path: readonly PathDay[], size: Size, format: Format): ChartSpec {
  const words = WORDS[format.locale];
  return lines(size, {
    label: words.path,
    xLabel: null,
    yLabel: `↑ ${words.chance}`,
    yFormat: axisPercent(format),
    yMax: 1,
    xFormat: (x) => format.month(new Date(Number(x))),
    lines: [
      {
        id: 'buys',
        label: '',
        color: 'var(--accent)',
        points: path.map((one) => ({
          x: one.day,
          y: one.buys,
          low: one.low,
          high: one.high,
          tip: tipOf(
            format.date(one.day),
            `${words.chance} ${format.percent(one.buys)}`,
            words.pathPurchases(format.integer(one.purchases)),
            format.interval(format.percent(one.low), format.percent(one.high))
          )
        }))
      }
    ]
  });
}

export function pathTable(path: readonly PathDay[], format: Format): TableModel {
  const words = WORDS[format.locale];
  return {
    columns: [
      { id: 'day', label: words.pathDay, kind: 'date' },
      { id: 'purchases', label: words.columns.frequency, kind: 'integer' },
      { id: 'p_buys', label: words.chance, kind: 'percent' },
      { id: 'p_buys_low', label: words.pathLow, kind: 'percent' },
      { id: 'p_buys_high', label: words.pathHigh, kind: 'percent' }
    ],
    rows: path.map((one) => [one.day, one.purchases, one.buys, one.low, one.high])
  };
}
