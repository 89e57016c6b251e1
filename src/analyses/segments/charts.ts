import { bars } from '../../charts/bars.ts';
import type { ChartSpec, Size } from '../../charts/chart.ts';
import { heatMap } from '../../charts/heat-map.ts';
import type { Format } from '../../i18n/format.ts';
import { segmentName } from '../scores/messages.ts';
import { segmentColor } from '../scores/segment-lines.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import type { GridCell } from './queries.ts';

const SCORES = [5, 4, 3, 2, 1];

/** Recency down, frequency across, the best corner top right; named by the values that have each score. */
export function gridChart(cells: readonly GridCell[], size: Size, format: Format, href: (cell: GridCell) => string): ChartSpec {
  const words = WORDS[format.locale];
  const columns = [...SCORES].reverse();
  const span = (score: number, of: (cell: GridCell) => number, from: keyof GridCell, to: keyof GridCell): [number, number] | null => {
    const held = cells.filter((cell) => of(cell) === score && cell.customers > 0);
    return held.length === 0
      ? null
      : [Math.min(...held.map((cell) => Number(cell[from]))), Math.max(...held.map((cell) => Number(cell[to])))];
  };
  const range = ([from, to]: [number, number]) => (from === to ? format.integer(from) : `${format.integer(from)}–${format.integer(to)}`);
  const rowName = (score: number) => {
    const days = span(score, (cell) => cell.r, 'recency_from', 'recency_to');
    if (days === null) return words.unused;
    return days[0] === days[1] ? words.dayAgo(format.integer(days[0])) : words.daysAgo(format.integer(days[0]), format.integer(days[1]));
  };
  const columnName = (score: number) => {
    const times = span(score, (cell) => cell.f, 'frequency_from', 'frequency_to');
    return times === null ? words.unused : range(times);
  };
  return heatMap(size, {
    label: words.grid,
    rows: SCORES.map(rowName),
    columns: columns.map(columnName),
    columnsAt: 'bottom',
    band: 50,
    xLabel: words.often,
    yLabel: `${words.recently} →`,
    cells: cells.map((cell) => ({
      row: SCORES.indexOf(cell.r),
      column: columns.indexOf(cell.f),
      value: cell.customers === 0 ? null : (cell.revenue_share ?? 0),
      text: format.integer(cell.customers),
      sub: format.percent(cell.revenue_share, 0),
      tip: [
        words.cellTip(String(cell.r), String(cell.f)),
        words.customersTip(
          format.integer(cell.customers),
          format.percent(cell.share),
          format.interval(format.percent(cell.share_low), format.percent(cell.share_high))
        ),
        words.revenueTip(format.money(cell.revenue), format.percent(cell.revenue_share))
      ].join('\n'),
      href: cell.customers > 0 ? href(cell) : null
    }))
  });
}

/** One bar per segment, as long as it has customers, with its share of revenue beside it. */
export function sizesChart(sizes: readonly SegmentSize[], size: Size, format: Format, href: (segment: string) => string): ChartSpec {
  const words = WORDS[format.locale];
  return bars(size, {
    label: words.sizes,
    band: 30,
    bars: sizes.map((one) => ({
      label: segmentName(one.segment, format.locale),
      value: one.customers,
      text: words.barText(format.integer(one.customers), one.revenue_share === null ? null : format.percent(one.revenue_share)),
      tip: [
        segmentName(one.segment, format.locale),
        words.customersTip(
          format.integer(one.customers),
          format.percent(one.share),
          format.interval(format.percent(one.share_low), format.percent(one.share_high))
        ),
        words.revenueTip(format.money(one.revenue), format.percent(one.revenue_share))
      ].join('\n'),
      color: segmentColor(one.segment),
      href: one.customers > 0 ? href(one.segment) : null
    }))
  });
}
