import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import { spans } from '../../charts/spans.ts';
import { parameterOf, type Parameter, type RepeatModel } from '../../models/repeat-model.ts';
import type { SpendParameter } from '../../models/spend-model.ts';
import type { CustomerValue } from '../../models/value-customers.ts';
import type { Cell, TableModel } from '../../ui/table-model.ts';
import { MODEL_NAMES } from '../forecasts/customer-values.ts';
import { periodsOf, type Terms } from '../forecasts/terms.ts';
import type { Telling } from './choices.ts';

type Report = CustomerValue['report'];

const LETTERS: Readonly<Record<(Parameter | SpendParameter)['name'], string>> = {
  ...{ r: 'r', alpha: 'α', a: 'a', b: 'b', s: 's', beta: 'β' },
  ...{ p: 'p', q: 'q', gamma: 'γ', mean: 'm̂' }
};
const COUNTED_AT: Readonly<Record<Terms['timing'], number>> = { end: 1, middle: 0.5, start: 0 };
const WEEK = 7;
const WEEKS_PER_YEAR = 365.25 / WEEK;
const SPEND = 'Gamma-Gamma';

/** One sentence that names the models and leads to their formulas. */
export function namedModels({ model }: Pick<Terms, 'model'>, { words }: Telling): string {
  const { what, source } = MODEL_NAMES[model];
  return words.theModel.named(what, source);
}

/** What the parameters say in plain words; empty where none could be fitted. */
export function modelFinding({ fit, spend }: Report, { words, format }: Telling): string {
  if (!fit.isFitted) return '';
  const { theModel } = words;
  const { model } = fit;
  const rate = (parameterOf(model, 'r') / parameterOf(model, 'alpha')) * WEEKS_PER_YEAR;
  return [
    theModel.finding(MODEL_NAMES[model.kind].what, format.integer(model.customers), format.integer(model.repeaters)),
    theModel.rate(format.number(rate, 1)),
    leavingText(model, words, format),
    spend ? theModel.money(format.money(spend.populationMean, 2)) : '',
    theModel.stop
  ].join('');
}

function leavingText(model: RepeatModel, { theModel }: Telling['words'], format: Telling['format']): string {
  if (model.kind === 'nbd') return '';
  if (model.kind === 'pareto-nbd') {
    const [s, beta] = [parameterOf(model, 's'), parameterOf(model, 'beta')];
    return theModel.leavesYear(format.percent(1 - (beta / (beta + WEEKS_PER_YEAR)) ** s));
  }
  const [a, b] = [parameterOf(model, 'a'), parameterOf(model, 'b')];
  return theModel.leaves(format.percent(a / (a + b)));
}

function parametersOf({ fit, spend }: Report): readonly { readonly of: string; readonly parameter: Parameter | SpendParameter }[] {
  if (!fit.isFitted) return [];
  const { what } = MODEL_NAMES[fit.model.kind];
  return [
    ...fit.model.parameters.map((parameter) => ({ of: what, parameter })),
    ...(spend?.parameters ?? []).map((parameter) => ({ of: SPEND, parameter }))
  ];
}

/** How well each parameter is known: its interval as a share of the estimate. */
export function modelSpans(report: Report, { words, format }: Telling, size: Size): ChartSpec {
  const { theModel } = words;
  const show = (value: number | null) => (value === null ? '–' : format.number(value, 3));
  return spans(size, {
    label: theModel.title,
    at: 1,
    xLabel: theModel.x,
    xFormat: (x) => format.percent(x, 0),
    spans: parametersOf(report).map(({ of, parameter: { name, value, low, high, standardError } }) => ({
      label: LETTERS[name],
      value: 1,
      low: low === null ? null : low / value,
      high: high === null ? null : high / value,
      text: show(value),
      color: of === SPEND ? 'var(--series-2)' : 'var(--accent)',
      tip: tipOf(
        `${of} · ${LETTERS[name]} = ${show(value)}`,
        theModel.meanings[name],
        low === null ? theModel.untold : theModel.tip(show(low), show(high), show(standardError))
      )
    }))
  });
}

/** Everything that the formulas take beside a customer's history, at the digits that make a value again. */
export function modelTable(report: Report, terms: Terms, { words }: Telling): TableModel {
  const { columns, meanings, terms: ofTerms } = words.theModel;
  const { fit, spend } = report;
  const { periods, periodDays, discount } = periodsOf(terms);
  const row = (of: string, name: keyof typeof meanings, letter: string, value: number | null): Cell[] => [
    ...[of, letter, value, null, null, null],
    meanings[name]
  ];
  const repeat = fit.isFitted ? MODEL_NAMES[fit.model.kind].what : '';
  return {
    columns: [
      { id: 'model', label: columns.model, kind: 'text', look: 'chip' },
      { id: 'parameter', label: columns.parameter, kind: 'text', look: 'strong' },
      { id: 'value', label: columns.value, kind: 'number', digits: 6, isTrimmed: true },
      { id: 'standard_error', label: columns.error, kind: 'number', digits: 6 },
      { id: 'low', label: columns.low, kind: 'number', digits: 6 },
      { id: 'high', label: columns.high, kind: 'number', digits: 6 },
      { id: 'meaning', label: columns.meaning, kind: 'text' }
    ],
    rows: [
      ...parametersOf(report).map(({ of, parameter: { name, value, standardError, low, high } }): Cell[] => [
        ...[of, LETTERS[name], value, standardError, low, high],
        meanings[name]
      ]),
      ...(fit.isFitted
        ? [
            row(repeat, 'customers', 'N', fit.model.customers),
            row(repeat, 'repeaters', 'x > 0', fit.model.repeaters),
            row(repeat, 'likelihood', 'ln L', fit.model.logLikelihood),
            row(repeat, 'aic', 'AIC', fit.model.aic)
          ]
        : []),
      ...(spend
        ? [
            row(SPEND, 'customers', 'N', spend.customers),
            row(SPEND, 'likelihood', 'ln L', spend.logLikelihood),
            row(SPEND, 'correlation', 'ρ', spend.correlation)
          ]
        : []),
      row(ofTerms, 'week', '', WEEK),
      row(ofTerms, 'periods', 'n', periods),
      row(ofTerms, 'days', 'h', periodDays),
      row(ofTerms, 'discount', 'd', discount),
      row(ofTerms, 'margin', '', terms.margin),
      row(ofTerms, 'timing', 'c', COUNTED_AT[terms.timing])
    ]
  };
}

/** The formulas of the model that was fitted, with their sources. */
export function modelDefinition(report: Report | undefined, terms: Terms, { words }: Telling): readonly string[] {
  const { common, formulas, value } = words.theModel;
  const kind = report?.fit.isFitted ? report.fit.model.kind : terms.model;
  return [...formulas[kind], ...value, ...common];
}
