import {
  areBirthdays,
  areComments,
  areEventNames,
  areGenders,
  areGroups,
  arePlainlyGenders,
  arePlainlyGroups,
  arePlainlyOutOfTen,
  areRecommendations,
  areSatisfactions,
  areSpans,
  areYesOrNo
} from './answer-shapes.ts';
import { isRecipient } from './header-aliases.ts';
import { meaningsOf, type HeaderFamily } from './header-family.ts';
import { looseHeader, normaliseHeader } from './header.ts';
import { withRole, type Mapping, type Role } from './mapping.ts';
import { ALIAS, EXACT, personalKind, settle, WORDS, type Claim } from './role-claims.ts';
import { isTicketList, roleInSubject, subjectAliases, type OtherSubject } from './subject-words.ts';
import { looksLikeDate, looksLikeDateNumber, looksLikeMoney, looksMasked, personalShape, shareOf } from './value-shapes.ts';

// A column without values is taken only where no other could be meant.
const EMPTY = 5000;

const MOMENTS: ReadonlySet<Role> = new Set(['member_since', 'event_time', 'survey_time', 'ticket_open', 'sent_time']);
const SPANS: ReadonlySet<Role> = new Set(['first_reply', 'resolved']);
const AMOUNTS: ReadonlySet<Role> = new Set(['amount', 'cost', 'unit_price', 'points']);
const OF_TICKETS: ReadonlySet<Role> = new Set(['ticket_id', 'ticket_type', 'ticket_open', 'first_reply', 'resolved']);

/**
 * Guesses what each column means in a file about something other than orders, by headers first and then by the
 * first rows' values (`values`, by column). Questions of a survey stand beside the known headers of an export, so
 * words count in those too. A file may hold several questions of a kind: the first is taken.
 */
export function guessOthers(
  subject: OtherSubject,
  columns: readonly string[],
  values: readonly (readonly string[])[],
  family: HeaderFamily | null
): Mapping {
  const meanings = family ? meaningsOf(family) : null;
  const isTickets = subject === 'feedback' && isTicketList(columns);
  const isFilled = values.some((column) => column.length > 0);
  const claims = columns
    .flatMap((header, column): Claim[] => {
      const known = meanings?.get(normaliseHeader(header));
      if (known) return known.roles.map(({ role, place }) => ({ column, role, score: EXACT - place, confidence: 'exact' }));
      const aliases = subjectAliases(subject, header);
      if (aliases.length > 0) return aliases.map(({ role, place }) => ({ column, role, score: ALIAS - place, confidence: 'alias' }));
      const role = roleInSubject(subject, header);
      return role === null ? [] : [{ column, role, score: WORDS, confidence: 'contains' }];
    })
    .filter((claim) => fits(claim, columns[claim.column] ?? '', values[claim.column] ?? []))
    .filter((claim, _, all) => subject !== 'feedback' || isMeant(claim, all, isTickets))
    .map((claim) => (isFilled && values[claim.column]?.length === 0 ? { ...claim, score: claim.score - EMPTY } : claim));
  const settled = settle(columns.length, claims);
  const personal = columns.map((header, column) =>
    personalKind(header, meanings?.get(normaliseHeader(header)), settled.roles[column] ?? null, values[column] ?? [])
  );
  const guessed: Mapping = { family: family?.id ?? null, subject, ...settled, personal, answers: {}, rules: {} };
  return withoutHelpdeskId(
    columns,
    withoutName(columns, guessFromValues(subject, columns, values, withoutName(columns, guessed), isTickets))
  );
}

/** `created` and `type` are a ticket's in a list of tickets, and an answer's in a survey. */
function isMeant(claim: Claim, all: readonly Claim[], isTickets: boolean): boolean {
  if (!isTickets) return !OF_TICKETS.has(claim.role);
  return claim.role !== 'survey_time' || !all.some((other) => other.column === claim.column && OF_TICKETS.has(other.role));
}

