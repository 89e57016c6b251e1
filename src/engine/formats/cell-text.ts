import type { NumberKind } from './number-format.ts';

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1000;
/** The first day after 9999-12-31, the last that Excel knows. */
const NO_DAY = 2_958_466;

/** A number as the shortest decimal that is exactly it, never in scientific form. */
export function numberText(value: number): string {
  const text = String(value);
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!found) return text === '-0' ? '0' : text;
  const [, sign = '', first = '', more = '', power = '0'] = found;
  const digits = first + more;
  const point = Number(power) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}

/** Whether a whole number has more digits than a spreadsheet keeps: its last ones were lost before it came here. */
export function hasLostDigits(value: number): boolean {
  return Math.abs(value) >= 1e15 && Number.isInteger(value);
}

/** Numbers of cells as text: dates and times in ISO form without zone, by the workbook's date system. */
export class CellNumbers {
  readonly #is1904: boolean;
  readonly #days = new Map<number, string>();

  constructor(is1904: boolean) {
    this.#is1904 = is1904;
  }

  /** A day as `2026-01-31`, with its time as `2026-01-31 13:05:00` where the format or the number has one. */
  text(value: number, kind: NumberKind): string {
    if (kind === 'number' || value < 0 || value >= NO_DAY) return numberText(value);
    if (kind === 'elapsed') return clock(Math.round(value * DAY_SECONDS));
    let day = Math.floor(value);
    let seconds = Math.round((value - day) * DAY_SECONDS);
    if (seconds === DAY_SECONDS) [day, seconds] = [day + 1, 0];
    if (day === 0 && !this.#is1904) return kind === 'time' || seconds > 0 ? clock(seconds) : numberText(value);
    if (day === 0 && kind === 'time') return clock(seconds);
    const date = this.#day(day);
    return kind === 'date' && seconds === 0 ? date : `${date} ${clock(seconds)}`;
  }

  #day(day: number): string {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const text = this.#is1904 ? isoDay(Date.UTC(1904, 0, 1) + day * DAY_MS) : day1900(day);
    this.#days.set(day, text);
    return text;
  }
}

/** Excel's first calendar has a 29 February 1900, which never was. */
function day1900(day: number): string {
  if (day === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY_MS);
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
