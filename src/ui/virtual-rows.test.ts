import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE, rowsInSight, TALLEST } from './virtual-rows.ts';

const sight = (total: number, scrollTop: number, room = 500) => rowsInSight({ total, rowHeight: 34, room, scrollTop });

describe('rows in sight', () => {
  it('begin with the first row at the top', () => {
    const { rows } = sight(1000, 0);
    expect(rows[0]).toEqual({ row: 0, top: 0 });
    expect(rows.length).toBeLessThan(40);
  });

  it('end with the last row at the bottom, also where a browser cannot scroll that far', () => {
    const total = 1_000_000;
    const { height, rows } = sight(total, TALLEST - 500);
    expect(height).toBe(TALLEST);
    expect(rows.at(-1)?.row).toBe(total - 1);
    expect((rows.at(-1)?.top ?? 0) + 34).toBeCloseTo(TALLEST, 3);
  });

  it('fill the window without gaps wherever it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const { height } = sight(total, 0);
        const scrollTop = share * Math.max(0, height - 500);
        const { rows, pages } = sight(total, scrollTop);
        const first = rows[0];
        const last = rows.at(-1);
        if (!first || !last) return false;
        const coversTop = first.top <= scrollTop + 1e-3;
        const coversBottom = last.top + 34 >= Math.min(scrollTop + 500, height) - 1e-3;
        const isPaged = rows.every(({ row }) => pages.includes(Math.floor(row / PAGE)));
        return coversTop && coversBottom && isPaged && last.row < total;
      })
    );
  });

  it('are none when there are none', () => {
    expect(sight(0, 0)).toMatchObject({ rows: [], pages: [], height: 0 });
  });

  it('come to the top at the offset that is given for a row', () => {
    const { offsetOf } = sight(5_000_000, 0);
    expect(sight(5_000_000, offsetOf(3_000_000)).firstWhole).toBeCloseTo(3_000_000, -1);
  });
});
