import { literal } from '../engine/sql.ts';
import { normaliseHeader } from './header.ts';
import { looksLikeDate, shareOf } from './value-shapes.ts';

/** How a length of time is written: a number of these, or a clock such as 26:30:15 (hours, minutes, seconds). */
export type SpanUnit = 'days' | 'hours' | 'minutes' | 'seconds' | 'clock';

const UNITS: readonly (readonly [RegExp, SpanUnit])[] = [
  [/小时|时长.*时\)|\b(hrs?|hours?)\b/, 'hours'],
  [/分钟|\b(mins?|minutes?)\b/, 'minutes'],
  [/秒|\b(secs?|seconds?)\b/, 'seconds'],
  [/天|工作日|\bdays?\b/, 'days']
];

const CLOCK = /^\d{1,4}:[0-5]\d(:[0-5]\d)?$/;

/**
 * The unit of a column that says how long something took (`first_reply`, `resolved`), by its header and first
 * values; null where the cells are moments. Plain numbers under a header without a unit are hours.
 */
export function spanUnit(header: string, values: readonly string[]): SpanUnit | null {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (shareOf(filled, looksLikeDate) >= 0.5) return null;
  if (shareOf(filled, (value) => CLOCK.test(value)) >= 0.5) return 'clock';
  // A unit behind the numbers says more than the header.
  const said = filled.map((value) => /^-?[\d.,]+\s*([^\d\s.,].*)$/.exec(value.toLowerCase())?.[1]).find((text) => text !== undefined);
  const named = unitIn(said ?? '') ?? unitIn(normaliseHeader(header).replaceAll('_', ' '));
  if (named !== null) return named;
  return shareOf(filled, (value) => /^\d{1,6}([.,]\d+)?$/.test(value)) >= 0.5 ? 'hours' : null;
}

function unitIn(text: string): SpanUnit | null {
  const short: Readonly<Record<string, SpanUnit>> = { d: 'days', h: 'hours', m: 'minutes', s: 'seconds' };
  return short[text] ?? UNITS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const HOURS: Readonly<Record<Exclude<SpanUnit, 'clock'>, string>> = { days: '* 24', hours: '* 1', minutes: '/ 60', seconds: '/ 3600' };

/** SQL: hours, as a double, of a cell that says how long something took; null where it cannot be read. `isText`: the cell is text. */
export function spanHours(cell: string, isText: boolean, unit: SpanUnit): string {
  if (!isText) return unit === 'clock' ? 'cast(null as double)' : `cast(${cell} as double) ${HOURS[unit]}`;
  if (unit !== 'clock')
    return `try_cast(regexp_extract(replace(${cell}, ',', ''), ${literal('^\\s*(\\d+(\\.\\d+)?)')}, 1) as double) ${HOURS[unit]}`;
  const part = (place: number) => `try_cast(nullif(split_part(trim(${cell}), ':', ${place}), '') as double)`;
  return `case when regexp_full_match(trim(${cell}), ${literal('\\d{1,4}:[0-5]\\d(:[0-5]\\d)?')}) then ${part(1)} + ${part(2)} / 60 + coalesce(${part(3)}, 0) / 3600 end`;
}
