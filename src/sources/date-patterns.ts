/** The ways dates are written. `dmy` and `mdy` are decided per column; the others read themselves. */
export const DATE_FORMATS = ['iso', 'ymd', 'mdy', 'dmy', 'month-name', 'chinese', 'compact', 'excel-serial', 'unix-s', 'unix-ms'] as const;
export type DateFormat = 'typed' | (typeof DATE_FORMATS)[number];

/** One way to read cells: by a strptime pattern that fits them exactly, or in general (tolerant, and slower). */
export interface DateReading {
  readonly format: DateFormat;
  readonly pattern: string | null;
  /** Look before reading, because many cells hold no date. */
  readonly isGuarded?: boolean;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const ISO = /^\d{4}([-/])\d{1,2}\1\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:\d{2})?)?)?$/;
const CLOCK = /^([ T,]+)\d{1,2}:\d{2}(:\d{2}(\.\d{1,6})?)?( ?)([AaPp][Mm])?(Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4})?$/;

/** The reading that fits a cell exactly as it stands, or null. Day and month first is given as `mdy`. */
export function readingOf(text: string): DateReading | null {
  if (ISO.test(text)) return { format: 'iso', pattern: null };
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{4}|\d{6})?$/.test(text)) return { format: 'compact', pattern: null };
  if (/^[2-7]\d{4}(\.\d+)?$/.test(text)) return { format: 'excel-serial', pattern: null };
  if (/^[1-9]\d{8,9}(\.\d+)?$/.test(text)) return { format: 'unix-s', pattern: null };
  if (/^[1-9]\d{11,12}$/.test(text)) return { format: 'unix-ms', pattern: null };
  for (const [format, head, patternOf] of HEADS) {
    const match = head.exec(text);
    const day = match ? patternOf(match) : null;
    const clock = match ? clockPattern(text.slice(match[0].length)) : null;
    if (day !== null && clock !== null) return { format, pattern: day + clock };
  }
  return null;
}

const year = (digits: string | undefined) => (digits?.length === 4 ? '%Y' : '%y');
const monthName = (name: string | undefined) => {
  const place = MONTHS.findIndex((month) => month === name?.toLowerCase() || month.slice(0, 3) === name?.toLowerCase());
  return place < 0 ? null : name?.length === 3 ? '%b' : '%B';
};
const weekday = (name: string | undefined, gap: string | undefined) => (name === undefined ? '' : `%a${gap ?? ''}`);

const HEADS: readonly (readonly [DateFormat, RegExp, (match: RegExpExecArray) => string | null])[] = [
  ['ymd', /^\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/, ([, mark]) => `%Y${mark}%m${mark}%d`],
  ['mdy', /^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d{2})(?!\d)/, ([, mark, digits]) => `%m${mark}%d${mark}${year(digits)}`],
  ['chinese', /^\d{4}年\d{1,2}月\d{1,2}日/, () => '%Y年%m月%d日'],
  [
    'month-name',
    /^(?:([A-Za-z]{3})(, ?| ))?([A-Za-z]{3,9})([-. ]+)\d{1,2}([-, ]+)(\d{4}|\d{2})(?!\d)/,
    ([, day, gap, name, first, second, digits]) =>
      monthName(name) === null ? null : `${weekday(day, gap)}${monthName(name)}${first}%d${second}${year(digits)}`
  ],
  [
    'month-name',
    /^(?:([A-Za-z]{3})(, ?| ))?\d{1,2}([- ])([A-Za-z]{3,9})([-, ]+)(\d{4}|\d{2})(?!\d)/,
    ([, day, gap, first, name, second, digits]) =>
      monthName(name) === null ? null : `${weekday(day, gap)}%d${first}${monthName(name)}${second}${year(digits)}`
  ]
];

/** The zone stays as it is written: dropped, not converted, because the shop's clock decides the purchase day. */
function clockPattern(rest: string): string | null {
  if (rest === '') return '';
  // Public logs with hours only: 2014-12-06 02.
  if (/^[ T]\d{1,2}$/.test(rest)) return `${rest.charAt(0)}%H`;
  const match = CLOCK.exec(rest);
  if (!match) return null;
  const [, gap, seconds, fraction, space, half, zone] = match;
  return `${gap}${half ? '%I' : '%H'}:%M${seconds ? ':%S' : ''}${fraction ? '.%f' : ''}${space ?? ''}${half ? '%p' : ''}${zone ?? ''}`;
}

const SHAPES: Readonly<Record<string, string>> = {
  '%Y': '[0-9]{4}',
  '%y': '[0-9]{2}',
  '%m': '[0-9]{1,2}',
  '%d': '[0-9]{1,2}',
  '%H': '[0-9]{1,2}',
  '%I': '[0-9]{1,2}',
  '%M': '[0-9]{2}',
  '%S': '[0-9]{2}',
  '%f': '[0-9]{1,6}',
  '%p': '[AaPp][Mm]',
  '%b': '[A-Za-z]{3}',
  '%B': '[A-Za-z]{3,9}',
  '%a': '[A-Za-z]{3}'
};

/** A regular expression that cells of a pattern match: asked first, because a failing strptime costs ten times a look. */
export function shapeOf(pattern: string): string {
  return pattern.replace(/%[A-Za-z]|[.+*?()[\]{}|^$\\]/g, (token) => SHAPES[token] ?? `\\${token}`);
}

/** The reading with day and month in the given order. */
export function inOrder(reading: DateReading, order: 'mdy' | 'dmy'): DateReading {
  if (reading.format !== 'mdy' && reading.format !== 'dmy') return reading;
  const head = order === 'mdy' ? '%m$1%d' : '%d$1%m';
  return { ...reading, format: order, pattern: reading.pattern?.replace(/^%[md](.)%[md]/, head) ?? null };
}
