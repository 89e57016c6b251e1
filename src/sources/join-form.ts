import type { ColumnRead } from '../engine/contract.ts';
import { literal } from '../engine/sql.ts';
import type { Mapping } from './mapping.ts';
import { BLANKS } from './value-shapes.ts';

/** How keys of two files are brought into one form: ids, telephone numbers, e-mail addresses. */
export type JoinKind = 'id' | 'phone' | 'email';

/** The form in which a column's keys are compared with those of another file. */
export function joinKind(mapping: Mapping, column: number): JoinKind {
  const role = mapping.roles[column];
  if (role === 'phone' || role === 'email') return role;
  const personal = mapping.personal[column];
  return personal === 'phone' || personal === 'email' ? personal : 'id';
}

// Full-width letters, digits and signs beside their half-width ones, U+FF01 to U+FF5E.
const WIDE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0xff01 + index)).join('');
const NARROW = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).join('');
const INVISIBLE = '\u200B\u200C\u200D\u2060\uFEFF\u202A\u202C\u202D';
const WRAPPING = `="'‘’\t\n\r \u00A0\u3000`;

// Keys that are in their form already, as most are. One with a digit is no word for nothing.
const PLAIN: Readonly<Record<JoinKind, string>> = {
  id: '[A-Za-z_-]*[0-9][0-9A-Za-z_-]*',
  email: '[a-z0-9._%+-]+@[a-z0-9.-]+',
  phone: '1[3-9][0-9]{9}'
};

/**
 * SQL: the form in which a key is compared with another file's, or null for none: blank and masked cells
 * (138****8000) and numbers that a spreadsheet cut (1.38E+10). Give it both sides of a join, of one kind.
 * Ids lose wrappings, full-width characters and the `.0` of a spreadsheet, and are exact otherwise; e-mails fold
 * case; telephone numbers keep their digits, without +86 or 0086 before a Chinese mobile number.
 */
export function joinForm(column: string, read: ColumnRead, kind: JoinKind): string {
  const cell = read === 'text' ? column : `cast(${column} as varchar)`;
  // Translating costs a hundred times a look, and few cells hold anything to translate.
  const half = `case when regexp_matches(${cell}, '[^\\x00-\\x7F]') then translate(${cell}, ${literal(WIDE + INVISIBLE)}, ${literal(NARROW)}) else ${cell} end`;
  const text = `trim(${half}, ${literal(WRAPPING)})`;
  const whole = `regexp_replace(${text}, '^([0-9]+)\\.0+$', '\\1')`;
  const phoneOf = (number: string) =>
    `regexp_replace(regexp_replace(${number}, '[^0-9]', '', 'g'), '^(?:00)?86(1[3-9][0-9]{9})$|^00([1-9])', '\\1\\2')`;
  const forms: Readonly<Record<JoinKind, string>> = {
    id: whole,
    email: `regexp_replace(lower(${text}), '^mailto:', '')`,
    // What holds letters is no telephone number: a column may hold e-mails or names beside them.
    phone: `case when regexp_matches(${text}, '\\p{L}|@') then lower(${text}) else ${phoneOf(whole)} end`
  };
  const isKey = `lower(${text}) not in ${literal(BLANKS)} and not contains(${text}, '*') and not regexp_full_match(${text}, '[0-9](\\.[0-9]+)?[Ee]\\+[0-9]+')`;
  const dialled =
    kind === 'phone' ? ` when regexp_full_match(${cell}, '[+0-9 ()-]*[0-9][+0-9 ()-]*') then nullif(${phoneOf(cell)}, '')` : '';
  return `case when regexp_full_match(${cell}, ${literal(PLAIN[kind])}) then ${cell}${dialled} else nullif(case when ${isKey} then ${forms[kind]} end, '') end`;
}

/** The same form of one key, for what is compared outside the database. */
export function joinFormOf(key: string, kind: JoinKind): string | null {
  const text = trimmed([...key].map((sign) => (INVISIBLE.includes(sign) ? '' : (NARROW[WIDE.indexOf(sign)] ?? sign))).join(''));
  if (BLANKS.includes(text.toLowerCase()) || text.includes('*') || /^\d(\.\d+)?[Ee]\+\d+$/.test(text)) return null;
  const whole = text.replace(/^(\d+)\.0+$/, '$1');
  const form = kind === 'id' ? whole : kind === 'email' ? text.toLowerCase().replace(/^mailto:/, '') : phoneForm(whole);
  return form === '' ? null : form;
}

function trimmed(text: string): string {
  const first = [...text].findIndex((sign) => !WRAPPING.includes(sign));
  const last = [...text].findLastIndex((sign) => !WRAPPING.includes(sign));
  return first < 0 ? '' : [...text].slice(first, last + 1).join('');
}

function phoneForm(text: string): string {
  if (/\p{L}|@/u.test(text)) return text.toLowerCase();
  return text.replace(/[^0-9]/g, '').replace(/^(?:00)?86(1[3-9][0-9]{9})$|^00([1-9])/, '$1$2');
}
