import { axisPercent } from '../../charts/axis-format.ts';
import { thinned, tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { lines, type Line } from '../../charts/lines.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Cut } from './finding.ts';
import { ruleParams, type Rule, type Telling } from './rule.ts';

const isoDay = (day: Date) => day.toISOString().slice(0, 10);

/** Where a cut leads: to those warned, to those of them who stayed away, or to everybody who did. */
function cutHref(cut: Cut, group: 'warned' | 'right' | 'away', rule: Rule, { audience }: Telling): string | null {
  const customers = { warned: cut.warned, right: cut.warned_away, away: cut.stayed_away }[group];
  if (customers === 0) return null;
  return audience('churn.backtest', { ...ruleParams(rule), warned_on: isoDay(cut.cut_day), until: isoDay(cut.until_day), group });
}

/** How right the rule was at each past day, beside silence alone and everybody. */
export function backtestLines(cuts: readonly Cut[], rule: Rule, telling: Telling, size: Size): ChartSpec {
  const { words, format } = telling;
  const told = cuts.filter(({ warned }) => warned > 0);
  const point = (cut: Cut, name: string, rate: number, away: number, of: number, low?: number | null, high?: number | null) => ({
    x: cut.cut_day,
    y: rate,
    low,
    high,
    tip: tipOf(
      `${format.date(cut.cut_day)} · ${name}`,
      words.backtest.tip(format.integer(Math.round(away)), format.integer(of), format.percent(rate)),
      low !== undefined && low !== null && words.interval(format.interval(format.percent(low), format.percent(high ?? null))),
      words.backtest.until(format.date(cut.until_day))
    )
  });
  const own: Line = {
    id: 'rule',
    label: words.backtest.rule,
    color: 'var(--accent)',
    points: told.map((cut) => ({
      ...point(cut, words.backtest.rule, cut.share ?? 0, cut.warned_away, cut.warned, cut.low, cut.high),
      href: cutHref(cut, 'right', rule, telling)
    }))
  };
  const plain: Line = {
    id: 'plain',
    label: words.backtest.plain,
    color: 'var(--series-2)',
    isDashed: true,
    // Those equally silent at its edge count by their share, so that no list of customers is behind it.
    points: told.map((cut) => point(cut, words.backtest.plain, cut.plain_share ?? 0, cut.plain_away, cut.warned))
  };
  const base: Line = {
    id: 'base',
    label: words.backtest.base,
    color: 'var(--series-8)',
    isDashed: true,
    points: told.map((cut) => ({
      ...point(cut, words.backtest.base, cut.base_share, cut.stayed_away, cut.customers),
      href: cutHref(cut, 'away', rule, telling)
    }))
  };
  return lines(size, {
    label: words.backtest.title,
    xLabel: `${words.backtest.x} →`,
    yLabel: `↑ ${words.backtest.y}`,
    yMax: 1,
    height: size.width < 420 ? 260 : 440,
    yFormat: axisPercent(format),
    xFormat: (x) => format.date(new Date(x)),
    xTicks: thinned(
      told.map(({ cut_day }) => cut_day),
      size.width - 120,
      88
    ),
    lines: rule.rule === 'days' ? [own, base] : [own, plain, base]
  });
}

export function backtestTable(cuts: readonly Cut[], rule: Rule, telling: Telling): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'warned_on', label: names.cut, kind: 'date' },
      { id: 'watched_until', label: names.until, kind: 'date' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'warned', label: names.warned, kind: 'integer' },
      { id: 'warned_stayed_away', label: names.away, kind: 'integer' },
      { id: 'precision', label: names.precision, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' },
      { id: 'precision_by_silence', label: names.plain, kind: 'percent' },
      { id: 'share_of_all', label: names.base, kind: 'percent' },
      { id: 'caught', label: names.caught, kind: 'percent' }
    ],
    rows: cuts.map((cut) => [
      cut.cut_day,
      cut.until_day,
      cut.customers,
      cut.warned,
      cut.warned_away,
      cut.share,
      cut.low,
      cut.high,
      cut.plain_share,
      cut.base_share,
      cut.caught_share
    ]),
    href: (row) => (cuts[row] ? cutHref(cuts[row], 'warned', rule, telling) : null)
  };
}
