import { describe, expect, it } from 'vitest';
import { cutsOf, marksOf } from './scoring.ts';

describe('own thresholds are read', () => {
  it.each(['30, 60, 90, 120', '30，60，90，120', '30、60、90、120'])('from %s', (text) => {
    expect(marksOf(text)).toEqual([30, 60, 90, 120]);
  });
  it.each(['30, 60, 90', '30, 60, 60, 120', '30, , 90, 120', 'many', ''])('not from “%s”', (text) => {
    expect(marksOf(text)).toBeNull();
  });
  it('and the split of high and low in three numbers of any order', () => {
    expect(cutsOf('90，2，500')).toEqual([90, 2, 500]);
  });
});
