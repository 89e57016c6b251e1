/**
 * What the user had done to orders that were read right and are still doubtful. Repairs belong to the project: they are
 * applied whenever its shop is built, to next month's files too, and taking one out gives the numbers without it.
 */
export type Repair = AmountRepair | MergeRepair;

/** Orders whose amount is below `low` or above `high`: moved to that limit, or set aside. Amounts of zero and less are left alone. */
export interface AmountRepair {
  readonly kind: 'amounts';
  readonly way: 'winsorise' | 'set-aside';
  /** The factor of the rule that gave the limits. */
  readonly k: number;
  readonly low: number;
  readonly high: number;
  /** What the limits are in; null where the files do not say. Amounts in another currency are left alone. */
  readonly currency: string | null;
}

/** Customer ids that share a telephone number or an e-mail address are one customer. */
export interface MergeRepair {
  readonly kind: 'merge';
}

/** A repair and what it did in the shop that answers. */
export interface AppliedRepair {
  readonly repair: Repair;
  /** Orders whose amount was lowered or that were set aside for being high; customer ids that went into another one. */
  readonly high: number;
  /** Orders whose amount was raised or that were set aside for being low; 0 of customers. */
  readonly low: number;
}

/** Two customer ids that share a key, and where that stands. */
export interface SharedKey {
  readonly kind: 'phone' | 'email';
  readonly ids: readonly [string, string];
  readonly file: string;
  /** The key, masked. */
  readonly shown: string;
}

/** More customer ids than this are not compared. */
export const MOST_LINKED = 20_000;

/** Customer ids that look like the same person. */
export interface SamePeople {
  readonly links: readonly SharedKey[];
  /** Keys that more customers share than one person has ids: a shop's number, a till. They join nobody. */
  readonly tooShared: number;
  /** Keys of several customers that were not looked at, because they are too many; absent where all were. */
  readonly leftOut?: number | undefined;
}

/** The repairs with `repair` in the place of the one of its kind. */
export function withRepair(repairs: readonly Repair[], repair: Repair): Repair[] {
  return [...withoutRepair(repairs, repair.kind), repair];
}

export function withoutRepair(repairs: readonly Repair[], kind: Repair['kind']): Repair[] {
  return repairs.filter((one) => one.kind !== kind);
}

/** Which customer id each id goes into: of those linked with each other, directly or not, the first in `order` stays. */
export function mergesOf(links: readonly SharedKey[], order: readonly string[]): Map<string, string> {
  const place = new Map(order.map((id, at) => [id, at]));
  const into = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next;
    for (let at = id; at !== root;) {
      const next = into.get(at) ?? root;
      into.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { ids } of links) {
    if (!ids.every((id) => place.has(id))) continue;
    const [first = '', second = ''] = ids.map(rootOf).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    if (first !== second) into.set(second, first);
  }
  return new Map([...into.keys()].sort().map((id) => [id, rootOf(id)]));
}
