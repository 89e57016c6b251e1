import { isOn, REASONS, SWITCHABLE, type Reason } from './cleaning.ts';
import type { LoadReport } from '../engine/contract.ts';
import type { Mapping } from './mapping.ts';
import type { Balance, SetAside } from './source.ts';
import type { Stage } from './staging.ts';

/** The books of one file: every row in it is used, or set aside for one reason (`unstaged` where it holds no orders). Throws when they do not balance. */
export function balanceOf(load: LoadReport, mapping: Mapping, stage: Stage | null, unstaged: Reason = 'not-orders'): Balance {
  const fates = stage?.fates ?? new Map([[unstaged, load.rows]]);
  const rules = Object.fromEntries(Object.keys(SWITCHABLE).map((reason) => [reason, isOn(mapping, reasonOf(reason))]));
  return balanceOfFates(load, fates, rules, { orders: stage?.orders ?? 0, anonymous: stage?.anonymous ?? 0 });
}

/**
 * The books of a file whose rows have these fates ('' = used); `rules` are those that the user may switch, and whether
 * they are on. Throws when they do not balance.
 */
export function balanceOfFates(
  load: LoadReport,
  fates: ReadonlyMap<string, number>,
  rules: Readonly<Record<string, boolean>>,
  { orders, anonymous }: { readonly orders: number; readonly anonymous: number }
): Balance {
  const rows = new Map<Reason, number>();
  const add = (reason: Reason, count: number) => {
    if (count > 0) rows.set(reason, (rows.get(reason) ?? 0) + count);
  };
  const notSampled = load.sampled?.leftOut ?? 0;
  const inFile = load.rows + notSampled + load.outsideCount + load.rejectedCount;
  for (const outside of load.outside) add(outside.kind, 1);
  // The reader lists the first ones only; those beyond are of the kind that comes in thousands.
  add('blank', load.outsideCount - load.outside.length);
  add('malformed', load.rejectedCount);
  add('not-sampled', notSampled);
  const used = fates.get('') ?? 0;
  for (const [fate, count] of fates) if (fate !== '') add(reasonOf(fate), count);
  const balance = { inFile, setAside: setAsideOf(rows, rules), used, orders, anonymous };
  const told = used + balance.setAside.reduce((sum, { rows: count }) => sum + count, 0);
  if (told !== inFile) throw new RangeError(`the books do not balance: ${inFile} rows in the file, ${told} accounted for`);
  return balance;
}

/** The books of several files together. */
export function sumBalances(balances: readonly Balance[]): Balance {
  const sum = (pick: (balance: Balance) => number) => balances.reduce((total, balance) => total + pick(balance), 0);
  const setAside = new Map<string, SetAside>();
  for (const entry of balances.flatMap((balance) => balance.setAside)) {
    const before = setAside.get(entry.reason);
    setAside.set(entry.reason, { ...entry, rows: entry.rows + (before?.rows ?? 0), isOn: entry.isOn || (before?.isOn ?? false) });
  }
  return {
    inFile: sum((balance) => balance.inFile),
    setAside: [...setAside.values()],
    used: sum((balance) => balance.used),
    orders: sum((balance) => balance.orders),
    anonymous: sum((balance) => balance.anonymous)
  };
}

/** `balance` with rows that were used set aside after all, for `reason`. */
export function withSetAside(balance: Balance, reason: Reason, rows: number, orders: number, anonymous: number): Balance {
  if (rows === 0) return balance;
  const known = balance.setAside.find((one) => one.reason === reason);
  const told = known ? { ...known, rows: known.rows + rows } : { reason, rows, switchable: false, isOn: true };
  return {
    ...balance,
    used: balance.used - rows,
    orders: balance.orders - orders,
    anonymous: balance.anonymous - anonymous,
    setAside: [...balance.setAside.filter((one) => one !== known), told]
  };
}

// Rules without rows are told too, so that they can be switched.
function setAsideOf(rows: ReadonlyMap<Reason, number>, rules: Readonly<Record<string, boolean>>): SetAside[] {
  return REASONS.filter((reason) => rows.has(reason) || rules[reason] !== undefined).map((reason) => ({
    reason,
    rows: rows.get(reason) ?? 0,
    switchable: rules[reason] !== undefined,
    isOn: rules[reason] ?? true
  }));
}

function reasonOf(fate: string): Reason {
  const reason = REASONS.find((one) => one === fate);
  if (!reason) throw new TypeError(`not a reason: ${fate}`);
  return reason;
}
