import type { Format } from '../../i18n/format.ts';
import type { CellKind, TableModel } from '../../ui/table-model.ts';
import { WORDS } from './messages.ts';
import type { Happening, MemberEntry } from './queries.ts';

const KINDS: readonly (readonly [keyof Happening, CellKind])[] = [
  ['day', 'date'],
  ['kind', 'text'],
  ['what', 'text'],
  ['score', 'number'],
  ['remark', 'text'],
  ['outcome', 'text'],
  ['channel', 'text']
];

/** One row per happening, the latest first; columns that none fills are left out. */
export function timelineTable(happenings: readonly Happening[], format: Format): TableModel {
  const words = WORDS[format.locale];
  const names: Readonly<Record<string, string>> = words.happeningKinds;
  const filled = KINDS.filter(([id]) => id === 'day' || id === 'kind' || happenings.some((one) => one[id] !== null));
  return {
    columns: filled.map(([id, kind]) => ({ id, label: words.happeningColumns[id], kind })),
    rows: happenings.map((one) => filled.map(([id]) => (id === 'kind' ? (names[one.kind] ?? one.kind) : one[id])))
  };
}

/** What a list of members says of one of them, each fact with its name; what is not known is left out. */
export function memberFacts(entry: MemberEntry, format: Format): string[] {
  const words = WORDS[format.locale];
  const names: Readonly<Record<string, string>> = words.genders;
  const { member } = words;
  return [
    entry.member_since && member.since(format.date(entry.member_since)),
    entry.tier && member.tier(entry.tier),
    entry.region && member.region(entry.region),
    entry.gender && (names[entry.gender] ?? entry.gender),
    entry.birthday && member.birthday(format.date(entry.birthday)),
    entry.points !== null && member.points(format.number(entry.points, 0)),
    entry.consent === null ? null : entry.consent ? member.consents : member.refuses,
    entry.tags && member.tags(entry.tags),
    entry.owner && member.owner(entry.owner),
    entry.company && member.company(entry.company),
    entry.channel && member.channel(entry.channel)
  ].filter((fact) => typeof fact === 'string');
}
