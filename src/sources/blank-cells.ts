import { quoteText } from '../engine/sql.ts';
import { BLANKS } from './value-shapes.ts';

const SPACES = `chr(9) || chr(10) || chr(13) || ' ' || chr(160) || chr(12288) || chr(65279)`;

/** SQL: whether a text cell that is not null says nothing: spaces, a tab, a dash, "null", 无退款申请. */
export function isBlankCell(cell: string): string {
  return `(length(${cell}) <= 9 and lower(trim(${cell}, ${SPACES})) in (${BLANKS.map(quoteText).join(', ')}))`;
}

/** Whether so many of a sample's cells hold no digit that a cast of every cell would be slow. */
export function hasManyBlanks(sample: readonly string[]): boolean {
  return sample.filter((text) => !/\d/.test(text)).length * 50 > sample.length;
}
