import { EngineError } from '../engine/contract.ts';

/** Why a manifest or a project file was refused, in terms that the page words. */
export class UnreadableProject extends Error {
  readonly reason: 'damaged' | 'newer' | 'foreign';
  constructor(reason: UnreadableProject['reason'], detail: string) {
    super(detail);
    this.name = 'UnreadableProject';
    this.reason = reason;
  }
}

/** Why a kept project is not, or not wholly, what it was. */
export type Trouble =
  | { readonly kind: 'damaged' | 'newer' | 'gone'; readonly detail: string }
  /** Built anew from the rows of its files. */
  | { readonly kind: 'rebuilt' }
  /** The rows of these files are not there: they must be picked again. */
  | { readonly kind: 'missing'; readonly files: readonly string[] }
  /** A project file that was not taken in. */
  | { readonly kind: 'refused'; readonly file: string; readonly reason: UnreadableProject['reason']; readonly detail: string };

/** Why a kept project could not be opened; null where the engine itself is what failed, which is told elsewhere. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof EngineError && error.fault === 'boot-failed') return null;
  const kind = error instanceof UnreadableProject && error.reason === 'newer' ? 'newer' : 'damaged';
  return { kind, detail: error instanceof Error ? error.message : String(error) };
}
