import { joinAnswers, type Answer } from '../../engine/answer.ts';
import type { RowOf } from '../../engine/query.ts';
import type { Workbench } from '../../session/context.ts';
import { scopeOf } from '../../session/view-scope.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Choice } from './choice.ts';
import { ISSUES } from './issue-messages.ts';
import { headlineQuery, lastDayQuery } from './issue-queries.ts';

export type Headline = RowOf<ReturnType<typeof headlineQuery>['columns']>;

/** The headline numbers of what is looked at, before and after a choice. */
export interface Preview {
  readonly before: Headline | undefined;
  readonly after: Headline | undefined;
  readonly asOf: { readonly before: Date; readonly after: Date };
}

/** Works out what a choice would change, as the pages would show it. */
export async function previewOf(workbench: Workbench, { repair, days }: Choice, signal: AbortSignal): Promise<Answer<Preview>> {
  const { view, project } = workbench;
  const scope = scopeOf(view, project.facts);
  const before = workbench.ask(headlineQuery(), {}, signal);
  let next = { ...scope, ...days };
  // Where the last orders go, the pages look as of the last one that is left.
  if (repair?.kind === 'amounts' && repair.way === 'set-aside' && view.day('asof') === null) {
    const left = await workbench.ask(lastDayQuery(repair), {}, signal, { ...scope, from: null, filters: {} });
    next = { ...next, asOf: left.value[0]?.last_day ?? scope.asOf };
  }
  const after = workbench.ask(headlineQuery(repair), {}, signal, next);
  const both = joinAnswers([await before, await after]);
  return { ...both, value: { before: both.value[0][0], after: both.value[1][0], asOf: { before: scope.asOf, after: next.asOf } } };
}

/** The preview as a table: texts, because its lines are in several units. */
export function previewTable({ before, after, asOf }: Preview, locale: Locale, format: Format, hasCustomers: boolean): TableModel {
  const words = ISSUES[locale].preview;
  type Name = keyof Headline;
  const line = (label: string, name: Name, show: (value: number | null) => string, change: (difference: number) => string) => {
    const [from, to] = [before?.[name] ?? null, after?.[name] ?? null];
    const isSame = from === to || from === null || to === null;
    return [label, show(from), show(to), isSame ? '=' : change(to - from)];
  };
  const relative = (name: Name) => (difference: number) => {
    const share = difference / Math.abs(before?.[name] ?? 0);
    return Math.abs(share) < 0.0005 ? signed(difference, (value) => format.integer(value)) : format.change(share);
  };
  const count = (difference: number) => signed(difference, (value) => format.integer(value));
  const rate = (value: number | null) => format.percent(value);
  const isMoved = asOf.before.getTime() !== asOf.after.getTime();
  return {
    columns: [
      { id: 'figure', label: words.figure, kind: 'text', look: 'strong' },
      ...(['before', 'after', 'change'] as const).map((id) => ({ id, label: words[id], kind: 'text' as const }))
    ],
    rows: [
      ...(hasCustomers ? [line(words.customers, 'customers', format.integer, count)] : []),
      line(words.orders, 'orders', format.integer, count),
      line(words.amount, 'amount', format.shortMoney, relative('amount')),
      line(words.average, 'average', (value) => format.money(value, 2), relative('average')),
      ...(hasCustomers
        ? [
            line(words.repurchase, 'repurchase', rate, (difference) => format.points(difference, 2)),
            line(words.churn, 'churn', rate, (difference) => format.points(difference, 2))
          ]
        : []),
      ...(isMoved ? [[words.lastDay, format.date(asOf.before), format.date(asOf.after), '']] : [])
    ]
  };
}

function signed(difference: number, show: (value: number) => string): string {
  return difference === 0 ? '=' : `${difference > 0 ? '+' : '-'}${show(Math.abs(difference))}`;
}
