import { axisPercent } from '../../charts/axis-format.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines } from '../../charts/lines.ts';
import type { Format } from '../../i18n/format.ts';
import type { SecondValue } from '../../models/second-value.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { SECOND } from './words/second.ts';
import type { SecondAhead } from './second.ts';

/** What a second purchase brings, whether the same sum was right before, and how many will come back; empty where nobody did. */
export function secondValueFinding({ cut, now, then, since, horizon, returning, basket }: SecondAhead, format: Format): string {
  const words = SECOND[format.locale];
  if (!now || horizon === null) return '';
  const days = format.days(horizon);
  const percents = ({ low, high }: SecondValue['share']) => format.interval(format.percent(low), format.percent(high));
  const said = (one: SecondValue) => (one.money ? format.money(one.money.value, 2) : format.percent(one.share.value));
  const range = (one: SecondValue) => one.money ?? one.share;
  const apart = then && since && (range(then).low > range(since).high || range(since).low > range(then).high);
  return [
    words.finding(format.percent(now.share.value), percents(now.share), days),
    now.money
      ? words.money(
          format.money(basket, 2),
          format.money(now.money.value, 2),
          format.interval(format.money(now.money.low, 2), format.money(now.money.high, 2))
        )
      : words.stop,
    returning
      ? words.returning(
          format.integer(returning.waiting),
          format.integer(Math.round(returning.value)),
          format.interval(format.integer(Math.round(returning.low)), format.integer(Math.round(returning.high))),
          days
        )
      : '',
    then && since ? words[apart ? 'other' : 'same'](format.date(cut), said(then), said(since)) : words.untested
  ].join('');
}

/** By each day what one new customer has brought by a second purchase, or the share who came back where no amounts are known. */
export function secondValueCurve({ path, horizon }: SecondAhead, format: Format, size: Size): ChartSpec {
  const words = SECOND[format.locale];
  const isMoney = path.some(({ money }) => money !== null);
  const drawn = path.flatMap((one) => {
    const range = isMoney ? one.money : one.share;
    return range ? [{ one, range }] : [];
  });
  const show = (value: number) => (isMoney ? format.money(value, 2) : format.percent(value));
  return lines(size, {
    label: words.title,
    xLabel: `${words.x} →`,
    yLabel: `↑ ${isMoney ? words.yMoney : words.yShare}`,
    yFormat: isMoney ? (y) => format.compactMoney(y) : axisPercent(format),
    curve: 'step-after',
    markers: horizon === null ? [] : [{ x: horizon, label: words.mark(format.days(horizon)) }],
    lines: [
      {
        id: 'second',
        label: '',
        color: 'var(--accent)',
        points: [
          { x: 0, y: 0, low: 0, high: 0, tip: '' },
          ...drawn.map(({ one, range }) => ({
            x: one.day,
            y: range.value,
            low: range.low,
            high: range.high,
            tip: tipOf(
              words.day(format.integer(one.day)),
              show(range.value),
              words.tip(format.percent(one.share.value), format.integer(one.atRisk)),
              words.interval(format.interval(show(range.low), show(range.high)))
            )
          }))
        ]
      }
    ]
  });
}

export function secondValueTable({ path }: SecondAhead, format: Format): TableModel {
  const { columns } = SECOND[format.locale];
  return {
    columns: [
      { id: 'day', label: columns.day, kind: 'integer' },
      { id: 'at_risk', label: columns.watched, kind: 'integer' },
      { id: 'returned', label: columns.share, kind: 'percent' },
      { id: 'returned_low', label: columns.shareLow, kind: 'percent' },
      { id: 'returned_high', label: columns.shareHigh, kind: 'percent' },
      { id: 'value_each', label: columns.money, kind: 'money', digits: 2 },
      { id: 'value_low', label: columns.low, kind: 'money', digits: 2 },
      { id: 'value_high', label: columns.high, kind: 'money', digits: 2 }
    ],
    rows: path.map(({ day, atRisk, share, money }) => [
      day,
      atRisk,
      share.value,
      share.low,
      share.high,
      money?.value ?? null,
      money?.low ?? null,
      money?.high ?? null
    ])
  };
}
