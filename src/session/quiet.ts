/** Says when nobody waits for an answer: the time for work that no one waits for. */
export class Quiet {
  readonly #after: number;
  readonly #longest: number;
  #asked = 0;
  #lastAsked = -Infinity;

  /** Quiet begins `after` milliseconds behind the last answer; nobody waits for it longer than `longest`. */
  constructor(after: number, longest: number) {
    this.#after = after;
    this.#longest = longest;
  }

  /** Questions are about to come. */
  disturb(): void {
    this.#lastAsked = performance.now();
  }

  /** Not quiet until `answer` is there. */
  async until<T>(answer: Promise<T>): Promise<T> {
    this.#asked += 1;
    try {
      return await answer;
    } finally {
      this.#asked -= 1;
      this.disturb();
    }
  }

  /** Resolves when it is quiet, or has not been for too long. */
  async reached(): Promise<void> {
    const start = performance.now();
    while (performance.now() - start < this.#longest) {
      const left = this.#after - (performance.now() - this.#lastAsked);
      if (this.#asked === 0 && left <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(50, left)));
    }
  }
}
