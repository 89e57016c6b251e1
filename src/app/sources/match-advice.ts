import { sampleOf } from '../../sources/sampling.ts';
import type { Draft, Elsewhere, FileMatch } from '../../sources/source.ts';
import { findsFew } from '../../sources/subjects/matches.ts';
import { aboutOf } from './draft-facts.ts';

/** Why so few people of a file are found, and what can be done. */
export type Advice =
  /** A column of the orders that was left out names them: one click and they are looked up by it. */
  | { readonly kind: 'left-out' | 'other-key'; readonly place: Elsewhere }
  | { readonly kind: 'masked'; readonly place: Elsewhere }
  /** So does one of a file that is in the shop already, as far as its header tells. */
  | { readonly kind: 'in-shop'; readonly file: string; readonly header: string; readonly of: 'phone' | 'email' }
  /** Such keys of files in the shop are not at hand before they are built again. */
  | { readonly kind: 'later'; readonly files: readonly string[] }
  | { readonly kind: 'sampled'; readonly of: number };

/** Fewer than this, and something is wrong with the keys rather than with the people. */
const HARDLY_ANY = 0.1;
/** Of a column that was left out, so many being known is no chance. */
const PLAINLY = 0.3;

/** Whether a match must be told before anything is analysed. */
export function isAlarming(match: FileMatch): boolean {
  if (!findsFew(match)) return false;
  return match.matchedKeys < HARDLY_ANY * match.keys || (match.elsewhere ?? []).some(({ looked, found }) => found > PLAINLY * looked);
}

/** What can be said of a match that finds few; nothing of others. `sources` are the files in the shop. */
export function adviceOf(match: FileMatch, drafts: readonly Draft[], sources: readonly Draft[]): Advice[] {
  if (!findsFew(match)) return [];
  const elsewhere = match.elsewhere ?? [];
  const [useful] = elsewhere.filter(({ isMasked }) => !isMasked);
  const [masked] = elsewhere.filter(({ isMasked }) => isMasked);
  const orders = [...drafts, ...sources].filter((draft) => aboutOf(draft) === 'orders');
  const of = Math.max(1, ...orders.map(({ mapping }) => sampleOf(mapping)));
  const later = sources.filter(({ id, mapping }) => drafts.every((draft) => draft.id !== id) && holdsContacts(mapping.roles));
  return [
    ...(useful ? [{ kind: useful.kind === 'id' ? 'other-key' : 'left-out', place: useful } as const] : []),
    ...(!useful && masked ? [{ kind: 'masked', place: masked } as const] : []),
    ...(useful ? [] : leftOutInShop(match, sources)),
    ...(later.length > 0 ? [{ kind: 'later', files: later.map(({ file }) => file.name) } as const] : []),
    ...(of > 1 ? [{ kind: 'sampled', of } as const] : [])
  ];
}

function holdsContacts(roles: Draft['mapping']['roles']): boolean {
  return roles.includes('phone') || roles.includes('email');
}

function leftOutInShop({ kind }: FileMatch, sources: readonly Draft[]): Advice[] {
  if (kind !== 'phone' && kind !== 'email') return [];
  const found = sources.flatMap((draft) => {
    const isLeftOut = (column: number) => draft.mapping.personal[column] === kind && (draft.mapping.roles[column] ?? null) === null;
    if (aboutOf(draft) !== 'orders' || draft.mapping.roles.includes(kind)) return [];
    const column = draft.sketch.columns.findIndex((_, place) => place !== draft.identity.chosen && isLeftOut(place));
    const header = draft.sketch.columns[column];
    return header === undefined ? [] : [{ kind: 'in-shop', file: draft.file.name, header: header.trim(), of: kind } as const];
  });
  return found.slice(0, 1);
}
