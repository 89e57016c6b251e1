import { describe, expect, it } from 'vitest';
import { contrast, hexToRgb, luminance } from './colour.ts';
import { colorOf, heatIn, SERIES } from './theme.ts';

const SHARES = Array.from({ length: 101 }, (_, index) => index / 100);

describe('the heat scale', () => {
  it.each(['light', 'dark'] as const)('has readable text on every shade (%s)', (theme) => {
    for (const share of SHARES) {
      const { fill, ink } = heatIn(theme, share);
      expect(contrast(hexToRgb(fill), hexToRgb(ink)), `at ${share}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('gets darker on light ground and lighter on dark ground with every step', () => {
    const light = SHARES.map((share) => luminance(hexToRgb(heatIn('light', share).fill)));
    const dark = SHARES.map((share) => luminance(hexToRgb(heatIn('dark', share).fill)));
    for (let at = 5; at < SHARES.length; at += 5) {
      expect(light[at]).toBeLessThan(light[at - 5] ?? 0);
      expect(dark[at]).toBeGreaterThan(dark[at - 5] ?? 1);
    }
  });

  it.each([
    ['light', '#1a1c20'],
    ['dark', '#eceded']
  ] as const)('has readable text on the thinned shades of what is not complete (%s)', (theme, ink) => {
    for (const share of SHARES) expect(contrast(hexToRgb(heatIn(theme, share).pale), hexToRgb(ink))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a category', () => {
  it('has the same colour wherever the list of categories is the same', () => {
    expect(colorOf('loyal', ['champions', 'loyal'])).toBe(SERIES[1]);
  });
  it('beyond the seventh, or unknown, is everything else', () => {
    const known = Array.from({ length: 12 }, (_, index) => String(index));
    expect(colorOf('9', known)).toBe(SERIES[7]);
    expect(colorOf('x', known)).toBe(SERIES[7]);
  });
});
