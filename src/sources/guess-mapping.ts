import { MOMENT_ROLES } from './column-formats.ts';
import type { ColumnRead } from '../engine/contract.ts';
import { isAfterSales } from './after-sales.ts';
import { guessOrders } from './guess-orders.ts';
import { guessOthers } from './guess-others.ts';
import { weigh, type Reading } from './guess-subject.ts';
import { aliasOf, isRecipient, roleInWords } from './header-aliases.ts';
import { HEADER_FAMILIES } from './header-families.ts';
import { meaningsOf, recogniseFamily, type HeaderFamily } from './header-family.ts';
import { normaliseHeader } from './header.ts';
import { joinKind, type JoinKind } from './join-form.ts';
import { columnOf, type Mapping, type Role } from './mapping.ts';
import { ALIAS, EXACT, WORDS } from './role-claims.ts';
import { rolesOf, type Subject } from './subject.ts';
import { tagColumns } from './subjects/members.ts';
import { roleInSubject, subjectAliases, type OtherSubject } from './subject-words.ts';
import { filledValues } from './value-shapes.ts';

/** Less than this between the two likeliest subjects, and the user is asked. */
const CLEARLY = 3;
/** Cells of a column that are looked at for each subject. */
const GLANCE = 50;
/** A wider table is not looked at from all sides: that would take seconds. */
const WIDEST = 1000;

const OTHERS: readonly OtherSubject[] = ['members', 'events', 'feedback', 'touches', 'products'];

/**
 * Guesses what a file is about and what each column means: the headers of a known export, else whichever
 * subject its headers and first rows speak for most, orders where nothing does. With `wanted` the subject is
 * the user's choice. Every role belongs to the subject and is given once.
 */
export function guessMapping(columns: readonly string[], sample: readonly (readonly string[])[], wanted?: Subject): Mapping {
  const values = columns.map((_, column) => filledValues(sample, column));
  const family = recogniseFamily(columns, HEADER_FAMILIES);
  const read = (subject: Subject) => readAs(subject, columns, values, sample.length, family);
  if (wanted !== undefined) return { ...read(wanted), subjectConfidence: 'user' };
  const orders = read('orders');
  // An export of orders may list refunds only, when its buyers' and amounts' columns were left out.
  const subject = isAfterSales(columns, orders) ? 'returns' : 'orders';
  if (family !== null && subjectOfFamily(family) !== 'orders') return { ...read(subjectOfFamily(family)), subjectConfidence: 'exact' };
  const own: Mapping = { ...(subject === 'returns' ? read('returns') : orders), subject };
  if (family !== null) return { ...own, subjectConfidence: 'exact' };
  if (columns.length > WIDEST) return { ...own, subjectConfidence: 'unsure' };
  // The first cells tell the subjects apart; all of them are looked at for the likeliest.
  const glance = values.map((cells) => cells.slice(0, GLANCE));
  const readings: Reading[] = [
    { subject, mapping: own },
    ...OTHERS.map((one) => ({ subject: one, mapping: guessOthers(one, columns, glance, null) }))
  ];
  const [best, second] = readings
    .map((reading) => ({ ...reading, weight: weigh(reading, { columns, values: glance }) }))
    .sort((one, another) => another.weight - one.weight);
  if (!best || best.weight === 0) return { ...own, subjectConfidence: 'unsure' };
  const isClear = best.weight > CLEARLY && best.weight - (second?.weight ?? 0) >= CLEARLY;
  return { ...(best.subject === subject ? own : read(best.subject)), subjectConfidence: isClear ? 'words' : 'unsure' };
}

const subjectOfFamily = (family: HeaderFamily): Subject => family.subject ?? 'orders';

/** What the rows of a mapped file are about; a mapping remembered before there was a choice says it by its roles. */
export function subjectOf(columns: readonly string[], mapping: Mapping): Subject {
  return mapping.subject ?? (isAfterSales(columns, mapping) ? 'returns' : 'orders');
}

function readAs(
  subject: Subject,
  columns: readonly string[],
  values: readonly (readonly string[])[],
  rows: number,
  family: HeaderFamily | null
): Mapping {
  if (subject !== 'orders' && subject !== 'returns')
    return guessOthers(subject, columns, values, family?.subject === subject ? family : null);
  const orders: Mapping = {
    ...guessOrders(columns, values, rows, family && subjectOfFamily(family) === 'orders' ? family : null),
    subject
  };
  if (subject === 'orders') return orders;
  const isTaken = orders.roles.map((role) => role !== null && rolesOf('returns').includes(role));
  return {
    ...orders,
    roles: orders.roles.map((role, column) => (isTaken[column] ? role : null)),
    confidence: orders.confidence.map((one, column) => (isTaken[column] ? one : null))
  };
}

/**
 * Columns whose keys may be found among the customers of the orders, best first, each with the form in which it
 * is compared: the mapped customer, a member's phone and e-mail, then headers that speak of the customer.
 */
export function joinCandidates(columns: readonly string[], mapping: Mapping): { column: number; kind: JoinKind }[] {
  const mapped = (['customer', 'phone', 'email'] as const).flatMap((role) => columnOf(mapping, role) ?? []);
  return [...new Set([...mapped, ...customerCandidates(columns, mapping)])].map((column) => ({ column, kind: joinKind(mapping, column) }));
}

