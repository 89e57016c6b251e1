import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned, thinnedInTime } from './chart.ts';
import { niceTop, tellingTicks, tickStep } from './lines.ts';
import { formatFor } from '../i18n/format.ts';
import { axisCount, axisPercent, withoutRepeats } from './axis-format.ts';
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

describe('the ticks of an axis', () => {
  it('are told apart, with no digit more than that takes', () => {
    const percent = axisPercent(formatFor('en', null));
    expect(percent(0.05, tickStep(0.05, 5))).toBe('5%');
    expect(percent(0.015, tickStep(0.02, 5))).toBe('1.5%');
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (top) => {
        const step = tickStep(top, 5);
        const labels = [0, 1, 2, 3, 4].map((place) => percent(place * step, step));
        return new Set(labels).size === labels.length;
      })
    );
  });
  it('count in full while that reads well', () => {
    expect([5000, 20_000, 150_000].map(axisCount(formatFor('en', null)))).toEqual(['5,000', '20,000', '150k']);
    expect([5000, 20_000].map(axisCount(formatFor('zh', null)))).toEqual(['5,000', '2万']);
  });
  it('in time stand apart also where months are missing', () => {
    const month = (index: number) => new Date(Date.UTC(2001, index, 1));
    const days = [month(0), month(1), ...Array.from({ length: 36 }, (_, index) => month(27 + index))];
    const kept = thinnedInTime(days, 500, 66);
    const room = (from: Date, to: Date) => ((to.getTime() - from.getTime()) / (month(62).getTime() - month(0).getTime())) * 500;
    expect(kept.at(-1)).toEqual(month(62));
    expect(kept.slice(1).every((day, at) => room(kept[at] ?? day, day) >= 59)).toBe(true);
  });
});

describe('ticks along an axis', () => {
  it('stand so far apart that their labels do not touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 2_000_000 }), fc.integer({ min: 200, max: 1300 }), (end, room) => {
        const count = tellingTicks(0, end, true, room, String) as number;
        const step = tickStep(end, count);
        return count === 2 || (step / end) * room >= textWidth(String(Math.floor(end / step) * step)) + 12;
      })
    );
    // A phone, and a wide screen.
    expect(tickStep(1400, tellingTicks(0, 1400, true, 290, String) as number)).toBe(500);
    expect(tickStep(1400, tellingTicks(0, 1400, true, 700, String) as number)).toBe(100);
  });
  it('do not say the same twice', () => {
    const label = withoutRepeats((day: Date) => day.toISOString().slice(0, 7));
    expect(['2024-05-01', '2024-05-20', '2024-06-01'].map((day) => new Date(day)).map(label)).toEqual(['2024-05', '', '2024-06']);
  });
  it('name few whole numbers one by one', () => {
    expect(tellingTicks(1, 4, true, 300, String)).toEqual([1, 2, 3, 4]);
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
