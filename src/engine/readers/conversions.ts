import { EngineError } from '../contract.ts';
import type { Converted, ConvertedKind, FormatService, Listener } from '../formats/format-service.ts';

const KEPT = 2;
const PROBE = 64 * 1024;
const PROBES = 16;

/** Conversions of the last files, kept so that what was converted for a look is not converted again for the load. */
export class Conversions {
  readonly #formats: FormatService;
  /** Newest last. */
  readonly #kept = new Map<string, Promise<Converted>>();

  constructor(formats: FormatService) {
    this.#formats = formats;
  }

  /** `table` of the file as CSV; null takes the one that most likely holds the data. */
  async of(file: File, kind: ConvertedKind, table: number | null, listener: Listener): Promise<Converted> {
    const content = await fingerprint(file);
    const key = `${content} ${table ?? ''}`;
    for (;;) {
      const known = this.#kept.get(key);
      const making = known ?? this.#formats.convert(file, kind, table, listener);
      this.#keep(key, making);
      try {
        const made = await making;
        this.#keep(`${content} ${made.table}`, making);
        return made;
      } catch (error) {
        if (this.#kept.get(key) === making) this.#kept.delete(key);
        const isOthers = known !== undefined && error instanceof EngineError && error.fault === 'cancelled';
        // Another one asked for it, and gave it up.
        if (!isOthers || listener.signal.aborted) throw error;
      }
    }
  }

  #keep(key: string, making: Promise<Converted>): void {
    this.#kept.delete(key);
    this.#kept.set(key, making);
    const files = [...new Set([...this.#kept.values()])];
    for (const [other, one] of this.#kept) {
      if (files.indexOf(one) < files.length - KEPT) this.#kept.delete(other);
    }
  }
}

/** What tells a file from others: a file is a new object each time it comes over the wire. */
async function fingerprint(file: File): Promise<string> {
  const step = Math.max(PROBE, Math.floor((file.size - PROBE) / PROBES));
  let hash = 0x811c9dc5;
  for (let at = 0; at < file.size; at += step) {
    for (const byte of new Uint8Array(await file.slice(at, at + PROBE).arrayBuffer())) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  for (const byte of new Uint8Array(await file.slice(-PROBE).arrayBuffer())) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${file.name} ${file.size} ${file.lastModified} ${hash >>> 0}`;
}
