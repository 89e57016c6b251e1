import { EngineError } from '../engine/contract.ts';

/** A field that is not what it should be: where, and what (in the terms of the check: `string`, `Array`, a value as JSON …). */
export interface InvalidField {
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** Why a manifest or a project file was refused, in terms that the page words. */
export class UnreadableProject extends Error {
  readonly reason: 'damaged' | 'newer' | 'foreign';
  readonly field: InvalidField | null;
  constructor(reason: UnreadableProject['reason'], detail: string, field: InvalidField | null = null) {
    super(detail);
    this.name = 'UnreadableProject';
    this.reason = reason;
    this.field = field;
  }
}

/** Why a kept project is not, or not wholly, what it was. */
export type Trouble =
  | { readonly kind: 'damaged' | 'newer' | 'gone'; readonly id: string; readonly detail: string; readonly field: InvalidField | null }
  /** Built anew from the rows of its files. */
  | { readonly kind: 'rebuilt' }
  /** The rows of these files are not there: they must be picked again. */
  | { readonly kind: 'missing'; readonly files: readonly string[] }
  /** A project file that was not taken in. */
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly reason: UnreadableProject['reason'];
      readonly detail: string;
      readonly field: InvalidField | null;
    };

/** Why a kept project could not be opened; null where the engine itself is what failed, which is told elsewhere. */
export function troubleOf(id: string, error: unknown): Trouble | null {
  if (error instanceof EngineError && error.fault === 'boot-failed') return null;
  const kind = error instanceof UnreadableProject && error.reason === 'newer' ? 'newer' : 'damaged';
  return { kind, id, detail: error instanceof Error ? error.message : String(error), field: fieldOf(error) };
}

/** The field that made a file unreadable, or null. */
export function fieldOf(error: unknown): InvalidField | null {
  return error instanceof UnreadableProject ? error.field : null;
}
