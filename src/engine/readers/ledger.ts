import type { LoadReport, OutsideRow, RejectedRow } from '../contract.ts';

const LISTED = 1_000;
/** Characters of a record that are shown where it is listed. */
export const SHOWN = 500;

type Warning = LoadReport['warnings'][number];

/** The books of one load: every record is a row, outside the table, or rejected. */
export class Ledger {
  rows = 0;
  outsideCount = 0;
  rejectedCount = 0;
  /** The physical line that the next record starts on. */
  line = 1;
  readonly outside: OutsideRow[] = [];
  readonly rejected: RejectedRow[] = [];
  readonly #warnings = new Map<Warning['kind'], Warning>();

  /** One warning of each kind: its first line, and how many records it is about. */
  get warnings(): readonly Warning[] {
    return [...this.#warnings.values()];
  }

  leaveOut(kind: OutsideRow['kind'], text: string, line = this.line): void {
    this.outsideCount++;
    if (this.outside.length < LISTED) this.outside.push({ line, kind, text: text.slice(0, SHOWN) });
  }

  reject(reason: RejectedRow['reason'], text: string): void {
    this.rejectedCount++;
    if (this.rejected.length < LISTED) this.rejected.push({ line: this.line, reason, text: text.slice(0, SHOWN) });
  }

  warn(kind: Warning['kind'], line: number): void {
    const before = this.#warnings.get(kind);
    this.#warnings.set(kind, { kind, line: before?.line ?? line, count: (before?.count ?? 0) + 1 });
  }
}
