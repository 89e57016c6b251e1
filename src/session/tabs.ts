const FORGOTTEN = 'forgotten';

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

  hearForgotten(heard: () => void): void {
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data === FORGOTTEN) heard();
    });
  }
}
