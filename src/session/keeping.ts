import type { EngineService, KeptRows } from '../engine/contract.ts';
import { quoteName, quoteText } from '../engine/sql.ts';
import { shopViews } from '../sources/shop-tables.ts';
import { BASE_TABLES, type Catalogue } from '../sources/canonical-tables.ts';
import { rowsOfTable, workOn, type Work } from '../sources/engine-work.ts';
import { dropShop } from '../sources/import.ts';
import { asOpen, stageDraft, type OpenDraft } from '../sources/open-draft.ts';
import { SET_ASIDE } from '../sources/set-aside.ts';
import { rawName, rawTable } from '../sources/raw-table.ts';
import type { Draft } from '../sources/source.ts';
import { stagedName } from '../sources/staged-tables.ts';
import type { KeptSource, KeptTableFiles, Manifest } from './manifest.ts';
import type { ProjectStore } from './project-store.ts';

/** Rows of one part: few enough that no question waits long behind it. */
const ROWS_PER_PART = 250_000;
const KEPT_ASIDE = 'kept_set_aside';

/** Where parts of tables go and come from. */
export interface Shelf {
  readonly store: Pick<ProjectStore, 'writePart' | 'part'>;
  /** The project. */
  readonly id: string;
  /** A new name for a part. */
  readonly newName: () => string;
  /** Resolves when nobody waits for an answer: taking parts out keeps the engine busy. */
  readonly quiet: () => Promise<void>;
}

interface Kept {
  /** What the table is called in the project. */
  readonly name: string;
  readonly table: string;
  /** Columns that stay behind. */
  readonly without?: readonly string[];
  /** What is seldom brought back takes little room; what every visit brings back takes little time. */
  readonly isPacked?: boolean;
}

/** Takes a table out of the engine, part by part. */
async function keepTable(
  engine: EngineService,
  shelf: Shelf,
  { name, table, without = [], isPacked = false }: Kept,
  signal: AbortSignal
): Promise<KeptTableFiles> {
  const work = workOn(engine, `keep:${name}`, signal);
  await shelf.quiet();
  const { columns: all, rows } = await work.call((job) => engine.describe(job, table));
  const columns = all.filter((column) => !without.includes(column.name));
  const parts: KeptTableFiles['parts'] = [];
  for (let from = 0; from < rows; from += ROWS_PER_PART) {
    const to = Math.min(from + ROWS_PER_PART, rows);
    await shelf.quiet();
    const bytes = await work.call((job) => engine.dump(job, { table, columns }, from, to, isPacked));
    const file = `${shelf.newName()}.rows`;
    await shelf.store.writePart(shelf.id, file, bytes);
    parts.push({ file, rows: to - from, bytes: bytes.length });
  }
  return { name, columns, parts };
}

/** Puts a kept table into the engine as `table`. Rejects when a part is gone or damaged. */
export async function bringBackTable(engine: EngineService, shelf: Shelf, kept: KeptTableFiles, table: string): Promise<void> {
  const parts = await Promise.all(
    kept.parts.map(async ({ file, rows, bytes }): Promise<KeptRows> => {
      const packed = await shelf.store.part(shelf.id, file);
      if (packed.size !== bytes) throw new RangeError(`${file} has ${packed.size} of ${bytes} bytes`);
      return { rows, packed };
    })
  );
  await engine.restore(`bring-back:${kept.name}`, { table, columns: kept.columns }, parts);
}

/** The tables of the shop that answers, out of the engine. */
export async function keepShop(
  engine: EngineService,
  shelf: Shelf,
  sources: readonly Draft[],
  signal: AbortSignal
): Promise<Pick<Manifest, 'catalogue' | 'absent' | 'tables'>> {
  const work = workOn(engine, 'keep-shop', signal);
  await shelf.quiet();
  const [[place] = []] = rowsOfTable(await work.run("select database_name from duckdb_tables() where table_name = 'order_rows'"));
  const catalogue: Catalogue = place === 'packed' ? 'packed' : 'memory';
  const [shown, stored] = [await columnNames(work, 'all_orders'), await columnNames(work, `${catalogue}.main.order_rows`)];
  const tables: KeptTableFiles[] = [];
  for (const name of BASE_TABLES) tables.push(await keepTable(engine, shelf, { name, table: `${catalogue}.main.${name}` }, signal));
  tables.push(await keepSetAside(engine, shelf, work, sources, signal));
  return { catalogue, absent: shown.filter((column) => !stored.includes(column)), tables };
}

async function columnNames(work: Work, table: string): Promise<string[]> {
  return rowsOfTable(await work.run(`describe ${table}`)).map(([name]) => String(name));
}

