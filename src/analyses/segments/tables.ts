import type { Format } from '../../i18n/format.ts';
import type { TableModel } from '../../ui/table-model.ts';
import { segmentName } from '../scores/messages.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import type { Band, GridCell, Movement } from './queries.ts';

/** One row per segment; with `moved`, also how its size changed since `since`. */
export function sizesTable(
  sizes: readonly SegmentSize[],
  moved: readonly Movement[] | null,
  since: Date | null,
  format: Format,
  href: (segment: string) => string
): TableModel {
  const { columns } = WORDS[format.locale];
  const before = (segment: string) => moved?.find((move) => move.segment_then === segment)?.customers_then ?? 0;
  return {
    columns: [
      { id: 'segment', label: columns.segment, kind: 'text', look: 'strong' },
      { id: 'customers', label: columns.customers, kind: 'integer' },
      ...(moved && since
        ? [
            { id: 'customers_then', label: columns.before, kind: 'integer' as const },
            { id: 'change', label: columns.change, kind: 'integer' as const, change: 'neutral' as const }
          ]
        : []),
      { id: 'share', label: columns.share, kind: 'percent' },
      { id: 'revenue_share', label: columns.revenueShare, kind: 'percent', hasBar: true },
      { id: 'revenue', label: columns.revenue, kind: 'money' },
      { id: 'recency', label: columns.recency, kind: 'number', digits: 0 },
      { id: 'frequency', label: columns.frequency, kind: 'number' },
      { id: 'monetary', label: columns.monetary, kind: 'money' },
      { id: 'interval', label: columns.interval, kind: 'text', look: 'muted', only: 'screen' },
      { id: 'share_low', label: columns.low, kind: 'percent', only: 'file' },
      { id: 'share_high', label: columns.high, kind: 'percent', only: 'file' }
    ],
    rows: sizes.map((size) => [
      segmentName(size.segment, format.locale),
      size.customers,
      ...(moved && since ? [before(size.segment), size.customers - before(size.segment)] : []),
      size.share,
      size.revenue_share,
      size.revenue,
      size.recency,
      size.frequency,
      size.monetary,
      intervalText(size.share_low, size.share_high, format),
      size.share_low,
      size.share_high
    ]),
    href: (row) => ((sizes[row]?.customers ?? 0) > 0 ? href(sizes[row]?.segment ?? '') : null)
  };
}

/** One row per cell of the grid. */
export function gridTable(cells: readonly GridCell[], format: Format, href: (cell: GridCell) => string): TableModel {
  const { columns } = WORDS[format.locale];
  return {
    columns: [
      { id: 'recency_score', label: columns.r, kind: 'integer' },
      { id: 'frequency_score', label: columns.f, kind: 'integer' },
      { id: 'customers', label: columns.customers, kind: 'integer' },
      { id: 'share', label: columns.share, kind: 'percent' },
      { id: 'interval', label: columns.interval, kind: 'text', look: 'muted', only: 'screen' },
      { id: 'share_low', label: columns.low, kind: 'percent', only: 'file' },
      { id: 'share_high', label: columns.high, kind: 'percent', only: 'file' },
      { id: 'revenue', label: columns.revenue, kind: 'money' },
      { id: 'revenue_share', label: columns.revenueShare, kind: 'percent', hasBar: true },
      { id: 'recency_from', label: columns.recencyFrom, kind: 'integer' },
      { id: 'recency_to', label: columns.recencyTo, kind: 'integer' },
      { id: 'frequency_from', label: columns.frequencyFrom, kind: 'integer' },
      { id: 'frequency_to', label: columns.frequencyTo, kind: 'integer' }
    ],
    rows: cells.map((cell) => [
      cell.r,
      cell.f,
      cell.customers,
      cell.share,
      intervalText(cell.share_low, cell.share_high, format),
      cell.share_low,
      cell.share_high,
      cell.revenue,
      cell.revenue_share,
      cell.recency_from,
      cell.recency_to,
      cell.frequency_from,
      cell.frequency_to
    ]),
    href: (row) => {
      const cell = cells[row];
      return cell && cell.customers > 0 ? href(cell) : null;
    }
  };
}

/** One row per measure and score: the values that have it. */
export function bandsTable(bands: readonly Band[], format: Format, href: (band: Band) => string): TableModel {
  const { columns, measures } = WORDS[format.locale];
  const names: Readonly<Record<string, string>> = measures;
  return {
    columns: [
      { id: 'measure', label: columns.measure, kind: 'text' },
      { id: 'score', label: columns.score, kind: 'integer' },
      { id: 'values', label: columns.values, kind: 'text' },
      { id: 'customers', label: columns.customers, kind: 'integer' },
      { id: 'share', label: columns.share, kind: 'percent', hasBar: true },
      { id: 'lowest', label: columns.lowest, kind: 'number', digits: 2, only: 'file' },
      { id: 'highest', label: columns.highest, kind: 'number', digits: 2, only: 'file' },
      { id: 'mark', label: columns.mark, kind: 'number', digits: 2, isTrimmed: true }
    ],
    rows: bands.map((band) => [
      names[band.measure] ?? band.measure,
      band.score,
      valuesText(band, format),
      band.customers,
      band.share,
      band.lowest,
      band.highest,
      band.mark
    ]),
    href: (row) => (bands[row] ? href(bands[row]) : null)
  };
}

/** The values of a score in the measure's unit: "153–442 days". */
function valuesText({ measure, lowest, highest }: Band, format: Format): string {
  const show = (value: number) => (measure === 'monetary' ? format.money(value, 2) : format.integer(value));
  const text = lowest === highest ? show(lowest) : `${show(lowest)}–${show(highest)}`;
  return measure === 'recency' ? WORDS[format.locale].daysText(text) : text;
}

/** "4.0–4.4%": the ends of an interval of shares, short. */
function intervalText(low: number | null, high: number | null, format: Format): string | null {
  return low === null || high === null ? null : `${format.number(low * 100)}–${format.percent(high)}`;
}

/** One row per step between two segments; who stayed is left out. */
export function movementTable(moved: readonly Movement[], format: Format, href: (move: Movement) => string): TableModel {
  const { columns } = WORDS[format.locale];
  const steps = moved
    .filter((move) => move.segment_then !== move.segment_now)
    .sort((a, b) => b.customers - a.customers || a.place_then - b.place_then || a.place_now - b.place_now);
  return {
    columns: [
      { id: 'segment_then', label: columns.from, kind: 'text' },
      { id: 'segment_now', label: columns.to, kind: 'text' },
      { id: 'customers', label: columns.customers, kind: 'integer', hasBar: true },
      { id: 'revenue', label: columns.revenue, kind: 'money' }
    ],
    rows: steps.map((move) => [
      segmentName(move.segment_then, format.locale),
      segmentName(move.segment_now, format.locale),
      move.customers,
      move.revenue
    ]),
    href: (row) => {
      const move = steps[row];
      return move ? href(move) : null;
    }
  };
}
