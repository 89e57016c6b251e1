/** How far a long computation is: what it is doing, and the share done so far within 0 to 1. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
}

/** A computation that stops to say how far it is, and can be left there. */
export type LongWork<T> = Generator<Progress, T, void>;

/** A part of a longer work: its progress from 0 to 1 becomes that from `from` to `to`. */
export function* part<T>(work: LongWork<T>, from: number, to: number): LongWork<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { stage: step.value.stage, done: from + (to - from) * step.value.done };
  }
}

/** Who watches a computation and may call it off. */
export interface Watch {
  readonly onProgress?: (progress: Progress) => void;
  /** Looked at between steps; an `AbortSignal` is one. */
  readonly signal?: { readonly aborted: boolean };
}

/** Does the work in one go. Throws an `AbortError` when it is called off. */
export function finish<T>(work: LongWork<T>, watch: Watch = {}): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    report(step.value, watch);
  }
}

/** Does the work and lets `pause` pass between steps, in which messages (such as the one that calls it off) can arrive. */
export async function finishInSteps<T>(work: LongWork<T>, watch: Watch & { readonly pause: () => Promise<void> }): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    report(step.value, watch);
    await watch.pause();
    report(step.value, { signal: watch.signal });
  }
}

function report(progress: Progress, { onProgress, signal }: Watch): void {
  if (signal?.aborted) throw new DOMException('The computation was called off', 'AbortError');
  onProgress?.(progress);
}
