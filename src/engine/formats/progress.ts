import { EngineError } from '../contract.ts';
import type { Listener } from './format-service.ts';

const EVERY_MS = 100;

/** Tells a listener how far a conversion is, not too often, and stops the conversion once it is no longer wanted. */
export class Progress {
  readonly #listener: Listener;
  readonly #total: number;
  #done = 0;
  #toldAt = 0;
  #rows = 0;

  /** `total` is the bytes there are to read, or 0 when that cannot be told. */
  constructor(listener: Listener, total: number) {
    this.#listener = listener;
    this.#total = total;
  }

  /** Throws `cancelled` when nobody waits any more. */
  read(bytes: number): void {
    this.#done += bytes;
    if (this.#listener.signal.aborted) throw new EngineError({ fault: 'cancelled', message: 'cancelled' });
    const now = performance.now();
    if (now - this.#toldAt < EVERY_MS) return;
    this.#toldAt = now;
    const share = this.#total > 0 ? Math.min(1, this.#done / this.#total) : undefined;
    this.#listener.heard({ stage: 'decode', rows: this.#rows, share });
  }

  rows(rows: number): void {
    this.#rows = rows;
  }
}
