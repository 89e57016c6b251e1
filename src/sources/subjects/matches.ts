import { quoteText } from '../../engine/sql.ts';
import { rowsOfTable, type Work } from '../engine-work.ts';
import { joinCandidates } from '../guess-mapping.ts';
import { joinForm, joinKind } from '../join-form.ts';
import { columnOf, type Mapping } from '../mapping.ts';
import type { OpenDraft } from '../open-draft.ts';
import { isLoaded, rawName } from '../raw-table.ts';
import type { FileMatch } from '../source.ts';
import { stagedName } from '../staged-tables.ts';
import { personalShape } from '../value-shapes.ts';
import type { SubjectStage } from './subject-stage.ts';
import { customerOf, joinsOf, type Directory } from './directory.ts';

/** How many examples are given. */
const EXAMPLES = 5;

/** How the people in a file were found among the customers; null where it names none. `kept`: SQL, which of its `rows` count. */
export async function measureMatch({ run }: Work, draft: OpenDraft, directory: Directory, kept = 'true'): Promise<FileMatch | null> {
  const stage = draft.subjectStage;
  if (stage === null || stage.subject === 'products') return null;
  const { mapping, raw } = draft;
  const [first] = stage.keys;
  const byOrder = stage.subject === 'feedback' && isLoaded(raw, columnOf(mapping, 'order_id') ?? -1);
  if (!first && !byOrder) return null;
  // Several keys of a member are one member.
  const form = first === undefined ? 'rows.form_order' : stage.keys.length === 1 ? `rows.form_${first.role}` : 'rows.identity';
  const ambiguous =
    stage.keys.map(({ role }) => `(by_${role}.form is not null and by_${role}.customer_id is null)`).join(' or ') || 'false';
  const found = (key: string) => `select rows.row, ${key} as form, ${customerOf(draft)} as customer_id, ${ambiguous} as is_ambiguous
from ${stagedName('subject_rows', draft.staged)} as rows ${joinsOf(draft, directory)}
where rows.fate is null and ${kept}`;
  const [[keys, matchedKeys, ambiguousKeys, rows, matchedRows] = []] = rowsOfTable(
    // Grouped first: keys are compared once.
    await run(`select count(form), count(form) filter (where customer_id is not null), count(form) filter (where customer_id is null and is_ambiguous),
  coalesce(sum(rows) filter (where form is not null), 0) + coalesce(sum(matched) filter (where form is null), 0), coalesce(sum(matched), 0)
from (select form, any_value(customer_id) as customer_id, bool_or(is_ambiguous) as is_ambiguous, count(*) as rows, count(customer_id) as matched from (${found(form)}) as found group by form) as keys`)
  );
  const column = first ? columnOf(mapping, first.role) : columnOf(mapping, 'order_id');
  const isPersonal = (mapping.personal[column ?? -1] ?? null) !== null || (first !== undefined && first.kind !== 'id');
  const own = first ? `coalesce(${stage.keys.map(({ role }) => `rows.form_${role}`).join(', ')})` : 'rows.form_order';
  const examples = rowsOfTable(
    await run(
      `select form from (${found(own)}) as found where customer_id is null and form is not null group by form order by min(row) limit ${EXAMPLES}`
    )
  );
  return {
    file: draft.file.name,
    draft: draft.id,
    subject: stage.subject,
    column,
    header: raw.headers[column ?? -1] ?? null,
    keys: Number(keys),
    matchedKeys: Number(matchedKeys),
    ambiguousKeys: Number(ambiguousKeys),
    rows: Number(rows),
    matchedRows: Number(matchedRows),
    unmatched: examples.map(([value]) => (isPersonal || personalShape([String(value)]) ? masked(String(value)) : String(value))),
    others: await otherColumns({ run }, draft, stage, directory, column),
    ...(first ? { kind: first.kind } : {})
  };
}

/** Fewer found than this, and the orders probably name customers in another way. */
const FEW = 0.5;
/** A column that finds not many more is no reason to leave one that finds most. */
const CLEARLY = 1.1;

/** Whether less than half of the keys are found. */
export function findsFew({ keys, matchedKeys }: Pick<FileMatch, 'keys' | 'matchedKeys'>): boolean {
  return keys > 0 && matchedKeys < FEW * keys;
}

/**
 * The column that should be compared in the place of the one that is: whichever finds most customers, by measure; null where
 * that is the one already, or the user has chosen it. Phones and e-mails that find most of their people stay, because short
 * numbers of another system may be customers' numbers by chance.
 */
export function betterKey(match: FileMatch, mapping: Mapping): number | null {
  if (mapping.confidence[match.column ?? -1] === 'user') return null;
  const free = match.others.filter(({ column }) => (mapping.roles[column] ?? null) === null);
  const best = [...free].sort((a, b) => b.matchedKeys - a.matchedKeys)[0];
  if (!best || best.matchedKeys <= match.matchedKeys) return null;
  if (findsFew(match)) return best.column;
  const isContact = joinKind(mapping, match.column ?? -1) !== 'id';
  return !isContact && best.matchedKeys >= CLEARLY * match.matchedKeys ? best.column : null;
}

/** The other columns that may name customers, and how many of their keys are found. */
async function otherColumns(
  { run }: Pick<Work, 'run'>,
  { raw, mapping, staged }: OpenDraft,
  stage: SubjectStage,
  directory: Directory,
  used: number | null
): Promise<FileMatch['others']> {
  const others: { column: number; header: string; keys: number; matchedKeys: number }[] = [];
  for (const { column, kind } of joinCandidates(raw.headers, mapping)) {
    if (column === used || !isLoaded(raw, column)) continue;
    const role = stage.keys.find((key) => mapping.roles[column] === key.role)?.role;
    const forms =
      role === undefined
        ? `select distinct ${joinForm(rawName(column), raw.reads[column] ?? 'text', kind)} as form from ${raw.name}`
        : `select distinct form_${role} as form from ${stagedName('subject_rows', staged)}`;
    const [[keys, matchedKeys] = []] = rowsOfTable(
      await run(`select count(*), count(customer_id) from (${forms}) as keys
left join ${directory.forms} as known on known.kind = ${quoteText(kind)} and known.form = keys.form where keys.form is not null`)
    );
    if (Number(keys) > 0) others.push({ column, header: raw.headers[column] ?? '', keys: Number(keys), matchedKeys: Number(matchedKeys) });
  }
  return others.sort((a, b) => b.matchedKeys - a.matchedKeys);
}

function masked(value: string): string {
  const letters = [...value];
  return `${letters.slice(0, letters.length < 5 ? 1 : 2).join('')}****`;
}
