import { EngineError } from '../engine/contract.ts';
import type { Locale } from '../i18n/locale.ts';
import { UI } from './messages.ts';

/** An error in the user's words: what happened, why, what to do; `detail` is for the one who has to mend it. */
export interface ErrorWords {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  readonly detail: string;
}

export function errorWords(error: unknown, locale: Locale): ErrorWords {
  const words = UI[locale].errors;
  if (error instanceof EngineError) {
    const { message, sql, position } = error;
    const place = sql === undefined ? '' : `\n\n${sql}${position === undefined ? '' : `\n\nat character ${position}`}`;
    return { ...words[error.fault], detail: `${error.fault}: ${message}${place}` };
  }
  return { ...words.other, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Cancelling is a wish, not a fault: nothing to report. */
export function isCancelled(error: unknown): boolean {
  return (error instanceof EngineError && error.fault === 'cancelled') || (error instanceof DOMException && error.name === 'AbortError');
}
