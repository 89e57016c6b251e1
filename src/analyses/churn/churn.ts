import { mapAnswer, type Answer } from '../../engine/answer.ts';
import type { Columns, Query } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { View } from '../../session/view.svelte.ts';
import type { Alert, Analysis } from '../analysis.ts';
import { CHANCE_AUDIENCES } from './chance-audiences.ts';
import { CHANCE } from './chance-messages.ts';
import { CHURN } from './messages.ts';
import {
  BACKTEST_CUSTOMERS,
  MONTH_LOST,
  PAST_DUE,
  PAST_DUE_SUMMARY,
  REGULARS_PAST_DUE,
  REGULARS_PAST_DUE_SUMMARY,
  SECOND_CUSTOMERS
} from './queries.ts';
import { DEFAULT_RULE, RULE_NAMES, ruleOf } from './rule.ts';
import { DEFAULT_WATCH, KINDS, WATCH, WATCH_CUSTOMERS, watchOf } from './watch-rules.ts';

// The address gives parameters by name; each query's own type is known where it is asked.
const asAny = (query: unknown) => query as Query<SqlParams, Columns>;
const groupOf = (view: View) => view.choice('group', ['warned', 'right', 'away']);
const dayIn = (view: View) => view.number('by_day', 90, 0, 100_000);
const kindIn = (view: View) => view.choice('kind', ['any', ...KINDS]);
const REGULARS = { k: DEFAULT_RULE.k, floor: DEFAULT_RULE.floor };

/** The words of the list's reasons; the lateness stands where the mark is. */
function reasonWords(locale: Locale): { once: string; late_before: string; late_after: string } {
  const { once, late } = CHURN[locale].reasons;
  const [before = '', after = ''] = late('|').split('|');
  return { once, late_before: before, late_after: after };
}

/** Who is leaving, by a rule that is judged by its own past. */
export const CHURN_ANALYSIS: Analysis = {
  id: 'churn',
  group: 'understand',
  name: { en: CHURN.en.name, zh: CHURN.zh.name },
  about: { en: CHURN.en.about, zh: CHURN.zh.about },
  load: () => import('./ChurnPage.svelte'),
  isAboutCustomers: true,
  definitions: RULE_NAMES,
  audiences: [
    {
      id: 'churn.past-due',
      query: asAny(PAST_DUE),
      params: (view) => Promise.resolve({ ...ruleOf(view), ...reasonWords(view.locale) }),
      title: (view, locale, format) => {
        const { rule, days, k, floor } = ruleOf(view);
        const words = CHURN[locale].audiences;
        return rule === 'days'
          ? words.pastDueDays(format.days(days))
          : words.pastDueGap(format.number(k, k % 1 === 0 ? 0 : 1), format.days(floor));
      }
    },
    {
      id: 'churn.regulars',
      query: asAny(REGULARS_PAST_DUE),
      params: () => Promise.resolve(REGULARS),
      title: (_view, locale) => CHURN[locale].audiences.regulars
    },
    {
      id: 'churn.lost',
      query: asAny(MONTH_LOST),
      params: (view) => Promise.resolve({ ...ruleOf(view), month: view.day('month') ?? new Date(0) }),
      title: (view, locale, format) => CHURN[locale].audiences.lost(format.month(view.day('month')))
    },
    {
      id: 'churn.backtest',
      query: asAny(BACKTEST_CUSTOMERS),
      params: (view) =>
        Promise.resolve({
          ...ruleOf(view),
          warned_on: view.day('warned_on') ?? new Date(0),
          until: view.day('until') ?? new Date(0),
          group: groupOf(view)
        }),
      title: (view, locale, format) =>
        CHURN[locale].audiences[groupOf(view)](format.date(view.day('warned_on')), format.date(view.day('until')))
    },
    {
      id: 'churn.second',
      query: asAny(SECOND_CUSTOMERS),
      params: (view) => Promise.resolve({ by_day: dayIn(view) }),
      title: (view, locale, format) => CHURN[locale].audiences.second(format.days(dayIn(view)))
    },
    {
      id: 'churn.watch',
      query: asAny(WATCH_CUSTOMERS),
      params: (view) => Promise.resolve({ ...watchOf(view), kind: kindIn(view) }),
      title: (view, locale) => {
        const { title, kinds } = CHANCE[locale].watch;
        const kind = kindIn(view);
        return kind === 'any' ? title : kinds[kind];
      }
    },
    ...CHANCE_AUDIENCES
  ],
  async badge(asker, signal) {
    const answer = await asker.ask(PAST_DUE_SUMMARY, { ...DEFAULT_RULE }, signal);
    const due = answer.value[0]?.past_due ?? 0;
    return due > 0 ? mapAnswer(answer, () => due) : null;
  },
  async alerts(asker, view, locale, format, signal) {
    const [regulars, watched] = await Promise.all([
      asker.ask(REGULARS_PAST_DUE_SUMMARY, REGULARS, signal),
      asker.ask(WATCH, DEFAULT_WATCH, signal)
    ]);
    const found: Answer<Alert>[] = [];
    const [row] = regulars.value;
    if (row && row.customers > 0) {
      const words = CHURN[locale].alert;
      found.push(
        mapAnswer(regulars, () => ({
          id: 'churn.regulars',
          level: 'bad',
          text: row.customers === 1 ? words.one : words.text(format.integer(row.customers)),
          detail: words.detail(format.shortMoney(row.amount_year)),
          action: { label: words.action, href: view.link('customers', { who: 'churn.regulars' }) },
          weight: row.amount_year
        }))
      );
    }
    const negative = watched.value.find(({ kind }) => kind === 'negative');
    if (negative && negative.customers > 0) {
      const words = CHANCE[locale].watch;
      found.push(
        mapAnswer(watched, () => ({
          id: 'churn.negative',
          level: 'warn',
          text: words.alert(format.integer(negative.customers)),
          detail: words.alertDetail(format.shortMoney(negative.amount_year)),
          action: { label: CHURN[locale].alert.action, href: view.link('customers', { who: 'churn.watch', kind: 'negative' }) },
          weight: negative.amount_year
        }))
      );
    }
    return found;
  }
};
