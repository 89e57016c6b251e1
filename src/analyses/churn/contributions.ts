import { mapAnswer, type Answer } from '../../engine/answer.ts';
import type { Columns, Query } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { View } from '../../session/view.svelte.ts';
import type { Alert, Contributions } from '../analysis.ts';
import { CHANCE_AUDIENCES } from './chance-audiences.ts';
import { CHANCE } from './chance-messages.ts';
import { askGround, horizonOf, judged } from './chance-model.ts';
import { CHANCE_SUMMARY, chanceFamily, chanceParams } from './chance-queries.ts';
import { choiceOf, modeOf } from './flagging.ts';
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
import { DEFAULT_RULE, ruleOf } from './rule.ts';
import { ruleTitle, standingOf } from './standing.ts';
import { KINDS, WATCH, WATCH_CUSTOMERS, watchOf } from './watch-rules.ts';

// The address gives parameters by name; each query's own type is known where it is asked.
const asAny = (query: unknown) => query as Query<SqlParams, Columns>;
const groupOf = (view: View) => view.choice('group', ['warned', 'right', 'away']);
const dayIn = (view: View) => view.number('by_day', 90, 0, 100_000);
const kindIn = (view: View) => view.choice('kind', ['any', ...KINDS]);
const REGULARS = { k: DEFAULT_RULE.k, floor: DEFAULT_RULE.floor };

/** Those whose chance lies below the threshold; null where no chances can be given. */
const chanceBadge: NonNullable<Contributions['badge']> = async (asker, counting, locale, format, signal) => {
  const ground = (await askGround(asker, signal)).value;
  const horizon = horizonOf(counting, ground);
  const { value: report } = await judged(asker, ground, horizon, signal);
  if (!report.isJudged || !report.isTelling) return null;
  const { formula, below, day } = choiceOf(counting, report, ground, horizon);
  const query = CHANCE_SUMMARY[chanceFamily(formula)];
  const answer = await asker.ask(query, chanceParams(query, formula, { day, horizon, below }), signal);
  const title = CHANCE[locale].audiences.flagged(format.percent(below), format.days(horizon));
  return mapAnswer(answer, ([row]) => ({ count: row?.past_due ?? 0, title }));
};

/** The lists of those who are leaving, how many they are by the rule chosen, and who is worth a call. */
export const CONTRIBUTIONS: Contributions = {
  audiences: [
    {
      id: 'churn.past-due',
      query: asAny(PAST_DUE),
      params: (view) => Promise.resolve({ ...ruleOf(view) }),
      title: (view, locale, format) => ruleTitle(ruleOf(view), locale, format)
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
  async badge(asker, counting, locale, format, signal) {
    if (modeOf(counting) === 'chance') return chanceBadge(asker, counting, locale, format, signal);
    const rule = ruleOf(counting);
    const answer = await asker.ask(PAST_DUE_SUMMARY, { ...rule }, signal);
    return mapAnswer(answer, ([row]) => ({ count: row?.past_due ?? 0, title: ruleTitle(rule, locale, format) }));
  },
  standing: standingOf,
  async alerts(asker, view, locale, format, signal) {
    const chosen = watchOf(view.countingOf('churn'));
    const [regulars, watched] = await Promise.all([
      asker.ask(REGULARS_PAST_DUE_SUMMARY, REGULARS, signal),
      asker.ask(WATCH, chosen, signal)
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
          text: words.alert(format.integer(negative.customers), format.days(chosen.window)),
          detail: words.alertDetail(format.shortMoney(negative.amount_year)),
          action: {
            label: CHURN[locale].alert.action,
            href: view.link('customers', { who: 'churn.watch', kind: 'negative', watch_days: chosen.window })
          },
          weight: negative.amount_year
        }))
      );
    }
    return found;
  }
};
