import { describe, expect, test } from 'vitest';
import { cdnowSplit, cdnowSummary } from './cdnow.ts';
import { models } from './model-values.ts';
import { fitRepeatModel } from '../../src/models/fit-repeat-model.ts';
import { expectedFromStart, forecastRows } from '../../src/models/forecast.ts';
import { uniqueHistories } from '../../src/models/histories.ts';
import { discountedIfAlive } from '../../src/models/pareto-nbd.ts';
import { knownModel, logLikelihoodOf, predictorOf, type RepeatKind, type RepeatModel } from '../../src/models/repeat-model.ts';

const NAMES = { 'bg-nbd': 'BG_NBD', 'mbg-nbd': 'MBG_NBD', 'pareto-nbd': 'Pareto_NBD' } as const;
const SOURCES = ['cdnow_sample_from_log', 'cdnow_sample_from_summary_csv'] as const;
const ROWS = SOURCES.flatMap((source) => (Object.keys(NAMES) as (keyof typeof NAMES)[]).map((kind) => [kind, source] as const));

function fittedModel(kind: Exclude<RepeatKind, 'nbd'>, source: (typeof SOURCES)[number] = SOURCES[0]): RepeatModel {
  const { histories } = source === SOURCES[0] ? cdnowSplit() : cdnowSummary();
  const fit = fitRepeatModel(histories, { kind });
  if (!fit.isFitted) throw new Error(fit.reason);
  return fit.model;
}

const near = (value: number | null | undefined, wanted: number, relative: number, absolute = 0) =>
  expect(Math.abs((value ?? NaN) - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted) + absolute);

describe.skipIf(!models)('reference values of repeat buying', () => {
  const reference = models!;

  test.each(ROWS)('%s on %s: parameters, errors, likelihood', (kind, source) => {
    const model = fittedModel(kind, source);
    const wanted = reference.btyd[source][NAMES[kind]];
    expect([model.kind, model.notes]).toEqual([kind, []]);
    near(model.logLikelihood, wanted.LL, 0, 1e-5);
    for (const { name, value, standardError } of model.parameters) {
      near(value, wanted.params[name]!, 1e-5);
      near(standardError, wanted.se[name]!, 1e-3);
    }
  });

  test.each(ROWS)('%s on %s: P(alive) and expected purchases', (kind, source) => {
    const wanted = reference.btyd[source][NAMES[kind]];
    const names = kind === 'pareto-nbd' ? ['r', 'alpha', 's', 'beta'] : ['r', 'alpha', 'a', 'b'];
    const model = knownModel(
      kind,
      names.map((name) => wanted.params[name]!)
    );
    for (const row of wanted.tuples) {
      const { alive, expected } = forecastRows(model, [{ x: row.x, recency: row.t_x, age: row.T }], row.t);
      near(alive.value[0], row.p_alive, 0, 2e-8);
      near(expected.value[0], row.expected, 2e-8, 1e-10);
      if (row.DERT_delta_0_0027 === undefined) continue;
      const [r = 0, alpha = 0, s = 0, beta = 0] = model.parameters.map(({ value }) => value);
      near(alive.value[0]! * discountedIfAlive({ r, alpha, s, beta }, row.x, row.T, 0.0027), row.DERT_delta_0_0027, 1e-6);
    }
    for (const [t, value] of Object.entries(wanted.E_X_t_new_customer ?? {})) near(expectedFromStart(model, Number(t)), value, 1e-8);
  });

  test.each(reference?.bgnbd_edge_cases.cases.map((row, at) => [at, JSON.stringify(row.params), row] as const) ?? [])(
    'edge case %i, BG/NBD with %s',
    (_, __, row) => {
      const { r, alpha, a, b } = row.params;
      const model = knownModel('bg-nbd', [r, alpha, a, b]);
      const history = { x: row.x, recency: row.t_x, age: row.T };
      const { alive, buys, expected } = forecastRows(model, [history], row.t);
      near(alive.value[0], row.p_alive, 1e-9);
      near(buys.value[0], row.p_active_in_t, 1e-9);
      near(expected.value[0], row.expected, 1e-10);
      const histories = uniqueHistories({ x: [row.x], recency: [row.t_x], age: [row.T] });
      near(logLikelihoodOf(model, histories), row.loglik_i, 1e-11, 1e-11);
    }
  );

  test('Pareto/NBD stays within 0 to 1 for hundreds of purchases', () => {
    const { params, x, t_x, T, computed_here } = reference._citations.palive_overflow_case;
    const model = knownModel('pareto-nbd', [params.r, params.alpha, params.s, params.beta]);
    x.forEach((count, at) => near(predictorOf(model).alive(count, t_x[at]!, T[at]!), computed_here[at]!, 1e-10));
  });

  test('the example of the BTYD walkthrough', () => {
    const values = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
    const predictor = predictorOf(knownModel('pareto-nbd', Object.values(values)));
    near(predictor.alive(26, 30.86, 31) * predictor.expectedIfAlive(26, 31, 52), 25.45847, 1e-6);
    near(predictor.alive(26, 30.86, 31) * discountedIfAlive(values, 26, 31, 0.0027), 86.05649, 1e-6);
  });
});
