import { aliasOf, personalInWords, roleInWords } from './header-aliases.ts';
import { meaningsOf, type FamilyMeaning, type HeaderFamily } from './header-family.ts';
import { looseHeader, normaliseHeader } from './header.ts';
import { withRole, type Mapping, type Role } from './mapping.ts';
import { ALIAS, EXACT, personalKind, settle, WORDS, type Claim } from './role-claims.ts';
import { looksLikeDate, looksLikeDateNumber, looksLikeMoney, looksMasked, personalShape, shareOf } from './value-shapes.ts';

// An order number with gaps gives way to a whole one of the same class: eBay's may be blank, its record number is not.
const GAPS = 300;

const MONEY: ReadonlySet<Role> = new Set(['amount', 'gross', 'discount', 'refund', 'unit_price', 'quantity']);

/**
 * Guesses what each column of an order file means: whole header of a known export, alias, words in the header,
 * then the first rows' values (`values`, by column; `rows` first rows). Pay time and order time are both mapped
 * where both are there. An e-mail or the buyer's own phone becomes the customer only where nothing better is
 * there; a recipient's phone or a masked key never does.
 */
export function guessOrders(
  columns: readonly string[],
  values: readonly (readonly string[])[],
  rows: number,
  family: HeaderFamily | null
): Mapping {
  const meanings = family ? meaningsOf(family) : null;
  const claims = columns
    .flatMap((header, column) => claimsOf(header, column, meanings, family))
    .filter((claim) => fits(claim.role, values[claim.column] ?? []))
    .map((claim) =>
      claim.role === 'order_id' && (values[claim.column]?.length ?? 0) < rows ? { ...claim, score: claim.score - GAPS } : claim
    );
  const { roles, confidence } = settle(columns.length, claims);
  const personal = columns.map((header, column) =>
    personalKind(header, meanings?.get(normaliseHeader(header)), roles[column] ?? null, values[column] ?? [])
  );
  return guessFromValues(columns, values, { family: family?.id ?? null, roles, personal, confidence, answers: {}, rules: {} });
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
