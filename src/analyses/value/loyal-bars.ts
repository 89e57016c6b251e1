import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { buysWords } from '../forecasts/buys-words.ts';
import type { Terms } from '../forecasts/terms.ts';
import type { Rules, Telling } from './choices.ts';
import type { Side } from './queries.ts';

export function sideName({ place }: Pick<Side, 'place'>, { loyal }: Rules, { words, format }: Telling): string {
  return place === 1 ? words.loyal.sides(format.integer(loyal)) : words.loyal.others;
}

/** The share of the loyal in customers, in money and in value ahead, and what one of each side brings. */
export function loyalBars(sides: readonly Side[], rules: Rules, telling: Telling, href: (side: Side) => string, size: Size): ChartSpec {
  const { words, format } = telling;
  const [best] = sides.filter(({ place }) => place === 1);
  const shares = best
    ? ([
        ['customers', best.share],
        ['money', best.monetary_share],
        ['value', best.value_share]
      ] as const)
    : [];
  return bars(size, {
    label: words.loyal.title,
    band: 40,
    bars: shares
      .filter(([, share]) => share !== null)
      .map(([measure, share]) => ({
        label: words.loyal.measures[measure],
        value: share ?? 0,
        text: format.percent(share),
        ...(measure === 'customers' ? { color: 'var(--muted)' } : {}),
        tip: best
          ? tipOf(sideName(best, rules, telling), words.loyal.tip(format.integer(best.customers), format.money(best.monetary_each, 2)))
          : '',
        href: best ? href(best) : null
      }))
  });
}

export function loyalTable(sides: readonly Side[], rules: Rules, terms: Terms, telling: Telling, href: (side: Side) => string): TableModel {
  const names = telling.words.columns;
  return {
    columns: [
      { id: 'side', label: names.group, kind: 'text' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'customer_share', label: names.customersShare, kind: 'percent' },
      { id: 'revenue', label: names.money, kind: 'money' },
      { id: 'revenue_share', label: names.moneyShare, kind: 'percent' },
      { id: 'revenue_each', label: names.moneyEach, kind: 'money', digits: 2 },
      { id: 'value', label: names.value, kind: 'money' },
      { id: 'value_share', label: names.valueShare, kind: 'percent' },
      { id: 'value_each', label: names.valueEach, kind: 'money', digits: 2 },
      { id: 'p_buys', label: buysWords(terms, telling.format).name, kind: 'percent' },
      { id: 'mean_order', label: names.orderAmount, kind: 'money', digits: 2 },
      { id: 'usual_gap', label: names.usualGap, kind: 'days' },
      { id: 'discounted', label: names.discounted, kind: 'percent' },
      { id: 'refunded', label: names.refunds, kind: 'percent' }
    ],
    rows: sides.map((side) => [
      sideName(side, rules, telling),
      side.customers,
      side.share,
      side.monetary,
      side.monetary_share,
      side.monetary_each,
      side.value,
      side.value_share,
      side.value_each,
      side.buys,
      side.order_amount,
      side.usual_gap,
      side.discounted_share,
      side.refund_share
    ]),
    href: (row) => (sides[row] ? href(sides[row]) : null)
  };
}
