import { quoteText } from '../../engine/sql.ts';
import { rowsOfTable, type Work } from '../engine-work.ts';
import { joinForm, joinFormOf, joinKind, type JoinKind } from '../join-form.ts';
import type { OpenDraft } from '../open-draft.ts';
import { isLoaded, rawName } from '../raw-table.ts';
import type { Elsewhere } from '../source.ts';
import { stagedName } from '../staged-tables.ts';
import { looksMasked } from '../value-shapes.ts';

/** Below this share of a column's keys it is a chance that they are in the other file. */
const BY_CHANCE = 0.02;

/**
 * Columns of `orders` that nobody is looked up by and that name the people of `draft`, or would if they were not masked; those
 * that find most first. What was read is compared on all rows, what was left out on the first ones.
 */
export async function foundElsewhere(work: Work, draft: OpenDraft, orders: readonly OpenDraft[]): Promise<Elsewhere[]> {
  const found: Elsewhere[] = [];
  for (const one of orders) for (const column of unusedKeys(one)) found.push(...(await compared(work, draft, one, column)));
  return found.sort((a, b) => Number(a.isMasked) - Number(b.isMasked) || b.found / b.looked - a.found / a.looked);
}

/** Columns of a file of orders that may name customers and are not asked. */
function unusedKeys({ mapping, identity }: OpenDraft): number[] {
  const isFree = (column: number) => column !== identity.chosen && (mapping.roles[column] ?? null) === null;
  const contacts = mapping.personal.flatMap((kind, column) => (kind === 'phone' || kind === 'email' ? [column] : []));
  return [...new Set([...contacts, ...identity.candidates.map(({ column }) => column)])].filter(isFree);
}

async function compared(work: Work, draft: OpenDraft, orders: OpenDraft, column: number): Promise<Elsewhere[]> {
  const { mapping, raw, sketch } = orders;
  const kind = joinKind(mapping, column);
  const keys = (draft.subjectStage?.keys ?? []).filter((key) => key.kind === kind || (kind === 'id') === (key.kind === 'id'));
  if (keys.length === 0) return [];
  const cells = sketch.sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  const isMasked = cells.length > 0 && cells.filter(looksMasked).length >= 0.3 * cells.length;
  const about = {
    draft: orders.id,
    file: orders.file.name,
    column,
    header: (sketch.columns[column] ?? '').trim(),
    kind,
    isMasked
  };
  if (isMasked) return keys.some((key) => key.kind === kind) ? [{ ...about, looked: cells.length, found: 0, isWhole: false }] : [];
  const isWhole = isLoaded(raw, column);
  const forms = isWhole
    ? `select distinct ${joinForm(rawName(column), raw.reads[column] ?? 'text', kind)} as form from ${raw.name}`
    : formsOf(cells, kind);
  if (forms === null) return [];
  const own = keys.map(({ role }) => `select form_${role} from ${stagedName('subject_rows', draft.staged)} where fate is null`);
  const [[looked, matched] = []] = rowsOfTable(
    await work.run(
      `select count(form), count(*) filter (where form in (${own.join(' union all ')})) from (${forms}) as forms where form is not null`
    )
  );
  const counts = { looked: Number(looked), found: Number(matched) };
  return counts.found > 0 && counts.found >= BY_CHANCE * counts.looked ? [{ ...about, ...counts, isWhole }] : [];
}

function formsOf(cells: readonly string[], kind: JoinKind): string | null {
  const forms = [...new Set(cells.map((cell) => joinFormOf(cell, kind)))].filter((form) => form !== null);
  return forms.length === 0 ? null : `select unnest([${forms.map(quoteText).join(', ')}]) as form`;
}
