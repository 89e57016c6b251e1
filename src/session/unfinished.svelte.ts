import type { Storage } from './storage.ts';

/**
 * Remembers which files this tab has not yet put on the disk, so that after a crash or a closed tab the next
 * visit can say what is gone. A tab holds a lock for life: being given the lock of another means that it is gone.
 */
export class Unfinished {
  /** Files that a tab took with it. */
  lost = $state.raw<readonly string[]>([]);
  readonly #storage: Storage;
  readonly #tab: string;

  /** Without `locks` nobody knows which tabs are gone: nothing is told. */
  constructor(storage: Storage, locks: LockManager | null, tab: string) {
    this.#storage = storage;
    this.#tab = tab;
    if (!locks) return;
    void locks.request(lockOf(tab), () => new Promise(() => undefined));
    for (const { tab: other } of storage.unkept()) {
      if (other !== tab) void locks.request(lockOf(other), () => this.#tell(other));
    }
  }

  mark(files: readonly string[]): void {
    this.#storage.setUnkept(this.#tab, files);
  }

  #tell(tab: string): void {
    const left = this.#storage.unkept().find((one) => one.tab === tab);
    if (!left) return; // it finished before it went
    this.#storage.setUnkept(tab, []);
    this.lost = [...this.lost, ...left.files];
  }
}

function lockOf(tab: string): string {
  return `regulars-tab:${tab}`;
}
