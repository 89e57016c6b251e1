import { quoteText } from '../engine/sql.ts';
import { hasManyBlanks, isBlankCell } from './blank-cells.ts';
import { DATE_FORMATS, inOrder, readingOf, shapeOf, type DateFormat, type DateReading } from './date-patterns.ts';
import { idExpression } from './id-text.ts';
import { countsOf, sampleOf, type RawTable, type Run } from './raw-table.ts';

export interface DateDecision {
  /** In order of use; a column may mix forms that read themselves. Empty when no cell is a date. */
  readonly readings: readonly DateReading[];
  readonly filled: number;
  /** Filled cells that none of `readings` reads: impossible days among them. */
  readonly unreadable: number;
  /** A cell that reads both ways, when only the user can decide; else null. It is then read month first. */
  readonly ambiguous: string | null;
  /** Cells written with day and month first, which `ambiguous` and the user's answer are about. */
  readonly dayMonth: number;
}

/** The decision for a column that the reader has typed. */
export const TYPED_DATES: DateDecision = {
  readings: [{ format: 'typed', pattern: null }],
  filled: 0,
  unreadable: 0,
  ambiguous: null,
  dayMonth: 0
};

// A zone after a time is dropped: the shop's wall time is the purchase day's clock.
const ZONE = String.raw`(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?) ?(?:Z|[+-]\d{1,2}:?\d{0,2}|\(?[A-Z]{3,5}\)?(?:[+-]\d{1,2})?)$`;
const CLOCKS = ['', ' %H', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'] as const;

const SHAPES = {
  ymd: String.raw`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\D|$)`,
  dayMonth: String.raw`^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:\D|$)`,
  dayFirst: String.raw`^(?:1[3-9]|[2-9]\d)[-/.](?:0?\d|1[0-2])[-/.]`,
  monthFirst: String.raw`^(?:0?\d|1[0-2])[-/.](?:1[3-9]|[2-9]\d)[-/.]`,
  dotted: String.raw`^\d{1,2}\.\d{1,2}\.`,
  monthName: String.raw`^(?:[A-Za-z]{3,9},? +)?(?:[A-Za-z]{3,9}[-. ]+\d{1,2}(?:st|nd|rd|th)?[-, ]+\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[- ][A-Za-z]{3,9}[-,. ]+\d{2,4})(?:\D|$)`,
  chinese: String.raw`^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日?`,
  compact: String.raw`^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$`,
  serial: String.raw`^[2-7]\d{4}(?:\.\d+)?$`,
  unixSeconds: String.raw`^[1-9]\d{8,9}(?:\.\d+)?$`,
  unixMs: String.raw`^[1-9]\d{11,12}$`
} as const;

/** SQL: a moment as timestamp without zone (an offset is dropped: wall time stays), or null where it cannot be read. */
export function dateExpression(column: string, readings: readonly DateReading[]): string {
  if (readings.length === 0) return 'cast(null as timestamp)';
  const [only] = readings;
  // DuckDB's own reading takes 2016-05-23, 2016/5/23 22:02 and 2016-05-23T22:02:03+08:00, and keeps the wall time.
  if (readings.length === 1 && only?.format === 'iso' && !only.isGuarded) return `try_cast(${column} as timestamp)`;
  const each = readings.map(({ format, pattern }) => {
    if (pattern !== null)
      return `case when regexp_full_match(${column}, ${quoteText(shapeOf(pattern))}) then try_strptime(${column}, ${quoteText(pattern)}) end`;
    return IN_GENERAL[format](NEEDS_NO_TIDYING.has(format) ? column : cleaned(column));
  });
  return each.length === 1 ? (each[0] ?? '') : `coalesce(${each.join(', ')})`;
}

/** SQL: the day in `date` with the time of day in the text cell `clock`; midnight where that cannot be read. */
export function withClock(date: string, clock: string): string {
  const text = `trim(${clock})`;
  return `(cast(${date} as date) + coalesce(try_cast(${text} as time), cast(try_strptime(upper(${text}), ['%I:%M %p', '%I:%M:%S %p', '%H:%M']) as time), time '00:00:00'))`;
}

/** Wrappings off, zone off. */
function cleaned(column: string): string {
  return `regexp_replace(${idExpression(column, 'text')}, '${ZONE}', '\\1')`;
}

function parsed(text: string, dates: readonly string[]): string {
  const formats = dates.flatMap((date) => CLOCKS.map((clock) => `'${date}${clock}'`));
  return `try_strptime(${text}, [${formats.join(', ')}])`;
}

/** Day and month at the front brought behind the year; two-digit years from 70 on are of the last century. */
function yearFirst(text: string, order: 'mdy' | 'dmy'): string {
  const places = order === 'mdy' ? '\\1-\\2' : '\\2-\\1';
  const head = String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.]`;
  return `regexp_replace(regexp_replace(regexp_replace(${text}, '${head}(\\d{4})', '\\3-${places}'), '${head}([7-9]\\d)(\\D|$)', '19\\3-${places}\\4'), '${head}(\\d{2})(\\D|$)', '20\\3-${places}\\4')`;
}

const dashed = (text: string) => `regexp_replace(replace(${text}, '/', '-'), '^(\\d{4})\\.(\\d{1,2})\\.', '\\1-\\2-')`;
const spaced = (text: string) => `regexp_replace(${text}, '[T, ]+', ' ', 'g')`;
const whenShaped = (text: string, shape: keyof typeof SHAPES, moment: string) =>
  `case when regexp_matches(${text}, '${SHAPES[shape]}') then ${moment} end`;
const NEEDS_NO_TIDYING: ReadonlySet<DateFormat> = new Set(['typed', 'iso']);

/** Each form read tolerantly, from a tidied text. */
const IN_GENERAL: Readonly<Record<DateFormat, (text: string) => string>> = {
  typed: (column) => `cast(${column} as timestamp)`,
  iso: (column) => whenShaped(column, 'ymd', `try_cast(${column} as timestamp)`),
  ymd: (text) => whenShaped(text, 'ymd', parsed(spaced(dashed(text)), ['%Y-%m-%d'])),
  mdy: (text) => whenShaped(text, 'dayMonth', parsed(spaced(yearFirst(text, 'mdy')), ['%Y-%m-%d'])),
  dmy: (text) => whenShaped(text, 'dayMonth', parsed(spaced(yearFirst(text, 'dmy')), ['%Y-%m-%d'])),
  // %y stands before %Y, because %Y takes 26 for the year 26.
  'month-name': (text) => whenShaped(text, 'monthName', parsed(monthNamed(text), ['%b %d %y', '%b %d %Y', '%d %b %y', '%d %b %Y'])),
  chinese: (text) => whenShaped(text, 'chinese', `try_cast(${chineseDashed(text)} as timestamp)`),
  compact: (text) =>
    whenShaped(
      text,
      'compact',
      `case length(${text}) when 8 then try_strptime(${text}, '%Y%m%d') when 12 then try_strptime(${text}, '%Y%m%d%H%M') else try_strptime(${text}, '%Y%m%d%H%M%S') end`
    ),
  // Excel counts days from 1899-12-30 (its 1900 is a leap year); times are the fraction, to the second.
  'excel-serial': (text) => whenShaped(text, 'serial', `timestamp '1899-12-30' + to_seconds(round(cast(${text} as double) * 86400))`),
  'unix-s': (text) => whenShaped(text, 'unixSeconds', `make_timestamp(cast(cast(${text} as double) * 1000000 as bigint))`),
  'unix-ms': (text) => whenShaped(text, 'unixMs', `make_timestamp(cast(${text} as bigint) * 1000)`)
};

/** "Mon, 23 Sep 2024 14:21:24", "July 5th, 2026", "Jul-25-26" as "23 Sep 2024 14:21:24", "Jul 5 2026", "Jul 25 26". */
function monthNamed(text: string): string {
  const withoutWeekday = `regexp_replace(${text}, '^[A-Za-z]{3,9}(?:, *| +)(\\d{1,2}\\D|[A-Za-z]{3,9} )', '\\1')`;
  const isMonthFirst = `case when regexp_matches(${text}, '^(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)') then ${text} else ${withoutWeekday} end`;
  const plainDay = `regexp_replace(${isMonthFirst}, '(\\d)(?:st|nd|rd|th)\\b', '\\1')`;
  const shortMonth = `regexp_replace(${plainDay}, '([A-Za-z]{3})[a-z]+', '\\1')`;
  return `regexp_replace(regexp_replace(${shortMonth}, '^([^:]*?)[-.,]+ *([^:]*?)[-.,]+ *', '\\1 \\2 '), '[T, ]+', ' ', 'g')`;
}

/** "2026年9月3日 12时30分" as "2026-9-3 12:30". */
function chineseDashed(text: string): string {
  const day = `regexp_replace(${text}, '^(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日? *', '\\1-\\2-\\3 ')`;
  return `rtrim(replace(replace(replace(replace(${day}, '时', ':'), '点', ':'), '分', ':'), '秒', ''), ': ')`;
}

/**
 * Decides how the text column is written, from all its rows. A sample says which patterns to try; every row
 * is then read by them, and what they do not read is looked at in general.
 */
export async function decideDates(run: Run, raw: RawTable, column: string): Promise<DateDecision> {
  const sample = await sampleOf(run, raw, column);
  const exact = frequentReadings(sample).map((reading) => (hasManyBlanks(sample) ? { ...reading, isGuarded: true } : reading));
  const isDayMonth = (reading: DateReading) => reading.format === 'mdy';
  const counts = exact.some(isDayMonth) ? await dayMonthCounts(run, `select ${column} as text, 1 as rows from ${raw.name}`) : NO_DAY_MONTH;
  const readings = exact.map((reading) => inOrder(reading, orderOf(counts)));

  const whole = await run(
    `select count(${column}) as cells, count(${dateExpression(column, readings)}) as read, coalesce(min(${dateExpression(column, readings)}) < timestamp '1900-01-01', false) as is_ancient from ${raw.name}`
  );
  const count = countsOf(whole);
  if (count('cells') === count('read') && count('is_ancient') === 0)
    return { readings, filled: count('cells'), unreadable: 0, ambiguous: ambiguousOf(counts, sample), dayMonth: counts.all };

  // Guarded, so that 10-05-26 is not the year 10.
  const guarded: readonly DateReading[] = count('is_ancient') > 0 ? readings.filter(({ format }) => format !== 'iso') : readings;
  const rest = await run(`select ${cleaned('text')} as text, cast(sum(rows) as bigint) as rows from (
    select ${column} as text, count(*) as rows from ${raw.name} where ${column} is not null and ${dateExpression(column, guarded)} is null group by 1) as cells
    where not ${isBlankCell('text')} group by 1 limit ${MOST_LEFT}`);
  const left = Array.from({ length: rest.rows }, (_, row) => ({ text: String(rest.at(row, 0) ?? ''), rows: Number(rest.at(row, 1)) }));
  const decision = await withRest(run, { readings: guarded, counts, sample }, left, await filledCells(run, raw, column, count('cells')));
  if (left.length < MOST_LEFT) return decision;
  const read = await run(`select count(${dateExpression(column, decision.readings)}) from ${raw.name}`);
  return { ...decision, unreadable: decision.filled - Number(read.at(0, 0)) };
}

/** So many different leftovers say well enough how they are written. */
const MOST_LEFT = 20_000;

async function filledCells(run: Run, raw: RawTable, column: string, cells: number): Promise<number> {
  const blanks = await run(`select count(*) from ${raw.name} where ${column} is not null and ${isBlankCell(column)}`);
  return cells - Number(blanks.at(0, 0));
}

interface SoFar {
  readonly readings: readonly DateReading[];
  readonly counts: DayMonthCounts;
  readonly sample: readonly string[];
}

/** Reads the leftovers in general and completes the decision. */
async function withRest(
  run: Run,
  so: SoFar,
  left: readonly { readonly text: string; readonly rows: number }[],
  filled: number
): Promise<DateDecision> {
  if (left.length === 0)
    return { readings: so.readings, filled, unreadable: 0, ambiguous: ambiguousOf(so.counts, so.sample), dayMonth: so.counts.all };
  const values = `(values ${left.map(({ text, rows }) => `(${quoteText(text.replaceAll('\0', ''))}, ${rows})`).join(', ')}) as cells(text, rows)`;
  const counts = so.counts.all > 0 ? so.counts : await dayMonthCounts(run, `select text, rows from ${values}`);
  const order = orderOf(counts);
  // What is ISO but for its wrapping is read as year, month, day.
  const general = DATE_FORMATS.filter((format) => format !== 'iso' && ((format !== 'mdy' && format !== 'dmy') || format === order));
  const sums = countsOf(
    await run(
      `select ${general.map((format) => `coalesce(sum(rows) filter (where ${IN_GENERAL[format]('text')} is not null), 0) as "${format}"`).join(', ')} from ${values}`
    )
  );
  // Bare numbers are dates only where most cells are of that form.
  const isNumeric = (format: DateFormat) => format === 'compact' || format === 'excel-serial' || format.startsWith('unix');
  const used = general.filter((format) => (isNumeric(format) ? sums(format) * 2 > filled : sums(format) > 0));
  const readings = [
    ...so.readings.map((reading) => inOrder(reading, order)),
    ...used.map((format): DateReading => ({ format, pattern: null }))
  ];
  const unread = left.reduce((sum, { rows }) => sum + rows, 0) - used.reduce((sum, format) => sum + sums(format), 0);
  return {
    readings,
    filled,
    unreadable: Math.max(0, unread),
    ambiguous: ambiguousOf(counts, [...so.sample, ...left.map(({ text }) => text)]),
    dayMonth: counts.all
  };
}

/** The exact readings of a sample, most frequent first; bare numbers only where most cells are such. */
function frequentReadings(sample: readonly string[]): DateReading[] {
  const found = new Map<string, { reading: DateReading; rows: number }>();
  for (const text of sample) {
    const reading = readingOf(text);
    if (!reading) continue;
    const key = `${reading.format} ${reading.pattern}`;
    const known = found.get(key);
    if (known) known.rows++;
    else found.set(key, { reading, rows: 1 });
  }
  return [...found.values()]
    .filter(({ reading, rows }) => reading.pattern !== null || reading.format === 'iso' || rows * 2 > sample.length)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, 6)
    .map(({ reading }) => reading);
}

interface DayMonthCounts {
  readonly all: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly dotted: number;
}
const NO_DAY_MONTH: DayMonthCounts = { all: 0, dayFirst: 0, monthFirst: 0, dotted: 0 };

async function dayMonthCounts(run: Run, texts: string): Promise<DayMonthCounts> {
  const rows = (shape: keyof typeof SHAPES) => `coalesce(sum(rows) filter (where regexp_matches(text, '${SHAPES[shape]}')), 0)`;
  const count = countsOf(
    await run(
      `select ${rows('dayMonth')} as day_month, ${rows('dayFirst')} as day_first, ${rows('monthFirst')} as month_first, ${rows('dotted')} as dotted from (${texts}) as texts`
    )
  );
  return { all: count('day_month'), dayFirst: count('day_first'), monthFirst: count('month_first'), dotted: count('dotted') };
}

function orderOf({ all, dayFirst, monthFirst, dotted }: DayMonthCounts): 'mdy' | 'dmy' {
  // With points it is the continental way unless a cell says otherwise.
  return dayFirst > monthFirst || (all > 0 && dotted === all && monthFirst === 0) ? 'dmy' : 'mdy';
}

/** A cell to ask about when no row decides: one whose two readings differ, if there is one. */
function ambiguousOf(counts: DayMonthCounts, sample: readonly string[]): string | null {
  const { all, dayFirst, monthFirst, dotted } = counts;
  if (all === 0 || dayFirst !== monthFirst || dotted === all) return null;
  const candidates = sample.filter((text) => new RegExp(SHAPES.dayMonth).test(text)).sort();
  return (
    candidates.find((text) =>
      /^0?(\d+)\D0?(\d+)/
        .exec(text)
        ?.slice(1)
        .some((part, index, parts) => index > 0 && part !== parts[0])
    ) ??
    candidates[0] ??
    null
  );
}

/** The decision once it is known how day and month stand; `ambiguous` stays, so that the answer can be changed. */
export function withDateOrder(decision: DateDecision, order: 'mdy' | 'dmy'): DateDecision {
  return { ...decision, readings: decision.readings.map((reading) => inOrder(reading, order)) };
}

/** How day and month stand in the column's dates, or null when it has none of that form. */
export function dateOrder(decision: DateDecision): 'mdy' | 'dmy' | null {
  const format = decision.readings.find((reading) => reading.format === 'mdy' || reading.format === 'dmy')?.format;
  return format === 'mdy' || format === 'dmy' ? format : null;
}
