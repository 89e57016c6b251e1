import type { LoadReport } from '../../engine/contract.ts';
import { balanceOfFates } from '../balance.ts';
import { checkColumns } from '../checks.ts';
import { rowsOfTable, type Work } from '../engine-work.ts';
import type { MeasuredIdentity } from '../identity.ts';
import type { Mapping } from '../mapping.ts';
import { isLoaded, type RawTable } from '../raw-table.ts';
import type { Balance, Note } from '../source.ts';
import { stagedName } from '../staged-tables.ts';
import { areTickets } from './feedback.ts';
import { hasRowPerOwner, tagColumns } from './members.ts';
import type { KeyRole, SubjectStage } from './subject-stage.ts';

/** The gate is for orders: other files are joined to customers, and may name anybody. */
export const NO_GATE: MeasuredIdentity = { candidates: [], chosen: null, key: null };

/** The books of a file about something other than orders; without a stage a column that is needed is missing. */
export function subjectBalance(load: LoadReport, stage: SubjectStage | null): Balance {
  const fates = stage?.fates ?? new Map([['needs-missing', load.rows]]);
  const rules: Record<string, boolean> = stage ? { duplicate: stage.isDuplicateOn } : {};
  return balanceOfFates(load, fates, rules, { orders: 0, anonymous: stage?.anonymous ?? 0 });
}

/** What was found in each column. */
export async function checkSubject(work: Work, id: string, raw: RawTable, mapping: Mapping, stage: SubjectStage): Promise<Note[][]> {
  const checks = await checkColumns(work.run, raw, mapping, stage.formats, NO_GATE, { currency: stage.currency?.code ?? null });
  const rows = stagedName('subject_rows', id);
  for (const { role } of stage.keys) {
    const column = mapping.roles.indexOf(role);
    checks[column] = await keyNotes(work, rows, role, column, raw);
  }
  for (const role of ['nps', 'csat'] as const) {
    const column = mapping.roles.indexOf(role);
    if (stage.subject !== 'feedback' || !isLoaded(raw, column)) continue;
    checks[column] = await scoreNotes(work, rows, role);
  }
  return checks;
}

async function keyNotes({ run }: Work, rows: string, role: KeyRole, column: number, raw: RawTable): Promise<Note[]> {
  const [[distinct, formless, empty] = []] = rowsOfTable(
    await run(`select count(distinct form_${role}), count(*) filter (where form_${role} is null),
  (select count(*) from ${raw.name} where c${column} is null or trim(cast(c${column} as varchar)) = '') from ${rows}`)
  );
  const masked = Number(formless) - Number(empty);
  return [
    { code: 'different', level: 'good', params: { distinct: Number(distinct) } },
    ...(Number(empty) > 0
      ? [{ code: 'empty', level: 'info', params: { rows: Number(empty) } } as const]
      : [{ code: 'none-empty', level: 'good' } as const]),
    ...(masked > 0 ? [{ code: 'masked', level: 'warn', params: { rows: masked } } as const] : [])
  ];
}

async function scoreNotes({ run }: Work, rows: string, role: 'nps' | 'csat'): Promise<Note[]> {
  const isPossible = role === 'nps' ? 'nps between 0 and 10 and nps = floor(nps)' : 'csat between 1 and 5';
  const [[mean, lowest, highest, impossible, unreadable, empty] = []] = rowsOfTable(
    await run(`select avg(${role}) filter (where ${isPossible}), min(${role}) filter (where ${isPossible}), max(${role}) filter (where ${isPossible}),
  count(*) filter (where not (${isPossible})), count(*) filter (where ${role} is null and has_${role}), count(*) filter (where not has_${role}) from ${rows}`)
  );
  const counted = (code: string, level: Note['level'], count: unknown): Note[] =>
    Number(count) > 0 ? [{ code, level, params: { rows: Number(count) } }] : [];
  return [
    ...(mean === null
      ? [{ code: 'all-empty', level: 'warn' } as const]
      : [{ code: 'mean-score', level: 'good', params: { mean: Number(mean), lowest: Number(lowest), highest: Number(highest) } } as const]),
    ...counted('impossible-scores', 'bad', impossible),
    ...counted('unreadable-scores', 'bad', unreadable),
    ...counted('empty', 'info', empty)
  ];
}

/** How such a file was read; worded in cleaning-messages.ts. */
export function subjectReadings(mapping: Mapping, raw: RawTable, stage: SubjectStage | null): Note[] {
  if (!stage) return [{ code: 'needs-missing', level: 'bad' }];
  const notes: Note[] = [];
  const say = (code: string, level: Note['level'], params: NonNullable<Note['params']> = {}) => notes.push({ code, level, params });
  const { subject, records } = stage;
  const used = stage.fates.get('') ?? 0;
  if (subject === 'members' && hasRowPerOwner(mapping)) say('members-merged', 'info', { records, rows: used });
  else if (subject === 'members') say('members-read', 'info', { records });
  if (subject === 'feedback') say(areTickets(mapping) ? 'tickets-read' : 'answers-read', 'info', { records });
  if (subject === 'events') say('events-read', 'info', { records });
  if (subject === 'touches') say('touches-read', 'info', { records });
  if (subject === 'products') say('products-read', 'info', { records });
  const columns = tagColumns(raw.headers, mapping).length;
  if (columns > 1) say('tags-joined', 'info', { columns });
  if (stage.formats.spans.size > 0) say('spans-added', 'info');
  if (subject === 'events' && !stage.isDuplicateOn) say('equal-rows-kept', 'info');
  if (stage.anonymous > 0) say('nobody-named', 'info', { rows: stage.anonymous });
  if (stage.currency && stage.currency.code === null) say('money-unmarked', 'warn');
  if (stage.keys.some(({ role }) => (mapping.personal[mapping.roles.indexOf(role)] ?? null) !== null))
    say(subject === 'members' && mapping.rules['outreach'] === true ? 'outreach-kept' : 'keys-hashed', 'info');
  return notes;
}
