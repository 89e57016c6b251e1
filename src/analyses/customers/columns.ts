import type { Locale } from '../../i18n/locale.ts';
import { DIMENSIONS, type Dimension } from '../../sources/canonical-tables.ts';
import type { Cell, CellKind, TableColumn } from '../../ui/table-model.ts';
import { segmentName } from '../scores/messages.ts';
import { WORDS } from './messages.ts';
import { AHEAD, type ListRow, type Sort } from './queries.ts';

const KINDS: Readonly<Record<Sort, CellKind>> = {
  customer_id: 'text',
  segment: 'text',
  r: 'integer',
  f: 'integer',
  m: 'integer',
  reason: 'text',
  first_day: 'date',
  last_day: 'date',
  recency: 'days',
  frequency: 'integer',
  orders: 'integer',
  monetary: 'money',
  usual_gap: 'days',
  lateness: 'number',
  p_buys: 'percent',
  value: 'money',
  first_channel: 'text',
  first_category: 'text',
  first_region: 'text',
  first_tier: 'text',
  first_shop: 'text'
};

export type ListColumn = TableColumn & { readonly id: Sort };

function columns(
  ids: readonly Sort[],
  dimensions: readonly Dimension[],
  hasReason: boolean,
  locale: Locale,
  hasAhead: boolean
): ListColumn[] {
  const labels = WORDS[locale].columns;
  const known = new Set<string>(DIMENSIONS.filter((dimension) => dimensions.includes(dimension)).map((dimension) => `first_${dimension}`));
  return ids
    .filter((id) => hasAhead || !(AHEAD as readonly Sort[]).includes(id))
    .filter((id) => (id === 'reason' ? hasReason : !id.startsWith('first_') || id === 'first_day' || known.has(id)))
    .map((id) => ({
      id,
      label: labels[id],
      kind: KINDS[id],
      ...(id === 'p_buys' ? { digits: 0 } : {}),
      ...(id === 'segment' ? { look: 'chip' as const } : {})
    }));
}

/** Columns of the list on screen; dimensions that no file has are left out. */
export function listColumns(dimensions: readonly Dimension[], hasReason: boolean, locale: Locale, hasAhead = false): ListColumn[] {
  return columns(
    [
      'customer_id',
      'segment',
      'reason',
      'p_buys',
      'value',
      'lateness',
      'last_day',
      'recency',
      'frequency',
      'orders',
      'monetary',
      'usual_gap',
      'r',
      'f',
      'm',
      'first_day',
      'first_channel',
      'first_category',
      'first_region',
      'first_tier',
      'first_shop'
    ],
    dimensions,
    hasReason,
    locale,
    hasAhead
  );
}

/** Columns of the exported list, whatever the screen shows. */
export function exportColumns(dimensions: readonly Dimension[], hasReason: boolean, locale: Locale, hasAhead = false): ListColumn[] {
  return columns(
    [
      'customer_id',
      'segment',
      'r',
      'f',
      'm',
      'reason',
      'first_day',
      'last_day',
      'recency',
      'frequency',
      'orders',
      'monetary',
      'usual_gap',
      'p_buys',
      'value',
      'lateness',
      'first_channel',
      'first_category',
      'first_region',
      'first_tier',
      'first_shop'
    ],
    dimensions,
    hasReason,
    locale,
    hasAhead
  );
}

/** A customer's cells under these columns; the segment by its name. */
export function exportRow(row: ListRow, of: readonly ListColumn[], locale: Locale): Cell[] {
  return of.map(({ id }) => (id === 'segment' ? segmentName(row.segment, locale) : row[id]));
}

/** How wide each column of the list is: ids and names give way, numbers keep their room. */
export function tracksOf(columns: readonly ListColumn[]): string[] {
  return columns.map(({ id, kind }) => {
    if (id === 'customer_id') return 'minmax(132px, 1.6fr)';
    if (id === 'r' || id === 'f' || id === 'm') return 'minmax(36px, 0.4fr)';
    if (id === 'reason') return 'minmax(200px, 2fr)';
    if (id === 'segment') return 'minmax(150px, 1.4fr)';
    if (kind === 'text') return 'minmax(116px, 1.2fr)';
    return kind === 'date' ? 'minmax(104px, 1fr)' : 'minmax(82px, 1fr)';
  });
}
