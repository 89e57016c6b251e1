import { quoteText } from '../engine/sql.ts';
import { answerText, CURRENCY_QUESTION, readAnswer, type CurrencyAnswer } from './currency-answer.ts';
import { mayBe } from './currency-signs.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Draft, Question } from './source.ts';

/** The currency of one file; what only a sign tells is what another file of the shop says more exactly. */
function codeOf(draft: OpenDraft, given: readonly OpenDraft[]): string | null {
  const own = draft.stage?.currency ?? null;
  if (own === null || own.code === null || !own.isSign) return own?.code ?? null;
  const sign = own.code;
  const exact = given
    .map((other) => other.stage?.currency ?? null)
    .find((other) => other?.code && !other.isSign && mayBe(sign, other.code));
  return exact?.code ?? sign;
}

/** The currency of the shop: the one that was chosen, else that of most orders. Amounts in others are never added. */
export function shopCurrency(given: readonly OpenDraft[]): string | null {
  const orders = new Map<string, number>();
  for (const draft of given) {
    const code = codeOf(draft, given);
    if (code !== null) orders.set(code, (orders.get(code) ?? 0) + draft.balance.orders);
  }
  const answer = sharedAnswer(given);
  if (answer && answer.way !== 'split' && orders.has(answer.code)) return answer.code;
  return [...orders].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Whether the shop keeps several currencies, each by itself. */
export function isSplitShop(given: readonly OpenDraft[]): boolean {
  if (sharedAnswer(given)?.way !== 'split') return false;
  const codes = new Set(given.flatMap((draft) => codesOf(draft, given)));
  return codes.size > 1;
}

/** Whether all of a file is in another currency than the shop. */
export function isForeign(draft: OpenDraft, given: readonly OpenDraft[]): boolean {
  if (isSplitShop(given)) return false;
  return (codeOf(draft, given) ?? shopCurrency(given)) !== shopCurrency(given);
}

/** SQL: the currency of an order of one file, in a shop that keeps several. */
export function currencyIn(draft: OpenDraft, given: readonly OpenDraft[]): string {
  if (draft.stage?.currency?.isSplit) return 'cast(currency as varchar)';
  return `cast(${quoteText(codeOf(draft, given) ?? shopCurrency(given) ?? '')} as varchar)`;
}

function codesOf(draft: OpenDraft, given: readonly OpenDraft[]): string[] {
  const { currency } = draft.stage ?? {};
  if (currency?.isSplit) return currency.found.map(({ value }) => value);
  const code = codeOf(draft, given);
  return code === null ? [] : [code];
}

/** What was last answered about the currencies of files that have any. */
function sharedAnswer(given: readonly Draft[]): CurrencyAnswer | null {
  const answers = given.filter((draft) => draft.currencies).map((draft) => readAnswer(draft.mapping.answers[CURRENCY_QUESTION]));
  return answers.filter((answer) => answer !== null).at(-1) ?? null;
}

/** The files whose answer about currencies is another than the last one given, with that one: one answer holds for all files. */
export function unlikeTheLast(given: readonly OpenDraft[]): { readonly draft: OpenDraft; readonly answer: string }[] {
  const answer = sharedAnswer(given);
  if (answer === null) return [];
  const text = answerText(answer);
  return given
    .filter((draft) => draft.currencies && draft.mapping.answers[CURRENCY_QUESTION] !== text)
    .map((draft) => ({ draft, answer: text }));
}

/**
 * The draft with what must be asked about the currencies of all files of the shop together, where they have several: a file's own
 * currencies first. Answered only when all `drafts` are answered alike.
 */
export function askedTogether(draft: Draft, drafts: readonly Draft[], sources: readonly Draft[]): Draft {
  if (!draft.currencies) return draft;
  const waiting = drafts.filter((one) => one.currencies);
  const all = [draft, ...waiting.filter((one) => one.id !== draft.id), ...sources.filter((one) => one.currencies)];
  const rows = new Map<string, Question['values'][number]>();
  for (const { currencies } of all) {
    for (const found of currencies?.values ?? []) {
      const value = currencies?.isSign ? exactIn(found.value, all) : found.value;
      const before = rows.get(value);
      rows.set(value, before ? { value, rows: before.rows + found.rows, amount: sum(before.amount, found.amount) } : { ...found, value });
    }
  }
  const values = [...rows.values()];
  const own = draft.questions.find(({ kind }) => kind === 'currency');
  if (values.length < 2) return draft;
  const answers = waiting.map((one) => one.mapping.answers[CURRENCY_QUESTION] ?? null);
  const text = draft.mapping.answers[CURRENCY_QUESTION];
  const answer = readAnswer(text);
  const isKnown =
    answer !== null &&
    (answer.way === 'split' || [answer.code, ...(answer.way === 'rates' ? answer.rates.keys() : [])].some((code) => rows.has(code)));
  const isAlike = answers.every((one) => one === text);
  const question: Question = {
    id: CURRENCY_QUESTION,
    kind: 'currency',
    column: own?.column ?? 0,
    values,
    options: values.map(({ value }) => value),
    answer: isKnown && isAlike ? answerText(answer) : null
  };
  return { ...draft, questions: [...draft.questions.filter((one) => one !== own), question] };
}

/** What a sign stands for, where another file says it more exactly. */
function exactIn(sign: string, all: readonly Draft[]): string {
  const exact = all
    .filter(({ currencies }) => currencies && !currencies.isSign)
    .flatMap(({ currencies }) => currencies?.values ?? [])
    .find(({ value }) => mayBe(sign, value));
  return exact?.value ?? sign;
}

function sum(one: number | null | undefined, other: number | null | undefined): number | null {
  return one === null || one === undefined || other === null || other === undefined ? null : one + other;
}
