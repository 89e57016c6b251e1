import { quoteText } from '../engine/sql.ts';

/** Signs and codes that a header may carry: 商品总价(元), Amount (USD). */
export const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[(（]\s*元\s*[)）]|\d\s*元|人民币|[¥￥]|\b(?:rmb|cny)\b/i, 'CNY'],
  [/[$]|\busd\b/i, 'USD'],
  [/€|\beur\b/i, 'EUR'],
  [/£|\bgbp\b/i, 'GBP']
];
/** SQL: the currency whose sign stands in an amount's cell, or null. */
export function signOf(cell: string): string {
  const signs = [
    ['[¥￥元]|RMB|CNY', 'CNY'],
    ['HK ?[$]|HKD', 'HKD'],
    ['NT ?[$]|TWD', 'TWD'],
    ['AU? ?[$]|AUD', 'AUD'],
    ['CA? ?[$]|CAD', 'CAD'],
    ['[$]|USD', 'USD'],
    ['€|EUR', 'EUR'],
    ['£|GBP', 'GBP']
  ] as const;
  return `case ${signs.map(([sign, code]) => `when regexp_matches(upper(${cell}), ${quoteText(sign)}) then ${quoteText(code)}`).join(' ')} end`;
}

// How a currency column may say it, other than by its code.
const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['CNY', ['RMB', 'CNH', '人民币', '人民币元', '元', '¥', '￥']],
  ['USD', ['US$', 'US DOLLAR', '$', '美元', '美金']],
  ['EUR', ['EURO', '€', '欧元']],
  ['GBP', ['£', '英镑']],
  ['HKD', ['HK$', '港币', '港元']],
  ['TWD', ['NT$', '台币', '新台币']],
  ['JPY', ['日元', '日圆']]
];

/** SQL: the currency that a cell names, in capitals, or null. */
export function codeIn(cell: string): string {
  const text = `upper(trim(cast(${cell} as varchar)))`;
  const names = NAMES.map(([code, written]) => `when ${text} in (${written.map(quoteText).join(', ')}) then ${quoteText(code)}`);
  return `case ${names.join(' ')} else nullif(${text}, '') end`;
}

/** Whether a code told by a sign may be the other code: $ is the sign of many dollars, ¥ of the yuan and the yen. */
export function mayBe(sign: string, code: string): boolean {
  return sign === code || (sign === 'USD' && /^[A-Z]{2}D$/.test(code)) || (sign === 'CNY' && code === 'JPY');
}
