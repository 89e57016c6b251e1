import type { Format } from '../i18n/format.ts';
import type { Note } from './source.ts';

/** A note's parameters, formatted in the reader's language. Throws on a parameter that the note does not carry. */
export interface NoteParts {
  integer(name: string): string;
  percent(name: string): string;
  /** With two digits; without a currency sign. */
  amount(name: string): string;
  date(name: string): string;
  month(name: string): string;
  /** As it is; '' for null. */
  text(name: string): string;
  is(name: string, value: string | number): boolean;
}

/** What a note says, in one language. */
export type NoteWords = Readonly<Record<string, (parts: NoteParts) => string>>;

export function partsOf(note: Note, format: Format): NoteParts {
  const value = (name: string): string | number | Date | null => {
    const found = note.params?.[name];
    if (found === undefined) throw new TypeError(`the note ${note.code} has no ${name}`);
    return found;
  };
  const number = (name: string) => {
    const found = value(name);
    return found === null ? null : Number(found);
  };
  const day = (name: string) => {
    const found = value(name);
    return found instanceof Date ? found : null;
  };
  return {
    integer: (name) => format.integer(number(name)),
    percent: (name) => format.percent(number(name)),
    amount: (name) => format.number(number(name), 2),
    date: (name) => format.date(day(name)),
    month: (name) => format.month(day(name)),
    text: (name) => String(value(name) ?? ''),
    is: (name, wanted) => value(name) === wanted
  };
}