/** The rows set aside. What was left out of a file is in them as a column, or in the text of lines that could not be cut into cells. */
async function keepSetAside(
  engine: EngineService,
  shelf: Shelf,
  work: Work,
  sources: readonly Draft[],
  signal: AbortSignal
): Promise<KeptTableFiles> {
  const hiding = sources.filter((draft) => leftOut(draft).length > 0);
  const name = SET_ASIDE;
  if (hiding.length === 0) return keepTable(engine, shelf, { name, table: SET_ASIDE }, signal);
  const own = ['reason', 'file', 'data_row', 'line'];
  const headers = hiding.flatMap((draft) => leftOut(draft).map((column) => (draft.sketch.columns[column] ?? '').trim()));
  const isHidden = (column: string) => headers.some((header) => column === header || column.startsWith(`${header} (`));
  const isUncut = `reason = 'malformed' and file in (${hiding.map(({ file }) => quoteText(file.name)).join(', ')})`;
  const all = await columnNames(work, SET_ASIDE);
  const cells = all
    .filter((column) => own.includes(column) || !isHidden(column))
    .map((column) => {
      const cell = quoteName(column);
      return own.includes(column) ? cell : `case when ${isUncut} then null else ${cell} end as ${cell}`;
    });
  try {
    await work.execute([`create or replace table ${KEPT_ASIDE} as select ${cells.join(', ')} from ${SET_ASIDE}`]);
    return await keepTable(engine, shelf, { name, table: KEPT_ASIDE }, signal);
  } finally {
    await engine.execute('keep-shop:clear', [`drop table if exists ${KEPT_ASIDE}`]);
  }
}

/** Puts the shop of `manifest` in the place of the one in the engine. Leaves no shop when it fails. */
export async function bringBackShop(engine: EngineService, shelf: Shelf, manifest: Manifest): Promise<void> {
  const { catalogue, tables, absent, facts } = manifest;
  if (facts === null) return;
  try {
    // All at once: while one goes in the next is read, and the first while the database is still starting.
    const steps = await Promise.allSettled([
      dropShop(engine),
      ...[...BASE_TABLES, SET_ASIDE].map((name) => {
        const kept = tables.find((table) => table.name === name);
        if (!kept) throw new RangeError(`the project has no table ${name}`);
        return bringBackTable(engine, shelf, kept, name === SET_ASIDE ? SET_ASIDE : `${catalogue}.main.${name}`);
      })
    ]);
    for (const step of steps) if (step.status === 'rejected') throw step.reason;
    await engine.execute('bring-back:views', shopViews(catalogue, absent, facts));
  } catch (error) {
    await dropShop(engine);
    throw error;
  }
}

/** Personal columns without a meaning: nothing of them goes to the disk, even where they were looked at as a possible key. */
function leftOut({ mapping }: Draft): number[] {
  return mapping.personal.flatMap((kind, column) => (kind !== null && (mapping.roles[column] ?? null) === null ? [column] : []));
}

/** What is written down of a source beside its rows: nothing of columns that were left out. */
export function keptDraft(draft: Draft): KeptSource['draft'] {
  const { id, sketch, corrected, load, mapping, checks, readings, questions, identity, balance, customers, currencies } = draft;
  const hidden = leftOut(draft);
  const reads = load.reads.map((read, column) => (hidden.includes(column) ? ('skip' as const) : read));
  const sample = sketch.sample.map((row) => row.map((cell, column) => ((reads[column] ?? 'skip') === 'skip' ? '' : cell)));
  const rejected = hidden.length === 0 ? load.rejected : load.rejected.map((row) => ({ ...row, text: '' }));
  const { candidates, chosen } = identity;
  return {
    id,
    sketch: { ...sketch, sample },
    corrected,
    load: { ...load, reads, rejected },
    mapping,
    checks,
    readings,
    questions,
    identity: { candidates, chosen },
    balance,
    customers,
    currencies
  };
}

/** Takes the loaded rows of a source, which must be in the engine, out of it. */
export async function keepRows(engine: EngineService, shelf: Shelf, draft: Draft, signal: AbortSignal): Promise<KeptTableFiles> {
  const hidden = leftOut(draft).map(rawName);
  return keepTable(engine, shelf, { name: 'rows', table: asOpen(draft).raw.name, without: hidden, isPacked: true }, signal);
}

/** Drops the loaded rows of sources from the engine, where they are in it. */
export async function dropRows(engine: EngineService, sources: readonly Draft[]): Promise<void> {
  const names = sources.flatMap((draft) => ('raw' in draft ? [asOpen(draft).raw.name] : []));
  await engine.execute(
    'keep:clear',
    names.map((name) => `drop table if exists ${name}`)
  );
}

/** A kept source as a draft of which the file itself is not here. */
export function broughtBackDraft({ file, draft }: KeptSource): Draft {
  return { ...draft, file: new File([], file) };
}

/** A source with its rows in the engine again and staged, as if it had just been opened. */
export async function reopenDraft(
  engine: EngineService,
  shelf: Shelf,
  draft: Draft,
  rows: KeptTableFiles,
  options: { readonly signal?: AbortSignal }
): Promise<OpenDraft> {
  const { file } = draft;
  // As it went to the disk: without the columns that were left out.
  const { id, sketch, corrected, load, mapping } = keptDraft(draft);
  const revision = 1;
  const name = stagedName('raw', `${id}_${revision}`);
  await engine.execute(`reopen:${id}`, [`drop table if exists ${name}`]);
  await bringBackTable(engine, shelf, rows, name);
  const raw = rawTable(name, sketch.columns, load);
  return stageDraft(
    engine,
    workOn(engine, `reopen:${id}`, options.signal),
    { id, file, sketch, corrected, load, raw, mapping, revision },
    options
  );
}
