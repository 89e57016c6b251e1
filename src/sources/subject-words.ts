import { EVENT_WORDS, PRODUCT_WORDS, TOUCH_WORDS } from './activity-aliases.ts';
import { FEEDBACK_WORDS, OF_TICKET } from './feedback-aliases.ts';
import { aliasOf, isRecipient, personalInWords, roleInWords } from './header-aliases.ts';
import { looseHeader, normaliseHeader } from './header.ts';
import type { Role } from './mapping.ts';
import { MEMBER_WORDS } from './member-aliases.ts';
import { rolesOf, type Subject } from './subject.ts';

/** What the headers of files about one subject say. */
export interface RoleWords {
  /** Whole headers of each role, best first, compared without blanks, underscores and units. A header may stand under several. */
  readonly aliases: Readonly<Partial<Record<Role, readonly string[]>>>;
  /** Words inside a header; the first that matches decides, null for none. */
  readonly words: readonly (readonly [RegExp, Role | null])[];
}

/** The subjects whose headers are told here; orders and refunds have `header-aliases.ts`. */
export type OtherSubject = Exclude<Subject, 'orders' | 'returns'>;

const WORDS: Readonly<Record<OtherSubject, RoleWords>> = {
  members: MEMBER_WORDS,
  events: EVENT_WORDS,
  feedback: FEEDBACK_WORDS,
  touches: TOUCH_WORDS,
  products: PRODUCT_WORDS
};

/** A role that a whole header may have, with its place among the role's headers. */
export interface Alias {
  readonly role: Role;
  readonly place: number;
}

const PLACES = new Map<OtherSubject, ReadonlyMap<string, readonly Alias[]>>(
  (Object.entries(WORDS) as [OtherSubject, RoleWords][]).map(([subject, { aliases }]) => {
    const places = new Map<string, Alias[]>();
    for (const [role, headers] of Object.entries(aliases) as [Role, readonly string[]][])
      headers.forEach((header, place) => {
        const found = places.get(looseHeader(header)) ?? [];
        if (!found.some((one) => one.role === role)) places.set(looseHeader(header), [...found, { role, place }]);
      });
    return [subject, places];
  })
);

// Behind the subject's own headers of a role come those that orders have for it.
const BORROWED = 200;

/** The roles of a whole header in a plain file about `subject`: its own, else the ones that orders have and it shares. */
export function subjectAliases(subject: OtherSubject, header: string): readonly Alias[] {
  const own = PLACES.get(subject)?.get(looseHeader(header));
  if (own) return own;
  const shared = aliasOf(header);
  if (!shared || !rolesOf(subject).includes(shared.role)) return [];
  const personal = personalInWords(header);
  // A member's phone and e-mail are keys of their own.
  const role = subject === 'members' && (personal === 'phone' || personal === 'email') ? personal : shared.role;
  return [{ role, place: BORROWED + shared.place }];
}

/** The role that a part of the header, or of the question in it, suggests in a file about `subject`. */
export function roleInSubject(subject: OtherSubject, header: string): Role | null {
  const text = normaliseHeader(header).replaceAll('_', ' ');
  const own = WORDS[subject].words.find(([pattern]) => pattern.test(text));
  if (own) return own[1];
  if (subject === 'members' && !isRecipient(header)) {
    const personal = personalInWords(header);
    if (personal === 'phone' || personal === 'email') return personal;
  }
  const shared = roleInWords(header);
  return shared !== null && rolesOf(subject).includes(shared) ? shared : null;
}

/** Whether headers are those of a list of tickets, where `created` opens a ticket and `type` is the ticket's. */
export function isTicketList(headers: readonly string[]): boolean {
  return headers.filter((header) => OF_TICKET.test(normaliseHeader(header).replaceAll('_', ' '))).length > 0;
}
