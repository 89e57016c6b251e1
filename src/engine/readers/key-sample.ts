import type { KeySample } from '../contract.ts';

/** SQL: whether a row with the columns c0, c1, … is in the sample. However a key is wrapped or spaced, its rows are in it together or not at all. */
export function isInSample({ of, by }: KeySample): string {
  const forms = by.map((column) => `nullif(lower(regexp_replace(cast(c${column} as varchar), '[^\\pL\\pN]', '', 'g')), '')`);
  return `hash(coalesce(${[...forms, "''"].join(', ')})) % ${Math.floor(of)} = 0`;
}
