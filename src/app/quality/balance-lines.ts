import type { Balance, Draft, ShopFacts } from '../../sources/source.ts';

/** One column of the sheet: a file, or (without a name) all files together. */
export interface BalanceColumn {
  readonly name: string | null;
  readonly balance: Balance;
}

/** More files than this are only shown together. */
const MOST_FILES = 4;

/** All files together, then each file where there are a few of them. */
export function columnsOf(facts: ShopFacts, sources: readonly Draft[]): BalanceColumn[] {
  const all = { name: null, balance: facts.balance };
  const isSeveral = sources.length > 1 && sources.length <= MOST_FILES;
  return isSeveral
    ? [all, ...sources.map((source) => ({ name: source.file.name, balance: facts.balancePerFile?.[source.id] ?? source.balance }))]
    : [all];
}

/** One line per reason that set anything aside, the most frequent first: its rows in each column. */
export function linesOf(columns: readonly BalanceColumn[]): { readonly reason: string; readonly rows: readonly number[] }[] {
  const reasons = [
    ...new Set(columns.flatMap(({ balance }) => balance.setAside.filter(({ rows }) => rows > 0).map(({ reason }) => reason)))
  ];
  const rowsIn = ({ balance }: BalanceColumn, reason: string) => balance.setAside.find((entry) => entry.reason === reason)?.rows ?? 0;
  return reasons
    .map((reason) => ({ reason, rows: columns.map((column) => rowsIn(column, reason)) }))
    .sort((a, b) => (b.rows[0] ?? 0) - (a.rows[0] ?? 0));
}
