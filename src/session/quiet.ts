/** Says when nobody waits for an answer: the time for work that no one waits for. */
export class Quiet {
  readonly #after: number;
  readonly #longest: number;
  #asked = 0;
  #lastAsked = -Infinity;
  #isHurried = false;
  readonly #waiting = new Set<() => void>();

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

  /** From now on nobody waits for quiet, because nobody looks on and the page may end; or everybody does again. */
  hurry(isHurried: boolean): void {
    this.#isHurried = isHurried;
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when it is quiet, or has not been for too long. */
  async reached(): Promise<void> {
    const start = performance.now();
    while (performance.now() - start < this.#longest) {
      const left = this.#after - (performance.now() - this.#lastAsked);
      if (this.#isHurried || (this.#asked === 0 && left <= 0)) return;
      await this.#pause(Math.max(50, left));
    }
  }

  /** Ends after `ms`, or when somebody hurries. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
    });
  }
}
