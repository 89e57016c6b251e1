import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from './chart.ts';
import { niceTop } from './lines.ts';
import { spread } from './spread.ts';
import { clipped, textWidth } from './text-width.ts';

describe('labels at the ends of curves', () => {
  it('stand apart and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 2, maxLength: 6 }), (places) => {
        const moved = places.map((place, index) => place + (spread(places, 14)[index] ?? 0));
        const sorted = [...moved].sort((a, b) => a - b);
        return sorted.every((place, at) => at === 0 || place - (sorted[at - 1] ?? 0) >= 13);
      })
    );
  });
  it('stay where they are when there is room', () => {
    expect(spread([10, 60, 120], 14)).toEqual([0, 0, 0]);
  });
});

describe('the top of an axis', () => {
  it.each([
    [0.217, 0.25],
    [18_406, 20_000],
    [100, 100],
    [0, 1]
  ])('for %d is the round number %d', (value, top) => {
    expect(niceTop(value)).toBeCloseTo(top, 9);
  });
});

describe('tick labels', () => {
  it('are thinned to the room there is, and the last stays', () => {
    const months = Array.from({ length: 24 }, (_, month) => month);
    expect(thinned(months, 240, 40).length).toBeLessThanOrEqual(6);
    expect(thinned(months, 240, 40).at(-1)).toBe(23);
    expect(thinned(months, 2400, 40)).toHaveLength(24);
  });
});

describe('a text', () => {
  it('in Chinese takes about twice the room of the same number of Latin letters', () => {
    expect(textWidth('重要价值')).toBeGreaterThan(1.5 * textWidth('abcd'));
  });
  it('is cut with an ellipsis only when it is too wide', () => {
    expect(clipped('Potential loyalists', 400)).toBe('Potential loyalists');
    expect(clipped('Potential loyalists', 60)).toMatch(/…$/);
    expect(textWidth(clipped('Potential loyalists', 60))).toBeLessThanOrEqual(60);
  });
});
