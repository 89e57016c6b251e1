import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Question } from '../../sources/source.ts';
import { WORDS } from '../sources-messages.ts';

/** An answer that can be chosen, in words; what has no words, such as a currency, stands for itself. */
export function optionText(option: string, locale: Locale): string {
  const words: Readonly<Record<string, string>> = WORDS[locale].option;
  return words[option] ?? option;
}

/** One way to read an undecided value: as it is written, and what it would mean. */
export interface Reading {
  readonly option: string;
  readonly written: string;
  readonly meant: string;
}

/** Every option's reading of the value that the question is about; options that cannot be shown are left out. */
export function readings(question: Question, format: Format): Reading[] {
  const written = question.values[0]?.value ?? '';
  return question.options.flatMap((option) => {
    const meant =
      question.kind === 'date-order'
        ? dayIn(written, option, format)
        : question.kind === 'money-format'
          ? amountIn(written, option, format)
          : null;
    return meant === null ? [] : [{ option, written, meant }];
  });
}

function dayIn(written: string, order: string, format: Format): string | null {
  const [first, second, third] = (written.match(/\d+/g) ?? []).map(Number);
  if (first === undefined || second === undefined || third === undefined) return null;
  const year = third < 100 ? 2000 + third : third;
  const [month, day] = order === 'mdy' ? [first, second] : [second, first];
  return format.date(new Date(Date.UTC(year, month - 1, day)));
}

function amountIn(written: string, sign: string, format: Format): string | null {
  const text = written.replace(/[^\d.,-]/g, '');
  const plain = sign === 'comma' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  const amount = Number(plain);
  if (plain === '' || !Number.isFinite(amount)) return null;
  return format.number(amount, plain.includes('.') ? 2 : 0);
}
