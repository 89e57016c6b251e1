import type { Locale } from '../../i18n/locale.ts';
import delays from './delays.sql?raw';
import { SIGNS } from './messages.ts';
import reasons from './reasons.sql?raw';
import seen from './seen.sql?raw';
import shop from './shop.sql?raw';

type Part = readonly [name: string, definition: string];
const part = (name: string, text: string): Part => [name, text.replace(/^(?:--.*\n)+/, '').trim()];

/** `shop` (usual_gap) and `delays`, one row per customer: customer, silence, usual_gap, reference_gap, lateness. Takes `k` and `floor`. */
export const DELAYS: readonly [Part, Part] = [part('shop', shop), part('delays', delays)];

/** `seen`, one row per customer of `chosen` (customer, last_day, frequency), with what was seen last. */
export const SEEN: Part = part('seen', seen);

/** `reasons` (customer, reason) of `chosen` (customer, last_day, frequency, why, is_flagged), in words; reads DELAYS and SEEN, takes `reasonParams`. */
export const REASONS: Part = part('reasons', reasons);

/** Tables worth keeping. */
export const KEPT_DELAYS: readonly string[] = ['shop', 'delays'];

const MARK = '\u0001';
const OTHER = '\u0002';

/** The words of reasons as `REASONS` takes them: those around a channel or a number apart. */
export function reasonParams(locale: Locale): Record<string, string> {
  const { moved, late, silent, ...plain } = SIGNS[locale].say;
  const [from = '', rest = ''] = moved(MARK, OTHER).split(MARK);
  const [to = '', end = ''] = rest.split(OTHER);
  const [lateBefore = '', lateEnd = ''] = late(MARK).split(MARK);
  const [silentBefore = '', silentEnd = ''] = silent(MARK).split(MARK);
  const around = {
    moved: from,
    moved_to: to,
    moved_end: end,
    late: lateBefore,
    late_end: lateEnd,
    silent: silentBefore,
    silent_end: silentEnd
  };
  return Object.fromEntries(Object.entries({ ...plain, ...around }).map(([name, words]) => [`say_${name}`, words]));
}
