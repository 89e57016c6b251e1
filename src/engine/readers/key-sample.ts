import type { KeySample } from '../contract.ts';

/** SQL: the key of a row with the columns c0, c1, …, '' for none: however it is wrapped or spaced, it is the same. */
export function keyOf(by: KeySample['by']): string {
  const forms = by.map((column) => `nullif(lower(regexp_replace(cast(c${column} as varchar), '[^\\pL\\pN]', '', 'g')), '')`);
  return `coalesce(${[...forms, "''"].join(', ')})`;
}

/** SQL: whether a row is in the sample. All rows of a key are in it together or not at all. */
export function isInSample({ of, by }: KeySample): string {
  return isInPart(by, of, 0);
}

/** SQL: whether a row is in the part at `place` of the `parts` into which the keys fall. */
export function isInPart(by: KeySample['by'], parts: number, place: number): string {
  return `hash(${keyOf(by)}) % ${Math.floor(parts)} = ${place}`;
}
