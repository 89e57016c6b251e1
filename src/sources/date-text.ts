import { idExpression } from './id-text.ts';
import { BLANK_LIST } from './money-text.ts';
import { countsOf, type RawTable, type Run } from './raw-table.ts';

/** The ways dates are written. `dmy` and `mdy` are decided per column; the others read themselves. */
export const DATE_FORMATS = ['iso', 'ymd', 'mdy', 'dmy', 'month-name', 'chinese', 'compact', 'excel-serial', 'unix-s', 'unix-ms'] as const;
export type DateFormat = 'typed' | (typeof DATE_FORMATS)[number];

export interface DateDecision {
  /** In order of use; a column may mix forms that read themselves. Empty when no cell is a date. */
  readonly formats: readonly DateFormat[];
  readonly filled: number;
  /** Filled cells that none of `formats` reads: impossible days among them. */
  readonly unreadable: number;
  /** A cell that reads both ways, when only the user can decide; else null. `formats` then holds 'mdy'. */
  readonly ambiguous: string | null;
  /** Cells written with day and month first, which `ambiguous` and the user's answer are about. */
  readonly dayMonth: number;
}

// A zone after a time is dropped: the shop's wall time is the purchase day's clock.
const ZONE = String.raw`(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?) ?(?:Z|[+-]\d{1,2}:?\d{0,2}|\(?[A-Z]{3,5}\)?(?:[+-]\d{1,2})?)$`;
const CLOCKS = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p'] as const;

const SHAPES = {
  ymd: String.raw`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\D|$)`,
  dayMonth: String.raw`^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:\D|$)`,
  monthName: String.raw`^(?:[A-Za-z]{3,9},? +)?(?:[A-Za-z]{3,9}[-. ]+\d{1,2}(?:st|nd|rd|th)?[-, ]+\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[- ][A-Za-z]{3,9}[-,. ]+\d{2,4})(?:\D|$)`,
  chinese: String.raw`^\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日?`,
  compact: String.raw`^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$`,
  serial: String.raw`^[2-7]\d{4}(?:\.\d+)?$`,
  unixSeconds: String.raw`^[1-9]\d{8,9}(?:\.\d+)?$`,
  unixMs: String.raw`^[1-9]\d{11,12}$`
} as const;

