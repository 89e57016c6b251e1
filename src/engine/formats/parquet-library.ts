import { initSync } from 'parquet-wasm/esm';

/**
 * The library that reads and writes Parquet. Its WebAssembly is handed over once, gzipped or not, and started when
 * the first file needs it; whoever needs it earlier waits.
 */
class ParquetLibrary {
  readonly #file: Promise<() => Promise<Blob>>;
  #give: (fetch: () => Promise<Blob>) => void = () => undefined;
  #ready: Promise<void> | null = null;

  constructor() {
    this.#file = new Promise((resolve) => {
      this.#give = resolve;
    });
  }

  /** `fetch` is called once, when the first file needs the library. */
  take(fetch: () => Promise<Blob>): void {
    this.#give(fetch);
  }

  ready(): Promise<void> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  async #start(): Promise<void> {
    const file = await (await this.#file)();
    // Some hosts unpack what is gzipped on the way.
    const isPacked = new Uint8Array(await file.slice(0, 2).arrayBuffer())[0] === 0x1f;
    const plain = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    initSync({ module: await new Response(plain).arrayBuffer() });
  }
}

export const parquetLibrary = new ParquetLibrary();
