import { personalInWords } from './header-aliases.ts';
import type { FamilyMeaning } from './header-family.ts';
import { ROLES, type Mapping, type PersonalKind, type Role } from './mapping.ts';
import { personalShape } from './value-shapes.ts';

export type Confidence = NonNullable<Mapping['confidence'][number]>;

/** One thing a column may mean; the highest score wins. */
export interface Claim {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
  readonly confidence: Confidence;
}

// A whole header of a known export beats an alias, an alias beats a word in the header; the place within
// a role's list decides inside each class, which no list exceeds.
export const EXACT = 3000;
export const ALIAS = 2000;
export const WORDS = 1000;

/** Gives each role to the column with the best claim to it, and each column one role. */
export function settle(columns: number, claims: readonly Claim[]): Pick<Mapping, 'roles' | 'confidence'> {
  const ranked = [...claims].sort((a, b) => b.score - a.score || ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.column - b.column);
  const roles: (Role | null)[] = Array.from({ length: columns }, () => null);
  const confidence: (Confidence | null)[] = Array.from({ length: columns }, () => null);
  const given = new Set<Role>();
  for (const claim of ranked) {
    if (roles[claim.column] !== null || given.has(claim.role)) continue;
    given.add(claim.role);
    roles[claim.column] = claim.role;
    confidence[claim.column] = claim.confidence;
  }
  return { roles, confidence };
}

/** The kind of personal data in a column, from what the export is known to hold, the header's words, or the values. */
export function personalKind(
  header: string,
  known: FamilyMeaning | undefined,
  role: Role | null,
  values: readonly string[]
): PersonalKind | null {
  if (role === 'region') return null;
  if (role === 'phone' || role === 'email') return role;
  if (known?.personal) return known.personal;
  const byWords = known ? null : personalInWords(header);
  if (byWords && (role === null || role === 'customer')) return byWords;
  if (role === 'comment') return 'message';
  return role === null || role === 'customer' ? personalShape(values) : null;
}
