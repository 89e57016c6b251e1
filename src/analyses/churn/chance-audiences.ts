import type { Columns, Query } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import { RANKINGS } from '../../models/churn-formula.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Asker } from '../../session/asking.ts';
import type { View } from '../../session/view.svelte.ts';
import type { Audience } from '../analysis.ts';
import { SEGMENTS } from '../scores/messages.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import { CHANCE } from './chance-messages.ts';
import { kindOf } from './change-kind.ts';
import { CHANCE_CUSTOMERS, CHANCE_PAST_CUSTOMERS, chanceFamily, chanceParams, type ChanceFamily } from './chance-queries.ts';
import { FAMILIES, familyOf, flagChangedCustomers, flagParams, flagSegmentCustomers, type Family, type Flagging } from './flag-queries.ts';
import { askChoice, askFlagging, compareDay, type ChanceChoice } from './flagging.ts';
import { noChances, requireFamily } from './refusals.ts';

// The address gives parameters by name; each query's own type is known where it is asked.
const asAny = (query: unknown) => query as Query<SqlParams, Columns>;

function chanceAudiences(family: ChanceFamily): Audience[] {
  const [now, past] = [CHANCE_CUSTOMERS[family], CHANCE_PAST_CUSTOMERS[family]];
  const dayOf = (view: View) => view.day('flagged_on');
  return [
    {
      id: `churn.chance-${family}`,
      query: asAny(now),
      async params(view, asker, signal) {
        const { formula, ...rest } = await askChoice(view, asker, signal);
        requireFamily(family, chanceFamily(formula), view);
        return chanceParams(now, formula, asked(rest));
      },
      title: (view, locale, format) => CHANCE[locale].audiences.flagged(percentOf(view, format), daysOf(view, format)),
      chance: (view, locale, format) => CHANCE[locale].buysIn(daysOf(view, format), rankedBy(view, locale)),
      note: (view, locale, format) => chanceNote(daysOf(view, format), view, locale)
    },
    {
      id: `churn.chance-past-${family}`,
      query: asAny(past),
      async params(view, asker, signal) {
        const { then, pastDay, ...rest } = await askChoice(view, asker, signal);
        if (!then) throw noChances(rest.horizon, true);
        requireFamily(family, chanceFamily(then), view);
        return chanceParams(past, then, { ...asked({ ...rest, day: pastDay }), group: groupOf(view) });
      },
      title: (view, locale, format) => CHANCE[locale].audiences[groupOf(view) === 'right' ? 'right' : 'past'](format.date(dayOf(view)))
    }
  ];
}

const asked = ({ day, horizon, below }: Pick<ChanceChoice, 'day' | 'horizon' | 'below'>) => ({ day, horizon, below });
const groupOf = (view: View) => view.choice('group', ['warned', 'right']);
const percentOf = (view: View, format: Format) => {
  const below = view.number('below', NaN, 0.1, 100) / 100;
  return format.percent(Number.isFinite(below) ? below : null);
};
const rankIn = (view: View) => view.choice('rank', ['best', ...RANKINGS]);
const rankedBy = (view: View, locale: Locale) => {
  const [words, ranking] = [CHANCE[locale], rankIn(view)];
  return ranking === 'best' ? words.rankingInUse : words.names[ranking];
};
const chanceNote = (days: string, view: View, locale: Locale) =>
  rankIn(view) === 'repeat-model' ? CHANCE[locale].sameModel(days) : CHANCE[locale].whichChance(days, rankedBy(view, locale));
const daysOf = (view: View, format: Format) => {
  const within = view.number('within', NaN, 1, 100_000);
  return format.days(Number.isFinite(within) ? within : null);
};

function flagAudiences(family: Family): Audience[] {
  const [inSegment, changed] = [flagSegmentCustomers(family), flagChangedCustomers(family)];
  const flaggingIn = async (view: View, asker: Asker, signal: AbortSignal): Promise<Flagging> => {
    const flagging = await askFlagging(view, asker, signal);
    requireFamily(family, familyOf(flagging), view);
    return flagging;
  };
  const segmentOf = (view: View) => view.params.get('segment') ?? '';
  const changeOf = (view: View) => view.params.get('change') ?? '';
  return [
    {
      id: `churn.flag-segment-${family}`,
      query: asAny(inSegment),
      params: async (view, asker, signal) =>
        flagParams(inSegment, await flaggingIn(view, asker, signal), { ...scoringParams(scoringOf(view)), segment: segmentOf(view) }),
      title: (view, locale) => {
        const names: Readonly<Record<string, string>> = SEGMENTS[locale].names;
        return CHANCE[locale].audiences.segment(names[segmentOf(view)] ?? segmentOf(view));
      }
    },
    {
      id: `churn.flag-change-${family}`,
      query: asAny(changed),
      async params(view, asker, signal) {
        const flagging = await flaggingIn(view, asker, signal);
        return flagParams(changed, flagging, { compare: compareDay(view, flagging.day), change: changeOf(view) });
      },
      title: (view, locale, format) =>
        CHANCE[locale].audiences.change(kindOf(changeOf(view), CHANCE[locale]), format.date(view.day('compare')))
    }
  ];
}

/** The people behind the chances, the segments and the changes, for each way in which these are computed. */
export const CHANCE_AUDIENCES: readonly Audience[] = [
  ...(['history', 'features'] as const).flatMap(chanceAudiences),
  ...FAMILIES.flatMap(flagAudiences)
];
