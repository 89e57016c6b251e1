import type { Locale } from './locale.ts';

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Numbers, money and dates in one language. Days are `Date`s at midnight UTC. Null shows as "–". */
export interface Format {
  readonly locale: Locale;
  integer(value: number | null): string;
  number(value: number | null, digits?: number): string;
  /** 0.1234 → "12.3%". */
  percent(value: number | null, digits?: number): string;
  /** A difference of rates, in percentage points: 0.012 → "+1.2 pt". */
  points(difference: number | null, digits?: number): string;
  /** A relative change with its sign: 0.04 → "+4.0%". */
  change(value: number | null, digits?: number): string;
  money(value: number | null, digits?: number): string;
  /** Money in a sentence or on a card: in full while that reads well (12,300), then 12.3万, 12.3M. */
  shortMoney(value: number | null): string;
  /** Short for axes and cards: 12,300 → "12K", 1.2万. */
  compact(value: number | null): string;
  compactMoney(value: number | null): string;
  date(day: Date | null): string;
  month(day: Date | null): string;
  /** The name of the period that starts on `day`. */
  period(day: Date | null, grain: Grain): string;
  days(count: number | null): string;
  /** "15.0% to 25.0%" from the already formatted ends. */
  interval(low: string, high: string): string;
  list(items: readonly string[]): string;
}

const TAG: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };
const NONE = '–';

/** `currency` is an ISO code, or null when the files do not say: money is then shown without a sign, as it is for other words. */
export function formatFor(locale: Locale, currency: string | null): Format {
  const tag = TAG[locale];
  const cache = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = cache.get(key);
    if (!format) cache.set(key, (format = new Intl.NumberFormat(tag, options)));
    return format;
  };
  const show = (value: number | null, options: Intl.NumberFormatOptions): string =>
    value === null || !Number.isFinite(value) ? NONE : numberFormat(options).format(value);
  const dateFormat = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
  const inDays = locale === 'zh' ? null : dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
  const inMonths = locale === 'zh' ? null : dateFormat({ month: 'short', year: 'numeric' });
  const money: Intl.NumberFormatOptions =
    currency && /^[A-Za-z]{3}$/.test(currency) ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};
  const fixed = (digits: number): Intl.NumberFormatOptions => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

  const format: Format = {
    locale,
    integer: (value) => show(value, { maximumFractionDigits: 0 }),
    number: (value, digits = 1) => show(value, fixed(digits)),
    percent: (value, digits = 1) => show(value, { style: 'percent', ...fixed(digits) }),
    points: (value, digits = 1) =>
      value === null
        ? NONE
        : `${show(value * 100, { ...fixed(digits), signDisplay: 'exceptZero' })}${locale === 'zh' ? ' 个百分点' : ' pt'}`,
    change: (value, digits = 1) => show(value, { style: 'percent', ...fixed(digits), signDisplay: 'exceptZero' }),
    money: (value, digits = 0) => show(value, { ...money, ...fixed(digits) }),
    shortMoney: (value) =>
      value !== null && Math.abs(value) >= (locale === 'zh' ? 100_000 : 10_000_000) ? format.compactMoney(value) : format.money(value),
    compact: (value) => show(value, { notation: 'compact', maximumFractionDigits: 1 }),
    compactMoney: (value) =>
      show(value, {
        ...money,
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
        // Three digits, of which one may stand behind the point: 5,210 and not 5209.6.
        maximumSignificantDigits: 3,
        roundingPriority: 'lessPrecision',
        useGrouping: true
      }),
    date: (day) => (day === null ? NONE : (inDays?.format(day) ?? day.toISOString().slice(0, 10))),
    month: (day) => (day === null ? NONE : (inMonths?.format(day) ?? day.toISOString().slice(0, 7))),
    period: (day, grain) => {
      if (day === null) return NONE;
      if (grain === 'month') return format.month(day);
      if (grain === 'year') return String(day.getUTCFullYear());
      if (grain === 'quarter') return `${day.getUTCFullYear()} Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
      return format.date(day);
    },
    days: (count) =>
      count === null
        ? NONE
        : locale === 'zh'
          ? `${show(count, { maximumFractionDigits: 1 })} 天`
          : `${show(count, { maximumFractionDigits: 1 })} ${count === 1 ? 'day' : 'days'}`,
    interval: (low, high) => (locale === 'zh' ? `${low} 至 ${high}` : `${low} to ${high}`),
    list: (items) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(items)
  };
  return format;
}
