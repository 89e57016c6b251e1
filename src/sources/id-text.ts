import type { ColumnRead } from '../engine/contract.ts';
import { literal } from '../engine/sql.ts';

/** What ids are found wrapped in: a formula (="…"), an apostrophe or quotes, full-width digits, tabs and other blanks. A cell counts for the first. */
export const WRAPPINGS = ['formula', 'quote', 'wide', 'blank'] as const;

const WRAPPED: Readonly<Record<(typeof WRAPPINGS)[number], string>> = {
  formula: String.raw`^[\s\x{00A0}\x{FEFF}]*=`,
  quote: String.raw`^[\s\x{00A0}\x{FEFF}]*["''‘’]|"[\s\x{00A0}\x{FEFF}]*$`,
  wide: '[０-９]',
  blank: String.raw`^[\s\x{00A0}\x{FEFF}\x{200B}\x{3000}]|[\s\x{00A0}\x{FEFF}\x{200B}\x{3000}]$`
};

/** SQL: whether a text cell is wrapped in this way, and in none before it. */
export function wrappingTest(column: string, kind: (typeof WRAPPINGS)[number]): string {
  const matches = (one: (typeof WRAPPINGS)[number]) => `regexp_matches(${column}, '${WRAPPED[one]}')`;
  const before = WRAPPINGS.slice(0, WRAPPINGS.indexOf(kind));
  return [matches(kind), ...before.map((one) => `not ${matches(one)}`)].join(' and ');
}

/** SQL: whether an id was cut by a spreadsheet (1.93068E+15). */
export function isScientific(column: string): string {
  return `regexp_matches(${column}, '^[="'']*[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+"?$')`;
}

/**
 * SQL: an id as text. Wrappings are removed, full-width digits become half-width, leading zeros stay;
 * a cell of nothing but wrapping is null. Ids are never numbers: 18 digits exceed 2^53.
 */
export function idExpression(column: string, read: ColumnRead): string {
  if (read !== 'text') return `cast(${column} as varchar)`;
  const trimmed = `trim(translate(${column}, '０１２３４５６７８９', '0123456789'), '="''‘’' || chr(9) || chr(10) || chr(13) || ' ' || chr(160) || chr(65279) || chr(8203) || chr(12288))`;
  // A look at the letters is twenty times cheaper than tidying, and most ids need none.
  return `case when regexp_full_match(${column}, '[0-9A-Za-z_@.#/:-]+') then ${column} else nullif(${trimmed}, '') end`;
}

/** Spellings of no number at all, in place of an order's. */
export const NO_NUMBER: readonly string[] = [
  '-',
  '--',
  '—',
  '/',
  '无',
  '暂无',
  'null',
  'NULL',
  '(null)',
  'none',
  'None',
  'nan',
  'NaN',
  'n/a',
  'N/A',
  'NA',
  '#N/A'
];

/**
 * SQL: the number of an order or a line; null where the cell says that there is none, or where a
 * spreadsheet cut it (1.93068E+17): different orders would become one.
 */
export function numberExpression(column: string, read: ColumnRead): string {
  const id = idExpression(column, read);
  return `case when ${id} not in ${literal(NO_NUMBER)} and not (contains(${column}, 'E+') and ${isScientific(column)}) then ${id} end`;
}

/** SQL: a plain text cell, blanks around it removed; a blank cell is null. */
export function textExpression(column: string, read: ColumnRead): string {
  if (read !== 'text') return `cast(${column} as varchar)`;
  const trimmed = `nullif(trim(${column}, chr(9) || chr(10) || chr(13) || ' ' || chr(160) || chr(65279) || chr(12288)), '')`;
  return `case when regexp_matches(${column}, '^[\\s\\x{00A0}\\x{FEFF}\\x{3000}]|[\\s\\x{00A0}\\x{FEFF}\\x{3000}]$') or ${column} = '' then ${trimmed} else ${column} end`;
}
