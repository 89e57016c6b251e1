import { literal } from '../../engine/sql.ts';
import { textExpression } from '../id-text.ts';
import { normaliseHeader } from '../header.ts';
import { columnOf, type Mapping } from '../mapping.ts';
import { isLoaded, rawName } from '../raw-table.ts';
import { yesOrNo } from './answers.ts';
import type { SubjectCells } from './subject-cells.ts';
import type { SubjectSpec } from './subject-spec.ts';

const MALE: readonly string[] = ['男', '男性', '男士', '先生', 'male', 'm', 'man', 'men', 'mr', '1', '1.0'];
const FEMALE: readonly string[] = ['女', '女性', '女士', '小姐', 'female', 'f', 'woman', 'women', 'mrs', 'ms', '2', '2.0'];
const UNTOLD: readonly string[] = ['未知', '保密', '不详', 'unknown', 'prefer not to say', 'u', '0', '0.0'];

/** Between tags and names that were joined. */
export const JOINED_BY = '；';

/** One row per member, by the member's number, else the phone, else the e-mail; what was told last counts. */
export const MEMBERS: SubjectSpec = {
  values: (cells) => [
    ['member_since', `cast(${cells.moment('member_since')} as date)`],
    ['birthday', `cast(${cells.moment('birthday')} as date)`],
    ['gender', gender(cells.text('gender'))],
    ['tier', cells.text('tier')],
    ['region', cells.text('region')],
    ['tags', tags(cells)],
    ['consent', yesOrNo(cells.text('consent'))],
    ['owner', cells.text('owner')],
    ['company', cells.text('company')],
    ['channel', cells.text('channel')],
    ['points', cells.number('points')],
    ['phone', cells.id('phone')],
    ['email', cells.id('email')]
  ],
  fates: () => [['coalesce(form_customer, form_phone, form_email) is null', 'missing-customer']],
  identity: () => "coalesce('customer:' || form_customer, 'phone:' || form_phone, 'email:' || form_email)",
  when: null
};

/** Whether the file has a row per member of staff who looks after a customer (企业微信). */
export function hasRowPerOwner(mapping: Mapping): boolean {
  return mapping.family === 'wecom' && mapping.roles.includes('owner');
}

/** Columns that hold tags: the mapped one, and further groups of tags beside it. */
export function tagColumns(headers: readonly string[], mapping: Mapping): number[] {
  if (mapping.subject !== 'members') return [];
  const mapped = columnOf(mapping, 'tags');
  const groups = headers.flatMap((header, column) => {
    const isFree = (mapping.roles[column] ?? null) === null && (mapping.personal[column] ?? null) === null;
    return isFree && /^(标签组|tag group)/.test(normaliseHeader(header)) ? [column] : [];
  });
  return [...(mapped === null ? [] : [mapped]), ...groups].sort((a, b) => a - b);
}

function gender(text: string): string {
  return `case when lower(${text}) in ${literal(MALE)} then 'male' when lower(${text}) in ${literal(FEMALE)} then 'female' when lower(${text}) in ${literal(UNTOLD)} then null else ${text} end`;
}

function tags({ raw, mapping }: SubjectCells): string {
  const texts = tagColumns(raw.headers, mapping)
    .filter((column) => isLoaded(raw, column))
    .map((column) => textExpression(rawName(column), raw.reads[column] ?? 'text'));
  if (texts.length === 0) return 'cast(null as varchar)';
  return `nullif(concat_ws(${literal(JOINED_BY)}, ${texts.join(', ')}), '')`;
}
