import { joinAnswers, mapAnswer, type Answer } from '../../engine/answer.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { Format } from '../../i18n/format.ts';
import type { Workbench } from '../../session/context.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Analysis, Audience, Standing } from '../analysis.ts';
import { buysWords } from '../forecasts/buys-words.ts';
import { valueStep, valueTables } from '../forecasts/customer-values.ts';
import { termsOf, type Terms } from '../forecasts/terms.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import { paceOf } from '../signs/pace.ts';
import { reasonParams } from '../signs/signs.ts';
import { exportRow, listColumns } from './columns.ts';
import { listPageQuery, NOT_AHEAD, taken, type ListRow, type Sort } from './list-queries.ts';
import { WORDS } from './messages.ts';
import oneCustomer from './one-customer.sql?raw';
import oneFlagged from './one-flagged.sql?raw';

/** Where one customer stands: as in every list, and what the analyses say. */
export interface CustomerStanding {
  readonly row: ListRow | null;
  readonly said: readonly Standing[];
}

const one = (sql: string, columns: Audience['query']['columns']): Audience => ({
  id: 'customers.one',
  query: { name: 'customers/one', sql, columns },
  params: () => Promise.resolve({}),
  title: () => ''
});
const CALM = one(oneCustomer, { customer: 'integer' });
const FLAGGED = one(oneFlagged, { customer: 'integer', why: 'text?' });

export async function askStanding(
  workbench: Workbench,
  analyses: readonly Analysis[],
  customer: string,
  signal: AbortSignal
): Promise<Answer<CustomerStanding>> {
  const { view, locale, format } = workbench;
  const terms = termsOf(view);
  // Read now, so that a change of them asks again.
  const choices: SqlParams = { ...scoringParams(scoringOf(view)), ...paceOf(view), ...reasonParams(locale), margin: terms.margin };
  const saying = analyses.map(async ({ contributions }) =>
    (await contributions()).standing?.(workbench, view, customer, locale, format, signal)
  );
  const [tables, ...all] = await Promise.all([valueTables(workbench, terms, signal), ...saying]);
  const said = all.filter((answer) => answer !== null && answer !== undefined);
  const flagged = said.find(({ value }) => value.isFlagged)?.value;
  const query = listPageQuery(flagged ? FLAGGED : CALM, { ...NOT_AHEAD, hasValues: true, reasons: 'page' });
  const order = { search: '', sort: 'customer_id', is_descending: false, page_size: 1, page_start: 0 };
  const params = taken(query, { ...choices, ...order, customer_id: customer, why: flagged?.why ?? null });
  const rows = await workbench.ask(query, params, signal, undefined, tables);
  const joined = joinAnswers([rows, ...said]);
  return mapAnswer(joined, ([[row], ...standings]) => ({ row: row ?? null, said: standings as readonly Standing[] }), valueStep(terms));
}

/** Flagged or not, and why. */
export function standingFinding({ row, said }: CustomerStanding, format: Format): string {
  const words = WORDS[format.locale];
  return [...said.map(({ text }) => text), words.standingReason(row?.reason ?? words.noReason)].join(words.standingJoin);
}

/** The reason last: it is the longest, and the sentence above says it. */
const SHOWN: readonly Sort[] = ['p_buys', 'value', 'lateness', 'recency', 'reference_gap', 'usual_gap', 'reason'];

/** One row: what is expected, how late, and why. */
export function standingTable({ row }: CustomerStanding, terms: Terms, format: Format): TableModel {
  const buys = buysWords(terms, format).name;
  const listed = { locale: format.locale, dimensions: [], hasReason: true, hasAhead: true, buys, chance: null };
  const known = listColumns(listed);
  const columns = SHOWN.flatMap((shown) => known.filter(({ id }) => id === shown));
  return { columns, rows: row ? [exportRow(row, columns, format.locale)] : [] };
}
