const FORGOTTEN = 'forgotten';
const SAVED = 'saved';

/** The tabs in which this page is open, as far as they must know of each other. */
export class Tabs {
  readonly #channel: BroadcastChannel | null;

  /** `channel` is null where the browser has none: then each tab stands alone. */
  constructor(channel: BroadcastChannel | null) {
    this.#channel = channel;
  }

  /** Tells the others that everything was forgotten. */
  tellForgotten(): void {
    this.#channel?.postMessage(FORGOTTEN);
  }

  /** Tells the others that the project `id` was saved; nothing where there is none. */
  tellSaved(id: string | null): void {
    if (id !== null) this.#channel?.postMessage({ [SAVED]: id });
  }

  hearSaved(heard: (id: string) => void): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const id = typeof data === 'object' && data !== null && SAVED in data ? data[SAVED] : null;
      if (typeof id === 'string') heard(id);
    });
  }

  hearForgotten(heard: () => void): void {
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data === FORGOTTEN) heard();
    });
  }
}
