import type { Format } from '../../i18n/format.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { segmentName } from '../scores/messages.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import type { ConcentrationRow, LifecycleMonth, OrderMonth } from './queries.ts';

export function lifecycleTable(months: readonly LifecycleMonth[], format: Format, href: (month: Date) => string): TableModel {
  const { columns } = WORDS[format.locale];
  return {
    columns: [
      { id: 'month', label: columns.month, kind: 'month' },
      { id: 'new', label: columns.new, kind: 'integer' },
      { id: 'retained', label: columns.retained, kind: 'integer' },
      { id: 'won_back', label: columns.wonBack, kind: 'integer' },
      { id: 'lost', label: columns.lost, kind: 'integer' },
      { id: 'active', label: columns.active, kind: 'integer', hasBar: true },
      { id: 'is_complete', label: columns.complete, kind: 'boolean' }
    ],
    rows: months.map((month) => [
      month.month,
      month.new_customers,
      month.retained,
      month.won_back,
      month.lost,
      month.active,
      month.is_complete
    ]),
    href: (row) => (months[row] && months[row].active > 0 ? href(months[row].month) : null)
  };
}

export function segmentsTable(sizes: readonly SegmentSize[], format: Format, href: (segment: string) => string): TableModel {
  const { columns } = WORDS[format.locale];
  return {
    columns: [
      { id: 'segment', label: columns.segment, kind: 'text' },
      { id: 'customers', label: columns.customers, kind: 'integer' },
      { id: 'share', label: columns.share, kind: 'percent' },
      { id: 'share_low', label: columns.low, kind: 'percent' },
      { id: 'share_high', label: columns.high, kind: 'percent' },
      { id: 'revenue', label: columns.revenue, kind: 'money' },
      { id: 'revenue_share', label: columns.revenueShare, kind: 'percent', hasBar: true }
    ],
    rows: sizes.map((one) => [
      segmentName(one.segment, format.locale),
      one.customers,
      one.share,
      one.share_low,
      one.share_high,
      one.revenue,
      one.revenue_share
    ]),
    href: (row) => ((sizes[row]?.customers ?? 0) > 0 ? href(sizes[row]?.segment ?? '') : null)
  };
}

export function concentrationTable(rows: readonly ConcentrationRow[], format: Format, href: (hundredth: number) => string): TableModel {
  const { columns } = WORDS[format.locale];
  return {
    columns: [
      { id: 'customer_share', label: columns.customerShare, kind: 'percent' },
      { id: 'customers', label: columns.customers, kind: 'integer' },
      { id: 'revenue', label: columns.revenue, kind: 'money' },
      { id: 'revenue_share', label: columns.revenueShare, kind: 'percent', hasBar: true }
    ],
    rows: rows.map((row) => [row.customer_share, row.customers, row.revenue, row.revenue_share]),
    href: (row) => (rows[row] && rows[row].customers > 0 ? href(rows[row].hundredth) : null)
  };
}

export function orderMonthsTable(months: readonly OrderMonth[], format: Format): TableModel {
  const { columns } = WORDS[format.locale];
  return {
    columns: [
      { id: 'month', label: columns.month, kind: 'month' },
      { id: 'orders', label: columns.orders, kind: 'integer' },
      { id: 'revenue', label: columns.revenue, kind: 'money' },
      { id: 'average', label: columns.average, kind: 'money', digits: 2 },
      { id: 'is_complete', label: columns.complete, kind: 'boolean' }
    ],
    rows: months.map((month) => [month.month, month.orders, month.revenue, month.average, month.is_complete])
  };
}
