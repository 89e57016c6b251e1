import type { Locale } from '../../i18n/locale.ts';
import { DIMENSIONS, type Dimension } from '../../sources/canonical-tables.ts';
import type { Cell, CellKind, TableColumn } from '../../ui/table-model.ts';
import { segmentName } from '../scores/messages.ts';
import { SIGNS } from '../signs/messages.ts';
import { WORDS } from './messages.ts';
import { AHEAD, type ListRow, type Sort } from './list-queries.ts';

const KINDS: Readonly<Record<Sort, CellKind>> = {
  customer_id: 'text',
  segment: 'text',
  r: 'integer',
  f: 'integer',
  m: 'integer',
  reason: 'text',
  chance: 'percent',
  first_day: 'date',
  last_day: 'date',
  recency: 'days',
  frequency: 'integer',
  orders: 'integer',
  monetary: 'money',
  usual_gap: 'days',
  reference_gap: 'days',
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

/** What decides which columns a list has, and what they are called. */
export interface Listed {
  readonly locale: Locale;
  readonly dimensions: readonly Dimension[];
  readonly hasReason: boolean;
  readonly hasAhead: boolean;
  /** What the chance to buy within the horizon of the terms is called. */
  readonly buys: string;
  /** What the chance of the list itself is called; null where it has none. */
  readonly chance: string | null;
}

const ON_SCREEN: readonly Sort[] = [
  'customer_id',
  'segment',
  'reason',
  'chance',
  'p_buys',
  'value',
  'lateness',
  'last_day',
  'recency',
  'reference_gap',
  'usual_gap',
  'frequency',
  'orders',
  'monetary',
  'r',
  'f',
  'm',
  'first_day',
  'first_channel',
  'first_category',
  'first_region',
  'first_tier',
  'first_shop'
];

const IN_FILE: readonly Sort[] = [
  'customer_id',
  'segment',
  'r',
  'f',
  'm',
  'reason',
  'chance',
  'first_day',
  'last_day',
  'recency',
  'frequency',
  'orders',
  'monetary',
  'usual_gap',
  'reference_gap',
  'lateness',
  'p_buys',
  'value',
  'first_channel',
  'first_category',
  'first_region',
  'first_tier',
  'first_shop'
];

function columns(ids: readonly Sort[], { locale, dimensions, hasReason, hasAhead, buys, chance }: Listed): ListColumn[] {
  const { usualGap, referenceGap, lateness, reason } = SIGNS[locale].columns;
  const labels: Readonly<Record<Sort, string>> = {
    ...WORDS[locale].columns,
    usual_gap: usualGap,
    reference_gap: referenceGap,
    lateness,
    reason,
    p_buys: buys,
    chance: chance ?? ''
  };
  const known = new Set<string>(DIMENSIONS.filter((dimension) => dimensions.includes(dimension)).map((dimension) => `first_${dimension}`));
  const isShown = (id: Sort): boolean => {
    if (id === 'reason') return hasReason;
    if (id === 'chance') return chance !== null;
    if ((AHEAD as readonly Sort[]).includes(id)) return hasAhead;
    return !id.startsWith('first_') || id === 'first_day' || known.has(id);
  };
  return ids.filter(isShown).map((id) => ({
    id,
    label: labels[id],
    kind: KINDS[id],
    ...(id === 'p_buys' ? { digits: 0 } : id === 'lateness' ? { digits: 1 } : {}),
    ...(id === 'segment' ? { look: 'chip' as const } : {})
  }));
}

/** Columns of the list on screen; dimensions that no file has are left out. */
export function listColumns(listed: Listed): ListColumn[] {
  return columns(ON_SCREEN, listed);
}

/** Columns of the exported list, whatever the screen shows. */
export function exportColumns(listed: Listed): ListColumn[] {
  return columns(IN_FILE, listed);
}

/** A customer's cells under these columns; the segment by its name. */
export function exportRow(row: ListRow, of: readonly ListColumn[], locale: Locale): Cell[] {
  return of.map(({ id }) => (id === 'segment' ? segmentName(row.segment, locale) : row[id]));
}

/** How wide each column of the list is: ids and names give way, numbers and their names keep their room. */
export function tracksOf(columns: readonly ListColumn[]): string[] {
  return columns.map(({ id, kind, label }) => {
    if (id === 'customer_id') return 'minmax(132px, 1.6fr)';
    if (id === 'r' || id === 'f' || id === 'm') return 'minmax(36px, 0.4fr)';
    if (id === 'reason') return 'minmax(260px, 3fr)';
    if (id === 'segment') return 'minmax(150px, 1.4fr)';
    if (kind === 'text') return 'minmax(116px, 1.2fr)';
    return `minmax(${Math.max(kind === 'date' ? 104 : 82, widthOf(label))}px, 1fr)`;
  });
}

/** About how many pixels a column's name takes, with its room: a Chinese character is twice as wide as a letter. */
function widthOf(label: string): number {
  return 24 + [...label].reduce((sum, char) => sum + (char > '\u2e80' ? 14 : 7), 0);
}
