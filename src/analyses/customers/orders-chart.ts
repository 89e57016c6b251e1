import { axisX, axisY, dot, gridY, ruleX, ruleY } from '@observablehq/plot';
import { withoutRepeats } from '../../charts/axis-format.ts';
import { frame, tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { Format } from '../../i18n/format.ts';
import { WORDS } from './messages.ts';
import type { CustomerOrder } from './queries.ts';

/** Orders over time, each as high as its amount, up to the as-of date. */
export function ordersChart(orders: readonly CustomerOrder[], until: Date | null, size: Size, format: Format): ChartSpec {
  const words = WORDS[format.locale];
  const days = orders.map((order) => order.day.getTime());
  const first = new Date(Math.min(...days));
  const last = new Date(Math.max(...days, until?.getTime() ?? 0));
  const tip = (order: CustomerOrder) => tipOf(format.date(order.day), format.money(order.amount, 2), order.product, order.channel);
  return {
    label: words.orders,
    options: frame(size, {
      height: 200,
      marginLeft: 60,
      x: { type: 'utc', domain: first < last ? [first, last] : [first, new Date(first.getTime() + 86_400_000)], inset: 12 },
      y: {
        nice: true,
        label: words.amountAxis,
        domain: [Math.min(0, ...orders.map((order) => order.amount)), Math.max(1e-9, ...orders.map((order) => order.amount))]
      },
      marks: [
        gridY({ stroke: 'var(--grid)', strokeOpacity: 1, ticks: 4 }),
        axisY({ tickSize: 0, ticks: 4, tickFormat: (value: number) => format.shortMoney(value), label: words.amountAxis }),
        axisX({
          ticks: (first < last ? Math.max(2, Math.min(6, Math.floor(size.width / 110))) : [first]) as number,
          tickFormat: withoutRepeats((day: Date) => format.month(day)),
          label: null
        }),
        ruleX(orders, { x: 'day', y: 'amount', stroke: 'var(--accent)', strokeOpacity: 0.5 }),
        dot(orders, { x: 'day', y: 'amount', r: 4.5, fill: 'var(--accent)', stroke: 'var(--surface)', title: tip }),
        ruleY([0], { stroke: 'var(--line-strong)' })
      ]
    })
  };
}
