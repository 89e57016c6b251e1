import type { ColumnRead } from '../engine/contract.ts';
import { aliasOf, isRecipient, personalInWords, roleInWords } from './header-aliases.ts';
import { HEADER_FAMILIES } from './header-families.ts';
import { meaningsOf, recogniseFamily, type FamilyMeaning, type HeaderFamily } from './header-family.ts';
import { looseHeader, normaliseHeader } from './header.ts';
import { ROLES, withRole, type Mapping, type PersonalKind, type Role } from './mapping.ts';
import { filledValues, looksLikeDate, looksLikeDateNumber, looksLikeMoney, looksMasked, personalShape, shareOf } from './value-shapes.ts';

type Confidence = NonNullable<Mapping['confidence'][number]>;

/** One thing a column may mean; the highest score wins. */
interface Claim {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
  readonly confidence: Confidence;
}

// A whole header of a known export beats an alias, an alias beats a word in the header; the place within
// a role's list decides inside each class, which no list exceeds.
const EXACT = 3000;
const ALIAS = 2000;
const WORDS = 1000;
// An order number with gaps gives way to a whole one of the same class: eBay's may be blank, its record number is not.
const GAPS = 300;

const MONEY: ReadonlySet<Role> = new Set(['amount', 'gross', 'discount', 'refund', 'unit_price', 'quantity']);

/**
 * Guesses what each column means: whole header of a known export, alias, words in the header, then the
 * first rows' values. A role is given once. Pay time and order time are both mapped where both are there.
 * An e-mail or the buyer's own phone becomes the customer only where nothing better is there; a
 * recipient's phone or a masked key never does.
 */
export function guessMapping(columns: readonly string[], sample: readonly (readonly string[])[]): Mapping {
  const values = columns.map((_, column) => filledValues(sample, column));
  const family = recogniseFamily(columns, HEADER_FAMILIES);
  const meanings = family ? meaningsOf(family) : null;
  const claims = columns
    .flatMap((header, column) => claimsOf(header, column, meanings, family))
    .filter((claim) => fits(claim.role, values[claim.column] ?? []))
    .map((claim) =>
      claim.role === 'order_id' && (values[claim.column]?.length ?? 0) < sample.length ? { ...claim, score: claim.score - GAPS } : claim
    )
    .sort((a, b) => b.score - a.score || ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.column - b.column);
  const roles: (Role | null)[] = columns.map(() => null);
  const confidence: (Confidence | null)[] = columns.map(() => null);
  for (const claim of claims) {
    if (roles[claim.column] !== null || roles.includes(claim.role)) continue;
    roles[claim.column] = claim.role;
    confidence[claim.column] = claim.confidence;
  }
  const personal = columns.map((header, column) =>
    personalKind(header, meanings?.get(normaliseHeader(header)), roles[column] ?? null, values[column] ?? [])
  );
  const headers: Mapping = { family: family?.id ?? null, roles, personal, confidence, answers: {}, rules: {} };
  return guessFromValues(columns, values, headers);
}

function claimsOf(
  header: string,
  column: number,
  meanings: ReadonlyMap<string, FamilyMeaning> | null,
  family: HeaderFamily | null
): Claim[] {
  const known = meanings?.get(normaliseHeader(header));
  if (known) return known.roles.map(({ role, place }) => ({ column, role, score: EXACT - place, confidence: 'exact' as const }));
  const alias = aliasOf(header);
  if (alias) {
    // In a known export without a buyer, a stray phone or name does not make one.
    const isDoubtful = family !== null && alias.role === 'customer' && personalInWords(header) !== null;
    return isDoubtful ? [] : [{ column, role: alias.role, score: ALIAS - alias.place, confidence: 'alias' }];
  }
  const role = family === null ? roleInWords(header) : null;
  return role === null ? [] : [{ column, role, score: WORDS, confidence: 'contains' }];
}

/** Whether the first rows' values can be what the role says; a column without values passes. */
function fits(role: Role, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  if (role === 'order_time' || role === 'pay_time')
    return shareOf(values, (value) => looksLikeDate(value) || looksLikeDateNumber(value)) >= 0.5;
  if (role === 'order_clock') return shareOf(values, (value) => /^\d{1,2}:\d{2}/.test(value)) >= 0.5;
  if (role === 'refund') return shareOf(values, (value) => looksLikeMoney(value)) >= 0.3;
  if (MONEY.has(role)) return shareOf(values, looksLikeMoney) >= 0.5;
  // A full address names a person's door; a region is short and repeats.
  if (role === 'region')
    return shareOf(values, (value) => value.length <= 24 && !/\d{2}/.test(value)) >= 0.5 && personalShape(values) !== 'address';
  if (role === 'customer') return shareOf(values, looksMasked) < 0.3;
  return true;
}

