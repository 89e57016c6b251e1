import { contrast, hexToRgb, mix, rgbToHex, type Rgb } from './colour.ts';

/** Colours of categories, in the order in which they are given out; the eighth is for everything else. */
export const SERIES = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `var(--series-${n})`);

/** The lifecycle's colours, the same on every page. */
export const LIFECYCLE = { retained: 'var(--retained)', wonBack: 'var(--won-back)', new: 'var(--new)', lost: 'var(--lost)' } as const;

/** The colour of `id` among `known`, which is the same list in the same order on every page. */
export function colorOf(id: string, known: readonly string[]): string {
  const place = known.indexOf(id);
  return SERIES[place >= 0 && place < 7 ? place : 7] ?? 'var(--series-8)';
}

/** The heat scale's ends in both themes: from almost the surface to the accent. */
export const HEAT = { light: ['#eaf4f2', '#0b6b63'], dark: ['#1e2c2c', '#4fc3b6'] } as const;
/** Inks for text on a shade, the gentlest first. */
const INKS = { light: ['#12181a', '#ffffff', '#000000'], dark: ['#eceded', '#0c1a18', '#ffffff', '#000000'] } as const;

export interface HeatColor {
  readonly fill: string;
  /** The text colour that reads best on `fill`. */
  readonly ink: string;
  /** The same shade thinned over the surface, for what is not complete. */
  readonly pale: string;
}

/** The colour of a share of the scale, from 0 to 1, in both themes. */
export function heat(share: number): HeatColor {
  const at = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
  const light = heatIn('light', at);
  const dark = heatIn('dark', at);
  return {
    fill: `light-dark(${light.fill}, ${dark.fill})`,
    ink: `light-dark(${light.ink}, ${dark.ink})`,
    pale: `light-dark(${light.pale}, ${dark.pale})`
  };
}

/** The heat colour of one theme as hex, with the ink that reads best on it. */
export function heatIn(theme: 'light' | 'dark', share: number): { fill: string; ink: string; pale: string } {
  const [low, high] = HEAT[theme].map(hexToRgb) as [Rgb, Rgb];
  const fill = mix(low, high, share);
  const surface = hexToRgb(theme === 'light' ? '#ffffff' : '#1a1d22');
  const inks = INKS[theme].map((hex) => ({ hex, ratio: contrast(hexToRgb(hex), fill) }));
  const best = inks.find(({ ratio }) => ratio >= 4.5) ?? inks.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  return { fill: rgbToHex(fill), ink: best.hex, pale: rgbToHex(mix(surface, fill, 0.3)) };
}