/**
 * Columns that may tell customers apart, best first: the mapped one, then headers that speak of the
 * customer; where there is none, whoever got the parcel. They must be loaded for the identity gate to measure them.
 */
export function customerCandidates(columns: readonly string[], mapping: Mapping): number[] {
  const named = namedCandidates(columns, mapping);
  // Whom another file names is measured among the customers, so that every way to reach somebody is worth a look.
  if (isOther(mapping.subject)) return [...new Set([...named, ...contactColumns(columns, mapping)])].slice(0, 5);
  return named.length > 0 ? named : contactColumns(columns, mapping);
}

function isOther(subject: Subject | undefined): subject is OtherSubject {
  return subject !== undefined && subject !== 'orders' && subject !== 'returns';
}

/** Telephone numbers and e-mails without a meaning: of a recipient, or of nobody knows whom. */
function contactColumns(columns: readonly string[], mapping: Mapping): number[] {
  const isContact = (column: number) => mapping.personal[column] === 'phone' || mapping.personal[column] === 'email';
  return columns.flatMap((_, column) => (isContact(column) && (mapping.roles[column] ?? null) === null ? [column] : [])).slice(0, 4);
}

/** Whether a candidate is whoever got the parcel, or a number of nobody knows whom: it need not be the buyer. */
export function isStandIn(columns: readonly string[], mapping: Mapping, column: number): boolean {
  return isRecipient(columns[column] ?? '') || !namedCandidates(columns, mapping).includes(column);
}

function namedCandidates(columns: readonly string[], mapping: Mapping): number[] {
  const { subject } = mapping;
  const family = HEADER_FAMILIES.find((one) => one.id === mapping.family);
  const meanings = family ? meaningsOf(family) : null;
  const ranked = columns.flatMap((header, column) => {
    const role = mapping.roles[column] ?? null;
    if (role === 'customer') return [{ column, score: Infinity }];
    if (role !== null) return [];
    const known = meanings?.get(normaliseHeader(header));
    const place = known?.roles.find((one) => one.role === 'customer')?.place;
    if (place !== undefined) return [{ column, score: EXACT - place }];
    if (known) return [];
    if (isOther(subject)) return otherCandidate(subject, header, column);
    if (isRecipient(header)) return [];
    const alias = aliasOf(header);
    if (alias?.role === 'customer') return [{ column, score: ALIAS - alias.place }];
    return family === undefined && roleInWords(header) === 'customer' ? [{ column, score: WORDS }] : [];
  });
  // Names are read only where nothing else could tell customers apart.
  const isName = (column: number) => mapping.personal[column] === 'name' && mapping.roles[column] !== 'customer';
  const others = ranked.filter(({ column }) => !isName(column));
  return (others.length > 0 ? others : ranked)
    .sort((a, b) => b.score - a.score || a.column - b.column)
    .slice(0, 4)
    .map(({ column }) => column);
}

function otherCandidate(subject: OtherSubject, header: string, column: number): { column: number; score: number }[] {
  const keys: readonly (Role | null)[] = ['customer', 'phone', 'email'];
  const [alias] = subjectAliases(subject, header).filter(({ role }) => keys.includes(role));
  if (alias) return [{ column, score: ALIAS - alias.place }];
  return keys.includes(roleInSubject(subject, header)) ? [{ column, score: WORDS }] : [];
}

const MOMENTS: ReadonlySet<Role> = new Set(MOMENT_ROLES);
const NUMBERS: ReadonlySet<Role> = new Set([
  'amount',
  'gross',
  'discount',
  'refund',
  'unit_price',
  'quantity',
  'points',
  'nps',
  'csat',
  'cost',
  'first_reply',
  'resolved'
]);

/**
 * How to read each column: amounts and dates typed where every first row is plainly so, ids and everything
 * else mapped as text, candidate keys as text, the rest (personal columns among them) skipped.
 */
export function chooseReads(columns: readonly string[], sample: readonly (readonly string[])[], mapping: Mapping): ColumnRead[] {
  const candidates = new Set(customerCandidates(columns, mapping));
  const tags = new Set(tagColumns(columns, mapping));
  return columns.map((_, column) => {
    const role = mapping.roles[column] ?? null;
    if (role === null) return candidates.has(column) || tags.has(column) ? 'text' : 'skip';
    const values = sample.map((row) => row[column] ?? '').filter((value) => value !== '');
    if (values.length === 0) return 'text';
    if (MOMENTS.has(role)) {
      if (values.every((value) => /^(19|20)\d{2}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(value))) return 'timestamp';
      if (values.every((value) => /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value))) return 'date';
    }
    if (!NUMBERS.has(role) || !values.every((value) => /^-?\d{1,15}(\.\d{1,4})?$/.test(value))) return 'text';
    // 1.234 everywhere may be a thousand written the European way: that is decided on all rows.
    const points = values.filter((value) => value.includes('.'));
    return points.length > 0 && points.every((value) => /^-?[1-9]\d{0,2}\.\d{3}$/.test(value)) ? 'text' : 'number';
  });
}
