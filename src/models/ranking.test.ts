import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutOffs } from './cut-off.ts';
import { checkForecast } from './forecast-check.ts';
import { normalDraw, uniformFrom } from './random.ts';
import { auc, calibration, chanceErrors, liftAt } from './ranking.ts';

const anyScored = fc
  .array(fc.record({ score: fc.oneof(fc.constantFrom(0, 0.25, 0.5), fc.double({ min: 0, max: 1, noNaN: true })), outcome: fc.nat(1) }), {
    minLength: 1,
    maxLength: 60
  })
  .map((rows) => ({ scores: rows.map(({ score }) => score), outcomes: rows.map(({ outcome }) => outcome) }));

describe('how well scores rank', () => {
  test('AUC is the share of pairs in the right order, ties half', () => {
    fc.assert(
      fc.property(anyScored, ({ scores, outcomes }) => {
        const [lost, kept] = [1, 0].map((kind) => scores.filter((_, at) => outcomes[at] === kind));
        const found = auc({ scores, outcomes });
        if (!lost?.length || !kept?.length) {
          expect(found).toBeNull();
          return;
        }
        const right = lost.flatMap((one) => kept.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
        expect(found?.value).toBeCloseTo(right.reduce((sum, each) => sum + each, 0) / right.length, 10);
        expect(found?.low).toBeLessThanOrEqual(found?.value ?? NaN);
        expect(found?.high).toBeGreaterThanOrEqual(found?.value ?? NaN);
      }),
      { seed: 7 }
    );
  });

  test('its 95% interval holds the truth in 93% to 97% of runs', () => {
    // Two normals one deviation apart: Φ(1 / √2).
    const [truth, runs] = [0.7602499389065233, 600];
    const uniform = uniformFrom(4);
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      const outcomes = Array.from({ length: 150 }, (_, at) => (at % 3 === 0 ? 1 : 0));
      const found = auc({ scores: outcomes.map((outcome) => normalDraw(uniform) + outcome), outcomes });
      if (found && found.low <= truth && truth <= found.high) hits++;
    }
    expect(hits / runs).toBeGreaterThanOrEqual(0.93);
    expect(hits / runs).toBeLessThanOrEqual(0.97);
  });

  test('lift does not depend on the order of rows, and of everybody it is 1', () => {
    fc.assert(
      fc.property(anyScored, fc.constantFrom(0.1, 0.3, 1), ({ scores, outcomes }, share) => {
        const found = liftAt({ scores, outcomes }, share);
        const turned = liftAt({ scores: scores.toReversed(), outcomes: outcomes.toReversed() }, share);
        if (!found) {
          expect(outcomes).not.toContain(1);
          return;
        }
        expect(turned?.lift).toBeCloseTo(found.lift, 10);
        if (share === 1) expect(found.lift).toBeCloseTo(1, 10);
        expect(found.rate).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { seed: 8 }
    );
    // Two of three at the edge tie: one and a half of two events.
    expect(liftAt({ scores: [3, 2, 2, 1], outcomes: [1, 1, 0, 0] }, 0.5)).toMatchObject({ flagged: 2, events: 1.5, rate: 0.75, lift: 1.5 });
  });

  test('by hand: two chances, one right and one wrong', () => {
    expect(chanceErrors({ scores: [0.8, 0.4], outcomes: [1, 1] })).toMatchObject({ baseBrier: 0, baseRate: 1 });
    expect(chanceErrors({ scores: [0.8, 0.4], outcomes: [1, 0] })?.brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
    expect(chanceErrors({ scores: [1, 0], outcomes: [0, 1] })?.logLoss).toBeLessThan(40);
    expect(chanceErrors({ scores: [], outcomes: [] })).toBeNull();
  });

  test('groups of a calibration hold everybody once, in order, and keep customers alike together', () => {
    fc.assert(
      fc.property(anyScored, ({ scores, outcomes }) => {
        const found = calibration({ scores, outcomes }, 5);
        expect(found?.groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(scores.length);
        expect(found?.groups.length).toBeLessThanOrEqual(5);
        const said = found?.groups.map(({ predicted }) => predicted) ?? [];
        said.forEach((value, at) => at > 0 && expect(value).toBeGreaterThan((said[at - 1] ?? NaN) - 1e-12));
        const events = found?.groups.reduce((sum, { customers, observed }) => sum + customers * observed, 0);
        expect(events).toBeCloseTo(
          outcomes.reduce((sum, one) => sum + one, 0),
          8
        );
      }),
      { seed: 9 }
    );
  });
});

describe('where to stop contacting', () => {
  test('by hand: contacting pays while half of the lost, at 10 each, are worth more than 2 a contact', () => {
    const { curve, best } = cutOffs({ risk: [0.9, 0.8, 0.3, 0.1], lost: [1, 1, 0, 0], value: 10 }, { costPerContact: 2, saveRate: 0.5 });
    expect(best).toMatchObject({ contacted: 2, risk: 0.8, lost: 2, cost: 4, saved: 10, net: 6 });
    expect(curve.map(({ contacted, net }) => [contacted, net])).toEqual([
      [0, 0],
      [1, 3],
      [2, 6],
      [3, 4],
      [4, 2]
    ]);
  });

  test('nobody is contacted where it never pays, and everybody where it costs nothing', () => {
    fc.assert(
      fc.property(anyScored, ({ scores, outcomes }) => {
        const past = { risk: scores, lost: outcomes, value: scores.map((_, at) => at) };
        expect(cutOffs(past, { costPerContact: 1e6, saveRate: 1 }).best.contacted).toBe(0);
        const free = cutOffs(past, { costPerContact: 0, saveRate: 0.5 });
        expect(free.best.net).toBeCloseTo(free.curve.at(-1)?.net ?? NaN, 8);
        expect(free.curve.at(-1)?.contacted).toBe(scores.length);
        expect(free.curve).toContain(free.best);
      }),
      { seed: 10 }
    );
  });
});

test('a forecast beside what came, by purchases before', () => {
  const check = checkForecast({ x: [0, 0, 1, 9], predicted: [1, 0, 2, 4], actual: [0, 0, 2, 6] }, 3);
  expect(check).toMatchObject({ customers: 4, predicted: 7, actual: 8, bias: 7 / 8 - 1, meanError: 0.75 });
  expect(check?.squareError).toBeCloseTo(Math.sqrt(5 / 4), 12);
  expect(check?.rows).toEqual([
    { x: 0, isOrMore: false, customers: 2, predicted: 0.5, actual: 0 },
    { x: 1, isOrMore: false, customers: 1, predicted: 2, actual: 2 },
    { x: 3, isOrMore: true, customers: 1, predicted: 4, actual: 6 }
  ]);
  expect(checkForecast({ x: [0], predicted: [1], actual: [0] })?.bias).toBeNull();
  expect(checkForecast({ x: [], predicted: [], actual: [] })).toBeNull();
});