/** SQL: a moment as timestamp without zone (an offset is dropped: wall time stays), or null where it cannot be read. */
export function dateExpression(column: string, formats: readonly DateFormat[]): string {
  if (formats[0] === 'typed') return `cast(${column} as timestamp)`;
  if (formats.length === 0) return 'cast(null as timestamp)';
  const readings = formats.map((format) => READ[format](format === 'iso' ? column : cleaned(column)));
  return readings.length === 1 ? (readings[0] ?? '') : `coalesce(${readings.join(', ')})`;
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

const inEra = (moment: string) => `case when ${moment} >= timestamp '1900-01-01' then ${moment} end`;

/** Day and month at the front brought behind the year; two-digit years from 70 on are of the last century. */
function yearFirst(text: string, order: 'mdy' | 'dmy'): string {
  const places = order === 'mdy' ? '\\1-\\2' : '\\2-\\1';
  const head = String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.]`;
  return `case when regexp_matches(${text}, '${head}') then
    regexp_replace(regexp_replace(regexp_replace(${text}, '${head}(\\d{4})', '\\3-${places}'), '${head}([7-9]\\d)(\\D|$)', '19\\3-${places}\\4'), '${head}(\\d{2})(\\D|$)', '20\\3-${places}\\4') end`;
}

const dashed = (text: string) => `regexp_replace(replace(replace(${text}, '/', '-'), '年', '-'), '^(\\d{4})\\.(\\d{1,2})\\.', '\\1-\\2-')`;
const spaced = (text: string) => `regexp_replace(regexp_replace(${text}, ',(\\S)', ' \\1'), '[T, ]+', ' ', 'g')`;

function dayMonthYear(text: string, order: 'mdy' | 'dmy'): string {
  const moment = `try_cast(${yearFirst(text, order)} as timestamp)`;
  return `coalesce(${inEra(moment)}, ${parsed(spaced(yearFirst(text, order)), ['%Y-%m-%d'])})`;
}

const READ: Readonly<Record<DateFormat, (text: string) => string>> = {
  typed: (column) => `cast(${column} as timestamp)`,
  // DuckDB's own reading takes 2016-05-23, 2016/5/23 22:02 and 2016-05-23T22:02:03+08:00, and keeps the wall time.
  iso: (column) => inEra(`try_cast(${column} as timestamp)`),
  ymd: (text) => `case when regexp_matches(${text}, '${SHAPES.ymd}') then coalesce(try_cast(${dashed(text)} as timestamp), ${parsed(spaced(dashed(text)), ['%Y-%m-%d'])}) end`,
  mdy: (text) => dayMonthYear(text, 'mdy'),
  dmy: (text) => dayMonthYear(text, 'dmy'),
  'month-name': (text) => `case when regexp_matches(${text}, '${SHAPES.monthName}') then ${parsed(monthNamed(text), ['%b %d %y', '%b %d %Y', '%d %b %y', '%d %b %Y'])} end`,
  chinese: (text) => `case when regexp_matches(${text}, '${SHAPES.chinese}') then try_cast(${chineseDashed(text)} as timestamp) end`,
  compact: (text) => `case when regexp_matches(${text}, '${SHAPES.compact}') then case length(${text}) when 8 then try_strptime(${text}, '%Y%m%d') when 12 then try_strptime(${text}, '%Y%m%d%H%M') else try_strptime(${text}, '%Y%m%d%H%M%S') end end`,
  // Excel counts days from 1899-12-30 (its 1900 is a leap year); times are the fraction, to the second.
  'excel-serial': (text) => `case when regexp_matches(${text}, '${SHAPES.serial}') then timestamp '1899-12-30' + to_seconds(round(cast(${text} as double) * 86400)) end`,
  'unix-s': (text) => `case when regexp_matches(${text}, '${SHAPES.unixSeconds}') then make_timestamp(cast(cast(${text} as double) * 1000000 as bigint)) end`,
  'unix-ms': (text) => `case when regexp_matches(${text}, '${SHAPES.unixMs}') then make_timestamp(cast(${text} as bigint) * 1000) end`
};

// %y stands before %Y in the formats, because %Y takes 26 for the year 26.
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

/** Decides how the text column is written, from all its rows: one scan where it is ISO, two where it is not. */
export async function decideDates(run: Run, raw: RawTable, column: string): Promise<DateDecision> {
  const filledTest = `${column} is not null and lower(trim(${column})) not in (${BLANK_LIST})`;
  const first = countsOf(
    await run(`select count(*) filter (where ${filledTest}) as filled, count(${READ.iso(column)}) as iso from ${raw.name}`)
  );
  const filled = first('filled');
  if (filled === first('iso')) return { formats: filled === 0 ? [] : ['iso'], filled, unreadable: 0, ambiguous: null, dayMonth: 0 };

  const others = `select text, rows from (
    select ${cleaned(column)} as text, count(*) as rows from ${raw.name} where ${filledTest} and ${READ.iso(column)} is null group by 1)`;
  const head = (place: 1 | 2) => `try_cast(regexp_extract(text, '^(\\d{1,2})[-/.](\\d{1,2})[-/.]', ${place}) as integer)`;
  const rows = (test: string) => `coalesce(sum(rows) filter (where ${test}), 0)`;
  const readBy = (format: DateFormat) => `${rows(`${READ[format]('text')} is not null`)} as "${format}"`;
  const isDayMonth = `regexp_matches(text, '${SHAPES.dayMonth}')`;
  const result = await run(`with others as (${others})
    select ${DATE_FORMATS.filter((format) => format !== 'iso').map(readBy).join(', ')},
      ${rows(isDayMonth)} as day_month,
      ${rows(`${isDayMonth} and ${head(1)} > 12 and ${head(2)} <= 12`)} as day_first,
      ${rows(`${isDayMonth} and ${head(2)} > 12 and ${head(1)} <= 12`)} as month_first,
      ${rows(`${isDayMonth} and contains(text, '.') `)} as dotted,
      min(text) filter (where ${isDayMonth} and ${head(1)} <> ${head(2)}) as example,
      min(text) filter (where ${isDayMonth}) as any_example
    from others`);
  const count = countsOf(result);
  const textOf = (name: string) => {
    const place = result.columns.findIndex((one) => one.name === name);
    const value = result.at(0, place);
    return typeof value === 'string' ? value : null;
  };
  const isUndecided = count('day_month') > 0 && count('day_first') === count('month_first') && count('dotted') < count('day_month');
  const order: DateFormat = count('day_first') > count('month_first') || (count('dotted') === count('day_month') && count('month_first') === 0) ? 'dmy' : 'mdy';
  // Bare numbers are dates only where most cells are of that form.
  const isNumeric = (format: DateFormat) => format === 'compact' || format === 'excel-serial' || format.startsWith('unix');
  const formats = DATE_FORMATS.filter((format) => {
    if (format === 'mdy' || format === 'dmy') return format === order && count(format) > 0;
    if (format === 'iso') return first('iso') > 0;
    return isNumeric(format) ? count(format) * 2 > filled : count(format) > 0;
  });
  const read = formats.reduce((sum, format) => sum + (format === 'iso' ? first('iso') : count(format)), 0);
  return { formats, filled, unreadable: filled - read, ambiguous: isUndecided ? (textOf('example') ?? textOf('any_example')) : null, dayMonth: count('day_month') };
}

/** The decision once it is known how day and month stand; `ambiguous` stays, so that the answer can be changed. */
export function withDateOrder(decision: DateDecision, order: 'mdy' | 'dmy'): DateDecision {
  return { ...decision, formats: decision.formats.map((format) => (format === 'mdy' || format === 'dmy' ? order : format)) };
}
