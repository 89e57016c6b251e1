import type { PlannedRepair } from '../../sources/repair-preview.ts';
import type { Scope } from '../../sources/scope.ts';

/** One way to deal with an issue. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What is done to the orders; null where only what is looked at changes. */
  readonly repair: PlannedRepair | null;
  /** What is looked at in place of the present days; null: the same. */
  readonly days: Partial<Pick<Scope, 'asOf' | 'from'>> | null;
  /** Says whether it was done. */
  readonly apply: () => Promise<boolean>;
}
