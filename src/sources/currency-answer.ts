/**
 * What is done about several currencies, as it stands in a mapping's answers: `USD` (only these amounts are
 * used), `CNY;USD=7.1;EUR=7.8` (1 USD counts as 7.1 CNY, 1 EUR as 7.8 CNY), or `split` (each looked at by itself).
 */
export type CurrencyAnswer =
  | { readonly way: 'one'; readonly code: string }
  | { readonly way: 'rates'; readonly code: string; readonly rates: ReadonlyMap<string, string> }
  | { readonly way: 'split' };

/** The question's id. */
export const CURRENCY_QUESTION = 'currency';
/** The answer that keeps all currencies, apart from each other; currencies themselves are in capitals. */
export const SPLIT = 'split';

/** Rates beyond these are typing errors; those within keep enough digits. */
const LEAST = 1e-8;
const MOST = 1e8;
const DECIMALS = 10;

/** The answer in a mapping, or null when there is none that can be understood; rates that cannot be read are left out. */
export function readAnswer(text: string | undefined): CurrencyAnswer | null {
  const [head = '', ...parts] = (text ?? '').split(/[;；]/).map((part) => part.trim());
  if (head === '') return null;
  if (head === SPLIT) return { way: 'split' };
  if (parts.length === 0) return { way: 'one', code: head };
  const rates = new Map<string, string>();
  for (const part of parts) {
    const [, code, written] = /^(.+?)\s*[=＝]\s*(.+)$/.exec(part) ?? [];
    const rate = written === undefined ? null : readRate(written);
    if (code !== undefined && code !== head && rate !== null && typeof rate !== 'object') rates.set(code, rate);
  }
  return rates.size === 0 ? { way: 'one', code: head } : { way: 'rates', code: head, rates };
}

/** The answer as it is written into a mapping: the same one in the same words. */
export function answerText(answer: CurrencyAnswer): string {
  if (answer.way === 'split') return SPLIT;
  return answer.way === 'one' ? answer.code : [answer.code, ...[...answer.rates].map(([code, rate]) => `${code}=${rate}`).sort()].join(';');
}

/** Why what was typed is no rate. */
export interface RateFault {
  readonly fault: 'not-a-number' | 'not-positive' | 'out-of-range' | 'comma';
}

/**
 * A rate as it is typed, as a plain decimal: full-width digits and a decimal comma are understood; null when nothing
 * is typed. What could be a thousand as well (`1,380`) is refused.
 */
export function readRate(typed: string): string | RateFault | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replaceAll('。', '.');
  if (text === '') return null;
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return { fault: 'comma' };
  const comma = text.lastIndexOf(',') > text.lastIndexOf('.');
  const isGrouped = comma ? /^-?\d{1,3}(\.\d{3})+,\d+$/.test(text) : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
  const single = comma ? text.replace(',', '.') : text;
  const plain = isGrouped ? (comma ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')) : single;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { fault: 'not-a-number' };
  const rate = Number(plain);
  if (rate <= 0) return { fault: 'not-positive' };
  if (rate < LEAST || rate > MOST) return { fault: 'out-of-range' };
  const [whole = '', decimals = ''] = plain.replace('+', '').split('.');
  const kept = decimals.slice(0, DECIMALS).replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
}

/** A rate as it is read, with two decimals at least: 7.1 is 7.10. */
export function rateText(rate: string): string {
  const [whole = '0', decimals = ''] = rate.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
