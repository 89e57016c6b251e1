import type { RowOf } from '../../engine/query.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { PayDelay } from '../../sources/pay-delays.ts';
import type { Draft, ShopFacts } from '../../sources/source.ts';
import type { Subject } from '../../sources/subject.ts';
import { aboutOf } from '../sources/draft-facts.ts';
import { FIGURES } from './figure-messages.ts';
import type { Days } from './meaning.ts';
import type { SUBJECTS } from './queries.ts';

export const DIMENSIONS_OF_QUALITY = ['completeness', 'validity', 'uniqueness', 'timeliness', 'coverage'] as const;

/** One figure of one file, in words. */
export interface Figure {
  readonly dimension: (typeof DIMENSIONS_OF_QUALITY)[number];
  readonly text: string;
  readonly meaning: string;
  /** 0 to 1, where the figure is a share. */
  readonly share: number | null;
  /** A small share that is none of the file's faults. */
  readonly isFine?: boolean;
}

export interface FileFigures {
  readonly id: string;
  readonly file: string;
  readonly about: Subject;
  readonly figures: readonly Figure[];
}

type Told = RowOf<(typeof SUBJECTS)['columns']>;

const INVALID: ReadonlySet<string> = new Set([
  ...['missing-date', 'unreadable-date', 'unreadable-amount', 'negative'],
  ...['impossible-score', 'unreadable-score', 'malformed']
]);
const TWICE: ReadonlySet<string> = new Set(['duplicate', 'overlap']);
const DAY_MS = 86_400_000;

interface Facts {
  readonly facts: ShopFacts;
  readonly sources: readonly Draft[];
  readonly subjects: readonly Told[];
  readonly days: Days | null;
}

/** The figures of every file behind the shop. */
export function figuresOf({ facts, sources, subjects, days }: Facts, locale: Locale, format: Format): FileFigures[] {
  const words = FIGURES[locale];
  const orders = sources.filter((draft) => aboutOf(draft) === 'orders');
  const newest = Math.max(facts.lastDay.getTime(), ...subjects.map(({ last_day }) => last_day?.getTime() ?? 0));
  return sources.map((draft) => {
    const about = aboutOf(draft);
    const told = subjects.find(({ subject }) => subject === about);
    const balance = facts.balancePerFile?.[draft.id] ?? draft.balance;
    const aside = (reasons: ReadonlySet<string>) =>
      balance.setAside.reduce((sum, { reason, rows }) => sum + (reasons.has(reason) ? rows : 0), 0);
    const share = (part: number) => (balance.inFile > 0 ? part / balance.inFile : 1);
    const [invalid, twice] = [aside(INVALID), aside(TWICE)];
    const known = balance.used > 0 ? 1 - balance.anonymous / balance.used : 0;
    const isNamed = about === 'orders' ? draft.identity.chosen !== null : about !== 'products' && about !== 'returns';
    const kept = noted(draft, ['identical-rows-kept', 'identical-lines-kept', 'equal-rows-kept']);
    const last = about === 'orders' ? (spanOf(draft)?.to ?? (orders.length === 1 ? facts.lastDay : null)) : (told?.last_day ?? null);
    const behind = last === null ? 0 : Math.round((newest - last.getTime()) / DAY_MS);
    const match = facts.matches?.find((one) => one.draft === draft.id);
    const figures: Figure[] = [
      isNamed
        ? {
            dimension: 'completeness',
            share: known,
            text: about === 'orders' ? words.named(format.percent(known)) : words.person(format.percent(known)),
            meaning:
              about === 'orders'
                ? balance.anonymous === 0
                  ? words.namedAll
                  : words.namedSome
                : balance.anonymous === 0
                  ? words.personAll
                  : words.personSome
          }
        : about === 'returns'
          ? { dimension: 'completeness', share: null, text: words.refunds(format.integer(balance.inFile)), meaning: words.refundsMeaning }
          : {
              dimension: 'completeness',
              share: share(balance.used),
              text: words.used(format.percent(share(balance.used))),
              meaning: about === 'orders' ? words.namedNone : words.usedProducts
            },
      {
        dimension: 'validity',
        share: 1 - share(invalid),
        text: words.valid(format.percent(1 - share(invalid))),
        meaning: invalid === 0 ? words.validAll : words.validSome(invalid, format.integer(invalid))
      },
      {
        dimension: 'uniqueness',
        share: 1 - share(twice),
        text: words.unique(format.percent(1 - share(twice))),
        meaning:
          twice > 0
            ? words.uniqueSome(twice, format.integer(twice))
            : kept > 0
              ? words.uniqueMaybe(kept, format.integer(kept))
              : words.uniqueAll
      },
      {
        dimension: 'timeliness',
        share: null,
        text: last === null ? words.lastUnknown : words.last(format.date(last)),
        meaning: [
          last === null ? words.lastUnknownMeaning : behind === 0 ? words.lastNewest : words.lastBehind(format.days(behind)),
          ...(facts.payDelays?.[draft.id] ? [delayText(facts.payDelays[draft.id], locale, format)] : [])
        ].join(locale === 'zh' ? '' : ' ')
      }
    ];
    if (about === 'orders' && days && orders.length === 1) {
      const covered = days.all > 0 ? (days.all - days.without) / days.all : 0;
      const text = words.days(format.percent(covered), format.days(days.all));
      const meaning = days.without === 0 ? words.daysAll : days.runs > 0 ? words.daysGaps : words.daysScattered;
      figures.push({ dimension: 'coverage', share: covered, text, meaning, isFine: days.runs === 0 });
    }
    if (match && match.keys > 0) {
      const found = match.matchedKeys / match.keys;
      const meaning = match.matchedKeys === 0 ? words.reachNone : words.reach(format.percent(told?.reach ?? null));
      figures.push({ dimension: 'coverage', share: found, text: words.matched(format.percent(found)), meaning });
    }
    return { id: draft.id, file: draft.file.name, about, figures };
  });
}

/** How long it takes until orders are paid; a sentence. */
function delayText(delay: PayDelay | undefined, locale: Locale, format: Format): string {
  if (!delay) return '';
  const words = FIGURES[locale];
  const { minutes, late, before } = delay;
  const time =
    minutes < 90
      ? words.minutes(format.integer(minutes))
      : minutes < 2_880
        ? words.hours(format.integer(minutes / 60))
        : format.days(Math.round(minutes / 1_440));
  if (before >= 0.02) return words.paidBefore(format.percent(before));
  return late === 0 ? words.paidSoon(time) : words.paidAfter(time, format.percent(late));
}

/** The rows that a reading of the draft speaks of, where it has one of `codes`. */
function noted(draft: Draft, codes: readonly string[]): number {
  return draft.readings.reduce((sum, { code, params }) => sum + (codes.includes(code) ? Number(params?.['rows'] ?? 0) : 0), 0);
}

/** The days that the column of the purchase time spans. */
function spanOf(draft: Draft): { readonly to: Date } | null {
  const column = ['pay_time', 'order_time'].map((role) => draft.mapping.roles.findIndex((one) => one === role)).find((at) => at >= 0) ?? -1;
  const to = draft.checks[column]?.find(({ code }) => code === 'span')?.params?.['to'];
  return to instanceof Date ? { to: new Date(Math.floor(to.getTime() / DAY_MS) * DAY_MS) } : null;
}
