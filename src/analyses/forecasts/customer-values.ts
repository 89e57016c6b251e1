import { joinAnswers, mapAnswer, type Answer } from '../../engine/answer.ts';
import type { FitProgress } from '../../engine/contract.ts';
import type { Columns, Query, RowOf } from '../../engine/query.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { RepeatKind } from '../../models/repeat-model.ts';
import type { CustomerValue } from '../../models/value-customers.ts';
import type { Asker, Fitting, FitTables } from '../../session/asking.ts';
import { withTables } from '../../sources/scope.ts';
import customerValues from './customer-values.sql?raw';
import { HISTORIES_NOW, SPENDS_NOW } from './queries.ts';
import { ceilingOf, periodsOf, type Terms } from './terms.ts';

/** Names and sources of the models, as evidence gives them. */
export const MODEL_NAMES: Readonly<Record<RepeatKind, { readonly what: string; readonly source: string }>> = {
  'mbg-nbd': { what: 'MBG/NBD', source: 'Batislam, Denizel & Filiztekin 2007' },
  'bg-nbd': { what: 'BG/NBD', source: 'Fader, Hardie & Lee 2005' },
  'pareto-nbd': { what: 'Pareto/NBD', source: 'Schmittlein, Morrison & Colombo 1987' },
  nbd: { what: 'NBD', source: 'Ehrenberg 1959' }
};

/** The step that stands in the evidence of every value. */
export function valueStep({ model, outliers }: Pick<Terms, 'model' | 'outliers'>): { what: string; source: string } {
  const { what, source } = MODEL_NAMES[model];
  return {
    what: `${what}, Gamma-Gamma${outliers === 'held' ? ' of means held at their 99th percentile' : ''}`,
    source: `${source}; Fader & Hardie 2013, note 025`
  };
}

/** Repeat buying and spend of everybody in view, fitted as of the day looked at. */
export function valueFitting(terms: Terms): Fitting<'customer-value'> {
  return {
    task: 'customer-value',
    inputs: { histories: { query: HISTORIES_NOW, params: ceilingOf(terms) }, spends: { query: SPENDS_NOW, params: ceilingOf(terms) } },
    options: { kind: terms.model, ...periodsOf(terms) },
    step: valueStep(terms)
  };
}

/** The table that queries which read customers' values begin with: worth keeping. */
export const KEPT_VALUES: readonly string[] = ['customer_values'];

/** The table of customers' values, see `withCustomerValues`. */
export const CUSTOMER_VALUES: [string, string] = ['customer_values', customerValues.trim()];

/**
 * `sql` with `customer_values`, one row per customer: customer, alive, buys, buys_low, buys_high, expected, wait_early,
 * wait_half, wait_late, price, value, step_1 … step_7, chance; all null where nothing could be fitted. Reads the rows of
 * `valueFitting` under the name `forecasts`, and `$margin`. `more` follow it.
 */
export function withCustomerValues(sql: string, more: readonly (readonly [string, string])[] = []): string {
  return withTables(sql, [CUSTOMER_VALUES, ...more.map(([name, text]) => [name, text.trim()] as const)]);
}

/** Fits what `terms` say and gives the table of it by the name that queries use. */
export async function valueTables(asker: Asker, terms: Terms, signal?: AbortSignal): Promise<FitTables> {
  const { value } = await asker.fit(valueFitting(terms), signal);
  return { forecasts: value.table };
}

/** Asks a query made with `withCustomerValues`; the answer's evidence names the models and their inputs. */
export async function askValues<P extends SqlParams, C extends Columns>(
  asker: Asker,
  terms: Terms,
  query: Query<P, C>,
  params: Omit<P, 'as_of'>,
  signal?: AbortSignal,
  onProgress?: (progress: FitProgress) => void
): Promise<Answer<{ readonly rows: RowOf<C>[]; readonly report: CustomerValue['report'] }>> {
  const fitted = await asker.fit(valueFitting(terms), signal, undefined, onProgress);
  const rows = await asker.ask(query, params, signal, undefined, { forecasts: fitted.value.table });
  return mapAnswer(joinAnswers([rows, fitted]), ([found, { report }]) => ({ rows: found, report }));
}
