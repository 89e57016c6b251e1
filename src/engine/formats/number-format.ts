/** What a number in a cell is, by the cell's number format. */
export type NumberKind = 'number' | 'date' | 'datetime' | 'time' | 'elapsed';

// 27 to 36 and 50 to 58 are dates and times of Chinese, Japanese and Korean Excel.
const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  ...span(14, 17, 'date'),
  ...span(18, 21, 'time'),
  [22, 'datetime'] as const,
  ...span(27, 31, 'date'),
  ...span(32, 35, 'time'),
  [36, 'date'] as const,
  [45, 'time'] as const,
  [46, 'elapsed'] as const,
  [47, 'time'] as const,
  ...span(50, 54, 'date'),
  ...span(55, 56, 'time'),
  ...span(57, 58, 'date')
]);

function span(from: number, to: number, kind: NumberKind): [number, NumberKind][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, kind]);
}

/** The kind of a number format by its id, or by its code where the workbook gives one. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  return code === undefined ? (BUILT_IN.get(id) ?? 'number') : kindOfCode(code);
}

/** Reads a format code such as `yyyy"年"m"月"d"日" h:mm` (ECMA-376 part 1, 18.8.31). */
function kindOfCode(code: string): NumberKind {
  const positive = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '\u0001$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0] as string;
  const letters = positive.toLowerCase().replace(/am\/pm|a\/p|general|上午\/下午/g, '');
  if (letters.includes('\u0001')) return 'elapsed';
  const hasTime = /[hs]/.test(letters);
  const hasDay = /[yd]|aaa|b{2,4}|e(?![+-])/.test(letters) || (letters.includes('m') && !hasTime);
  if (hasDay) return hasTime ? 'datetime' : 'date';
  return hasTime ? 'time' : 'number';
}
