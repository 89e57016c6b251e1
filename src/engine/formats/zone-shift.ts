import { decode } from '../arrow.ts';
import type { Session } from '../duckdb.ts';

const DAY = 86_400_000;

/**
 * SQL to be put behind the moments `cell` of a table so that they show the clock of `zone`: the database knows no
 * time zones. '' where nothing is to be added, as for a zone that this browser does not know.
 */
export async function zoneShift(session: Session, zone: string, cell: string, table: string): Promise<string> {
  const minutesAt = clockOf(zone);
  if (minutesAt === null) return '';
  const found = decode((await session.run(`select epoch_ms(min(${cell})) as first, epoch_ms(max(${cell})) as last from ${table}`)).bytes);
  const [first, last] = [found.at(0, 0), found.at(0, 1)];
  if (first === null || last === null) return '';
  const spans = spansOf(minutesAt, Number(first), Number(last));
  const final = spans.at(-1)?.minutes ?? 0;
  const cases = spans.slice(0, -1).map(({ until, minutes }) => `when epoch_ms(${cell}) < ${until} then ${minutes}`);
  if (cases.length === 0) return final === 0 ? '' : ` + to_minutes(${final})`;
  return ` + to_minutes(case ${cases.join(' ')} else ${final} end)`;
}

/** Whether moments of this zone are shown by its own clock; otherwise they are shown in UTC. */
export function isKnownZone(zone: string): boolean {
  return clockOf(zone) !== null;
}

/** How many minutes the clock of `zone` is ahead of UTC at a moment; null when this browser does not know the zone. */
function clockOf(zone: string): ((ms: number) => number) | null {
  const fixed = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (fixed) {
    const minutes = (Number(fixed[2]) * 60 + Number(fixed[3])) * (fixed[1] === '-' ? -1 : 1);
    return () => minutes;
  }
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    return (ms) => {
      const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
      return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

interface Span {
  readonly until: number;
  readonly minutes: number;
}

/** The stretches of time between two moments through which the clock keeps its distance. */
function spansOf(minutesAt: (ms: number) => number, first: number, last: number): Span[] {
  const spans: Span[] = [];
  let minutes = minutesAt(first);
  // No zone changes its clock twice within two weeks and back; beyond two centuries the rest is as the end.
  const end = Math.min(last, first + 200 * 365 * DAY);
  for (let at = first; at < end; at += 14 * DAY) {
    const next = Math.min(end, at + 14 * DAY);
    if (minutesAt(next) === minutes) continue;
    let [low, high] = [at, next];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (minutesAt(middle) === minutes) low = middle;
      else high = middle;
    }
    spans.push({ until: high, minutes });
    minutes = minutesAt(next);
  }
  spans.push({ until: Infinity, minutes });
  return spans;
}
