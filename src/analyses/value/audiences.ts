import type { Columns, Query } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { View } from '../../session/view.svelte.ts';
import type { Audience } from '../analysis.ts';
import { askContactCost } from '../forecasts/contact-cost.ts';
import { valueTables } from '../forecasts/customer-values.ts';
import { termsOf } from '../forecasts/terms.ts';
import { BY, groupingOf, groupingParams, rulesOf, ruleParams, type By, type Telling } from './choices.ts';
import { groupName } from './finding.ts';
import { VALUE } from './messages.ts';
import {
  AT_RISK_CUSTOMERS,
  groupCustomersQuery,
  isByValue,
  LOYAL_CUSTOMERS,
  REASONS,
  SECOND_TIER_CUSTOMERS,
  TIER_CUSTOMERS,
  TIERS,
  TOP_CUSTOMERS,
  type Grouping
} from './queries.ts';
import { secondRuleParams } from './tiering.ts';

// The address gives parameters by name; each query's own type is known where it is asked.
const asAny = (query: unknown) => query as Query<SqlParams, Columns>;
/** What reads customers' values needs the fit they come from. */
const tables: Audience['tables'] = (view, asker, signal) => valueTables(asker, termsOf(view), signal);
const margin = (view: View) => ({ margin: termsOf(view).margin });

const topOf = (view: View) => ({ top: view.number('top', 10, 0, 100), order: view.choice('order_by', ['future', 'past']) });
const sideOf = (view: View) => ({ side: view.choice('side', ['loyal', 'others']) === 'loyal' ? 1 : 2, loyal: rulesOf(view, null).loyal });
const tierOf = (view: View) => view.choice('group', TIERS);
const whyOf = (view: View) => view.choice('why', ['', ...REASONS]);
const byOf = (view: View): By => view.choice('by', BY);
const grainIn = (view: View) => view.choice('grain', ['month', 'quarter', 'year']);

function groupTitle(view: View, locale: Locale, format: Format): string {
  const words = VALUE[locale];
  const telling: Telling = { words, format, audience: () => '' };
  const name = view.params.has('rest') ? null : (view.params.get('name') ?? '');
  return words.audiences.group(
    words.split.bys[byOf(view)],
    groupName({ name, place: Number(name ?? 0) }, byOf(view), grainIn(view), telling)
  );
}

/** Which tier is listed, and the reasons in words. */
function tierListOf(view: View): SqlParams {
  const { coupon: coupons, ...others } = VALUE[view.locale].tiers.reasons;
  return { ...others, coupons, tier: tierOf(view), why: whyOf(view) };
}

function tierTitle(view: View, locale: Locale): string {
  const { tiers, audiences } = VALUE[locale];
  const why = whyOf(view);
  return audiences.tier([tiers.names[tierOf(view)], why && tiers.short[why]].filter(Boolean).join(' · '));
}

function groupAudience(by: Grouping): Audience {
  return {
    id: `value.${by}`,
    query: asAny(groupCustomersQuery(by)),
    params: (view) =>
      Promise.resolve({
        ...groupingParams(byOf(view), view, grainIn(view)),
        ...(isByValue(by) ? margin(view) : {}),
        name: view.params.get('name') ?? '',
        is_rest: view.params.has('rest')
      }),
    ...(isByValue(by) ? { tables } : {}),
    title: groupTitle
  };
}

/** Where a group leads. */
export function groupLink(by: By, name: string | null, place: number, grain: string): Record<string, string | number> {
  return {
    who: `value.${groupingOf(by)}`,
    by,
    ...(by === 'cohort' ? { grain } : {}),
    ...(name === null ? { rest: 1 } : { name: by === 'tenth' ? String(place) : name })
  };
}

/** The customers behind the page's bars, points and rows. */
export const AUDIENCES: readonly Audience[] = [
  groupAudience('tenth'),
  groupAudience('segment'),
  groupAudience('first'),
  groupAudience('cohort'),
  {
    id: 'value.top',
    query: asAny(TOP_CUSTOMERS),
    params: (view) => Promise.resolve({ ...margin(view), ...topOf(view) }),
    tables,
    title: (view, locale, format) => {
      const { top, order } = topOf(view);
      return VALUE[locale].audiences[order === 'future' ? 'top' : 'topPast'](format.percent(top / 100, 0));
    }
  },
  {
    id: 'value.loyal',
    query: asAny(LOYAL_CUSTOMERS),
    params: (view) => Promise.resolve(sideOf(view)),
    title: (view, locale, format) => {
      const { side, loyal } = sideOf(view);
      return VALUE[locale].audiences[side === 1 ? 'loyal' : 'others'](format.integer(loyal));
    }
  },
  {
    id: 'value.tier',
    query: asAny(TIER_CUSTOMERS),
    params: async (view, asker, signal) => {
      const { cost } = await askContactCost(asker, signal);
      return { ...margin(view), ...ruleParams(rulesOf(view, cost), termsOf(view).months), ...tierListOf(view) };
    },
    tables,
    title: tierTitle
  },
  {
    id: 'value.tier-second',
    query: asAny(SECOND_TIER_CUSTOMERS),
    params: async (view, asker, signal) => {
      const { cost } = await askContactCost(asker, signal);
      const within = Math.round(view.number('within', 60, 7, 365));
      return { ...margin(view), ...secondRuleParams(rulesOf(view, cost), within), ...tierListOf(view) };
    },
    title: tierTitle
  },
  {
    id: 'value.at-risk',
    query: asAny(AT_RISK_CUSTOMERS),
    params: (view) => Promise.resolve(margin(view)),
    tables,
    title: (_view, locale) => VALUE[locale].audiences.atRisk
  }
];
