import { normaliseHeader } from './header.ts';
import type { PersonalKind, Role } from './mapping.ts';
import type { Subject } from './subject.ts';

/** One platform's export: what its headers mean. Headers stand as in the export and are compared normalised. */
export interface HeaderFamily {
  readonly id: string;
  /** What its rows are about; orders unless said otherwise. */
  readonly subject?: Subject;
  /** The file is of this family when all headers of one of these sets are there. */
  readonly signatures: readonly (readonly string[])[];
  /** The header takes two rows: this column is blank in the second, which goes on with the questions of the first. */
  readonly secondRowBlank?: string;
  /** Headers of each role, best first. Further customer headers are candidates for the identity gate. */
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly personal?: Readonly<Partial<Record<PersonalKind, readonly string[]>>>;
  /** Known headers that must not be taken for something else by their wording. */
  readonly unused?: readonly string[];
}

/** What a family says of one header. */
export interface FamilyMeaning {
  /** Roles with their place among the headers of that role, 0 = best. */
  readonly roles: readonly { readonly role: Role; readonly place: number }[];
  readonly personal: PersonalKind | null;
}

/** The family as a look-up by normalised header. */
export function meaningsOf(family: HeaderFamily): ReadonlyMap<string, FamilyMeaning> {
  const meanings = new Map<string, FamilyMeaning>();
  const known = (header: string): FamilyMeaning => meanings.get(normaliseHeader(header)) ?? { roles: [], personal: null };
  for (const [role, headers] of Object.entries(family.roles) as [Role, readonly string[]][]) {
    headers.forEach((header, place) => {
      const meaning = known(header);
      meanings.set(normaliseHeader(header), { ...meaning, roles: [...meaning.roles, { role, place }] });
    });
  }
  for (const [kind, headers] of Object.entries(family.personal ?? {}) as [PersonalKind, readonly string[]][]) {
    for (const header of headers) meanings.set(normaliseHeader(header), { ...known(header), personal: kind });
  }
  for (const header of family.unused ?? [])
    if (!meanings.has(normaliseHeader(header))) meanings.set(normaliseHeader(header), { roles: [], personal: null });
  return meanings;
}

/** The family of a file's headers: the one of those whose signature is there that knows most of them, or null. */
export function recogniseFamily(headers: readonly string[], families: readonly HeaderFamily[]): HeaderFamily | null {
  const present = new Set(headers.map(normaliseHeader));
  let best: { family: HeaderFamily; known: number } | null = null;
  for (const family of families) {
    if (!family.signatures.some((signature) => signature.every((header) => present.has(normaliseHeader(header))))) continue;
    const meanings = meaningsOf(family);
    const known = [...present].filter((header) => meanings.has(header)).length;
    if (best === null || known > best.known) best = { family, known };
  }
  return best?.family ?? null;
}

/** Whether the first row under the header goes on with it (SurveyMonkey's answers to choose from), and holds no answer. */
export function hasSecondHeader(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  families: readonly HeaderFamily[]
): boolean {
  const blank = recogniseFamily(headers, families)?.secondRowBlank;
  const column = headers.findIndex((header) => blank !== undefined && normaliseHeader(header) === normaliseHeader(blank));
  const [first, second] = sample;
  return column >= 0 && first?.[column] === '' && first.some((cell) => cell !== '') && second?.[column] !== '';
}
