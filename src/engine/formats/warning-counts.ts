import type { LoadWarning } from '../contract.ts';

/** Counts what must be told about a file, with the line where each first happened. */
export class WarningCounts {
  readonly #counts = new Map<LoadWarning['kind'], { line: number; count: number }>();

  count(kind: LoadWarning['kind'], line: number): void {
    const known = this.#counts.get(kind);
    if (known) known.count++;
    else this.#counts.set(kind, { line, count: 1 });
  }

  get all(): readonly LoadWarning[] {
    return [...this.#counts].map(([kind, { line, count }]) => ({ kind, line, count }));
  }
}
