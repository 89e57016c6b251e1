import type { PersonalKind } from './mapping.ts';

/** Texts that stand for an empty cell in amount and date columns. */
export const BLANKS: readonly string[] = [
  '',
  '-',
  '--',
  '—',
  '–',
  '/',
  '无',
  '暂无',
  '空',
  // What 问卷星 writes for a question that was left out.
  '(空)',
  '（空）',
  '(跳过)',
  '（跳过）',
  '无退款申请',
  '未退款',
  '无退款',
  'null',
  '(null)',
  'none',
  'nan',
  'nat',
  'n/a',
  'na',
  '#n/a',
  '\\n',
  'undefined'
];
const BLANK_SET = new Set(BLANKS);

/** The cells of one column of the first rows that hold something, wrappings removed. */
export function filledValues(sample: readonly (readonly string[])[], column: number): string[] {
  return sample.map((row) => unwrapped(row[column] ?? '')).filter((value) => !BLANK_SET.has(value.toLowerCase()));
}

function unwrapped(text: string): string {
  return text.normalize('NFKC').replace(/^[\s='"\uFEFF]+|[\s'"\uFEFF]+$/g, '');
}

/** The share of `values` that pass; 0 for none. */
export function shareOf(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}

const DATES: readonly RegExp[] = [
  /^(19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(\D|$)/,
  /^(19|20)\d{2}年\d{1,2}月\d{1,2}日?/,
  /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})(\D|$)/,
  /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])(\d{4}|\d{6})?$/,
  /^[a-z]{3,9}[-\s.]+\d{1,2}[-,\s]+(\d{4}|\d{2})(\D|$)/i,
  /^([a-z]{3},?\s+)?\d{1,2}[-\s][a-z]{3,9}[-,\s]+(\d{4}|\d{2})(\D|$)/i
];

/** Whether a text is written as a date; plain numbers (serials, Unix time) are not. */
export function looksLikeDate(value: string): boolean {
  return DATES.some((pattern) => pattern.test(value));
}

/** Whether a number may be an Excel serial day or a Unix time, which only a date header makes a date. */
export function looksLikeDateNumber(value: string): boolean {
  return /^[2-7]\d{4}(\.\d+)?$|^(?:[5-9]|[12]\d)\d{8}$|^(?:[5-9]|[12]\d)\d{11}$/.test(value);
}

/** Whether a text holds an amount, with its currency sign, commas, brackets or a Chinese note. */
export function looksLikeMoney(value: string): boolean {
  return (
    /^[-+(]*\s*(?:[a-z]{0,3} ?[¥$€£₩₹]|[a-z]{3}\s)?\s*[-+]?(?:\d[\d.,' ]*|\.\d+)\s*万?\s*(?:元|[¥$€£₩₹]|[a-z]{3})?\s*[)-]?(?:\(.*\))?$/i.test(
      value
    ) && !looksLikeDate(value)
  );
}

/** Whether a key was hidden by the platform: asterisks, runs of # or $$, or ciphertext. */
export function looksMasked(value: string): boolean {
  return /\*|##|#.*#|\$\$|\$.+\$/.test(value) || /^[A-Za-z0-9+/]{22,}={1,2}$/.test(value);
}

const PERSONAL_SHAPES: readonly (readonly [PersonalKind, (value: string) => boolean])[] = [
  ['email', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  ['phone', (value) => /^(\+?86[- ]?)?1[3-9*][\d*]([\d*]{8}|[- ]\d{4}[- ]\d{4})$/.test(value) && /\d{2}/.test(value.slice(-4))],
  ['id-number', isIdNumber],
  ['ip', (value) => /^(\d{1,3}\.){3}\d{1,3}$/.test(value) && value.split('.').every((part) => Number(part) <= 255)],
  ['address', (value) => value.length >= 9 && (value.match(/[省市区县镇乡路街巷弄号栋幢室村]/g) ?? []).length >= 3]
];

/** The personal kind that most values have by their shape, or null. */
export function personalShape(values: readonly string[]): PersonalKind | null {
  return PERSONAL_SHAPES.find(([, test]) => shareOf(values, test) >= 0.6)?.[0] ?? null;
}

/** A Chinese resident number: 17 digits with a birth day and the check character of GB 11643-1999. */
function isIdNumber(value: string): boolean {
  if (!/^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx]$/.test(value)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return '10X98765432'[sum % 11] === value.slice(-1).toUpperCase();
}
