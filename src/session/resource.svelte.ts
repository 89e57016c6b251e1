/** An answer on its way. Keeps the last good value, marked stale, until the next one is there. */
export class Resource<T> {
  value = $state.raw<T | undefined>(undefined);
  error = $state.raw<unknown>(undefined);
  isLoading = $state(false);
  /** True while `value` answers an older question. */
  readonly isStale = $derived(this.isLoading && this.value !== undefined);

  #current: AbortController | null = null;

  /** Asks anew: the question before is aborted and its late answer is ignored. */
  load(ask: (signal: AbortSignal) => Promise<T>): void {
    this.#current?.abort();
    const controller = new AbortController();
    this.#current = controller;
    this.isLoading = true;
    ask(controller.signal).then(
      (value) => {
        if (this.#current !== controller) return;
        this.value = value;
        this.error = undefined;
        this.isLoading = false;
      },
      (error: unknown) => {
        if (this.#current !== controller) return;
        this.error = error;
        this.isLoading = false;
      }
    );
  }

  /** Forgets the value and stops the question under way. */
  clear(): void {
    this.#current?.abort();
    this.#current = null;
    this.value = undefined;
    this.error = undefined;
    this.isLoading = false;
  }
}

/**
 * A resource that asks again whenever something `ask` reads changes. `ask` may return undefined
 * while there is nothing to ask. Call while a component is being set up.
 */
export function resource<T>(ask: (signal: AbortSignal) => Promise<T> | undefined): Resource<T> {
  const made = new Resource<T>();
  // Before the page is drawn again, so that the engine works meanwhile.
  $effect.pre(() => {
    // The question is asked at once, so that what it reads is tracked.
    const controller = new AbortController();
    const asked = ask(controller.signal);
    if (asked === undefined) made.clear();
    else
      made.load((signal) => {
        signal.addEventListener('abort', () => controller.abort());
        return asked;
      });
    return () => controller.abort();
  });
  return made;
}