/** Whether the first rows' values can be what the role says; a column without values passes. */
function fits({ role, confidence }: Claim, header: string, values: readonly string[]): boolean {
  if (values.length === 0) return true;
  const areMoments = shareOf(values, (value) => looksLikeDate(value) || looksLikeDateNumber(value)) >= 0.5;
  if (MOMENTS.has(role)) return areMoments;
  if (SPANS.has(role)) return areMoments || areSpans(values);
  if (AMOUNTS.has(role)) return shareOf(values, looksLikeMoney) >= 0.5;
  if (role === 'birthday') return areBirthdays(values);
  if (role === 'gender') return areGenders(values);
  if (role === 'consent') return areYesOrNo(values);
  // A plain "score" is out of ten only where it goes beyond five.
  if (role === 'nps')
    return (
      areRecommendations(values) &&
      (!/^(survey)?score$|^(得分|打分|分数)$/.test(looseHeader(header)) || values.some((value) => Number.parseFloat(value) > 5))
    );
  if (role === 'csat') return areSatisfactions(values);
  if (role === 'comment') return areComments(values);
  if (role === 'event_name') return areEventNames(values);
  if (role === 'group') return areGroups(values);
  if (role === 'phone')
    return shareOf(values, (value) => /^[+\d(][\d\s().+-]{4,}$/.test(value)) >= 0.5 && shareOf(values, looksMasked) < 0.3;
  if (role === 'email') return shareOf(values, (value) => value.includes('@')) >= 0.5 && shareOf(values, looksMasked) < 0.3;
  if (role === 'customer') return shareOf(values, looksMasked) < 0.3 && (confidence !== 'contains' || !areMoments);
  if (role === 'region')
    return shareOf(values, (value) => value.length <= 24 && !/\d{2}/.test(value)) >= 0.5 && personalShape(values) !== 'address';
  if (role === 'response') return areMoments || areYesOrNo(values) || new Set(values).size <= 12;
  if (role === 'campaign' || role === 'ticket_type' || role === 'status' || role === 'tier') return !areMoments;
  return true;
}

/** What headers left open: keys by their shape, genders and scores by their values, groups, and `id`. */
function guessFromValues(
  subject: OtherSubject,
  columns: readonly string[],
  values: readonly (readonly string[])[],
  guessed: Mapping,
  isTickets: boolean
): Mapping {
  let mapping = guessed;
  const free = (test: (values: readonly string[], column: number) => boolean) =>
    columns.flatMap((_, column) =>
      mapping.roles[column] === null && values[column]?.length && test(values[column], column) ? [column] : []
    );
  const give = (role: Role, [column, another]: readonly number[], isOnly = false) => {
    if (column === undefined || mapping.roles.includes(role) || (isOnly && another !== undefined)) return;
    mapping = withRole(mapping, column, role, 'values');
  };
  const isKey = (kind: 'phone' | 'email') =>
    free((cells, column) => personalShape(cells) === kind && shareOf(cells, looksMasked) < 0.3 && !isRecipient(columns[column] ?? ''));
  const ids = free((_, column) => isBareId(columns[column] ?? '') && mapping.personal[column] === null);
  if (subject === 'members') {
    give('phone', isKey('phone'));
    give('email', isKey('email'));
    give(
      'gender',
      free((cells) => arePlainlyGenders(cells))
    );
    give('customer', ids);
  }
  if (subject === 'touches')
    give(
      'group',
      free((cells) => arePlainlyGroups(cells))
    );
  if (subject === 'feedback') {
    if (isTickets) give('ticket_id', ids);
    if (!mapping.roles.includes('csat'))
      give(
        'nps',
        free((cells, column) => arePlainlyOutOfTen(cells) && isQuestion(columns[column] ?? '')),
        true
      );
  }
  if (subject === 'events' || subject === 'feedback' || subject === 'touches') {
    if (subject !== 'feedback') give('customer', ids);
    give('customer', isKey('phone'));
    give('customer', isKey('email'));
  }
  return mapping;
}

/** A question or a score by its header, and not a count or an age. */
function isQuestion(header: string): boolean {
  return (
    /[?？]|^\s*q?\d{1,3}\s*[、.．:：)]|score|评分|得分|打分/i.test(header) &&
    !/多少(岁|次|个)|年龄|次数|how (many|old|often)|\bage\b/i.test(header)
  );
}

/** A name tells members apart only where neither a number, a phone nor an e-mail is there. */
function withoutName(columns: readonly string[], mapping: Mapping): Mapping {
  const customer = mapping.roles.indexOf('customer');
  if (mapping.subject !== 'members' || customer < 0 || mapping.personal[customer] !== 'name') return mapping;
  const isBetter = mapping.roles.includes('phone') || mapping.roles.includes('email') || columns.some(isBareId);
  return isBetter ? withRole(mapping, customer, null, null) : mapping;
}

/** A helpdesk's own number for a person is known to no shop: an e-mail or a phone beside it finds the customer. */
function withoutHelpdeskId(columns: readonly string[], mapping: Mapping): Mapping {
  const customer = mapping.roles.indexOf('customer');
  if (mapping.subject !== 'feedback' || !/^(contact|requester|person)id$/.test(looseHeader(columns[customer] ?? ''))) return mapping;
  const better = (['email', 'phone'] as const)
    .map((kind) => mapping.personal.findIndex((personal, column) => personal === kind && mapping.roles[column] === null))
    .find((column) => column >= 0);
  return better === undefined ? mapping : withRole(mapping, better, 'customer', 'values');
}

const isBareId = (header: string) => /^(id|编号|key|no|号码|number)$/.test(looseHeader(header));