function personalKind(header: string, known: FamilyMeaning | undefined, role: Role | null, values: readonly string[]): PersonalKind | null {
  if (role === 'region') return null;
  if (known?.personal) return known.personal;
  const byWords = known ? null : personalInWords(header);
  if (byWords && (role === null || role === 'customer')) return byWords;
  return role === null || role === 'customer' ? personalShape(values) : null;
}

/** What headers left open: a date column by its values, the one amount, and `id` as the customer's. */
function guessFromValues(columns: readonly string[], values: readonly (readonly string[])[], guessed: Mapping): Mapping {
  let mapping = guessed;
  const free = () =>
    columns.flatMap((_, column) =>
      mapping.roles[column] === null && mapping.personal[column] === null && values[column]?.length ? [column] : []
    );
  const give = (column: number, role: Role) => {
    mapping = withRole(mapping, column, role, 'values');
  };
  const has = (...roles: Role[]) => roles.some((role) => mapping.roles.includes(role));
  if (!has('order_time', 'pay_time')) {
    const date = free().find((column) => shareOf(values[column] ?? [], looksLikeDate) >= 0.8);
    if (date !== undefined) give(date, 'order_time');
  }
  const hasDate = has('order_time', 'pay_time');
  if (mapping.family === null && hasDate && !has('amount', 'gross', 'unit_price')) {
    const amounts = free().filter(
      (column) => shareOf(values[column] ?? [], (value) => looksLikeMoney(value) && /[.¥$€£元]/.test(value)) >= 0.6
    );
    const [only] = amounts;
    if (only !== undefined && amounts.length === 1) give(only, 'amount');
  }
  const id = columns.findIndex((header) => /^(id|编号|key|no)$/.test(looseHeader(header)));
  if (id >= 0 && mapping.roles[id] === null && mapping.family === null && hasDate) {
    // A bare `id` beside a date: the one who comes again when it repeats or when nothing else could be the customer.
    const ids = values[id] ?? [];
    const repeats = new Set(ids).size < ids.length;
    if (!has('customer') && (repeats || has('order_id') || !has('amount', 'gross', 'unit_price'))) give(id, 'customer');
    else if (!has('order_id')) give(id, 'order_id');
  }
  return mapping;
}

/**
 * Columns that may tell customers apart, best first: the mapped one, then headers that speak of the
 * customer. They must be loaded for the identity gate to measure them.
 */
export function customerCandidates(columns: readonly string[], mapping: Mapping): number[] {
  const family = HEADER_FAMILIES.find((one) => one.id === mapping.family);
  const meanings = family ? meaningsOf(family) : null;
  const ranked = columns.flatMap((header, column) => {
    const role = mapping.roles[column] ?? null;
    if (role === 'customer') return [{ column, score: Infinity }];
    if (role !== null) return [];
    const known = meanings?.get(normaliseHeader(header));
    const place = known?.roles.find((one) => one.role === 'customer')?.place;
    if (place !== undefined) return [{ column, score: EXACT - place }];
    if (known || isRecipient(header)) return [];
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

const MOMENTS: ReadonlySet<Role> = new Set(['order_time', 'pay_time']);

/**
 * How to read each column: amounts and dates typed where every first row is plainly so, ids and everything
 * else mapped as text, candidate keys as text, the rest (personal columns among them) skipped.
 */
export function chooseReads(columns: readonly string[], sample: readonly (readonly string[])[], mapping: Mapping): ColumnRead[] {
  const candidates = new Set(customerCandidates(columns, mapping));
  return columns.map((_, column) => {
    const role = mapping.roles[column] ?? null;
    if (role === null) return candidates.has(column) ? 'text' : 'skip';
    const values = sample.map((row) => row[column] ?? '').filter((value) => value !== '');
    if (values.length === 0) return 'text';
    if (MOMENTS.has(role)) {
      if (values.every((value) => /^(19|20)\d{2}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/.test(value))) return 'timestamp';
      return values.every((value) => /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) ? 'date' : 'text';
    }
    if (!MONEY.has(role) || !values.every((value) => /^-?\d{1,15}(\.\d{1,4})?$/.test(value))) return 'text';
    // 1.234 everywhere may be a thousand written the European way: that is decided on all rows.
    const points = values.filter((value) => value.includes('.'));
    return points.length > 0 && points.every((value) => /^-?[1-9]\d{0,2}\.\d{3}$/.test(value)) ? 'text' : 'number';
  });
}
