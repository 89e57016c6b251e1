import type { ColumnRead } from '../engine/contract.ts';

/** `typed`: already a number; `point`: 1,234.56; `comma`: 1.234,56. */
export type MoneyFormat = 'typed' | 'point' | 'comma';

export interface MoneyDecision {
  readonly format: MoneyFormat;
  /** Cells that are neither empty, a dash, nor readable. */
  readonly unreadable: number;
  /** True when only the user can say whether 1.234 is a thousand or one and a bit. */
  readonly isUndecided: boolean;
}

/** SQL: an amount as decimal(18, scale), or null where it cannot be read. */
export function moneyExpression(column: string, format: MoneyFormat, scale = 2): string {
  return format === 'typed' ? `cast(${column} as decimal(18, ${scale}))` : `try_cast(${column} as decimal(18, ${scale}))`;
}

export function moneyFormatOfRead(read: ColumnRead): MoneyFormat {
  return read === 'number' ? 'typed' : 'point';
}
