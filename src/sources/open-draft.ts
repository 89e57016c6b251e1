import { isAfterSales } from './after-sales.ts';
import { EngineError, type EngineService, type FileSketch, type LoadProgress, type TextShape } from '../engine/contract.ts';
import { balanceOf } from './balance.ts';
import { checkColumns } from './checks.ts';
import { formatQuestions } from './column-formats.ts';
import { workOn, type Work } from './engine-work.ts';
import { chooseReads, guessMapping, subjectOf } from './guess-mapping.ts';
import { HEADER_FAMILIES } from './header-families.ts';
import { hasSecondHeader } from './header-family.ts';
import { headersKey } from './header.ts';
import { measureIdentity } from './identity.ts';
import { columnOf, withRole, type Mapping } from './mapping.ts';
import { rawTable, type RawTable } from './raw-table.ts';
import { readingsOf } from './readings.ts';
import { shapeBy, type CorrectionToTry } from './shape-correction.ts';
import type { Draft, Question } from './source.ts';
import type { Lighter } from './left-out.ts';
import { gatheringOf, isByDay, withLighter } from './lighter.ts';
import { keySample, sampleOf } from './sampling.ts';
import { dropStaged, stagedName } from './staged-tables.ts';
import { holdsOrders, stageOrders, type Stage } from './staging.ts';
import { meetsNeeds } from './subject.ts';
import type { OtherSubject } from './subject-words.ts';
import { checkSubject, NO_GATE, subjectBalance, subjectReadings } from './subjects/subject-draft.ts';
import { stageSubject, type SubjectStage } from './subjects/subject-stage.ts';

export interface OpenOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly shape?: Partial<TextShape>;
  readonly lighter?: Lighter;
  readonly corrections?: (headers: string) => readonly CorrectionToTry[];
  readonly remembered?: (headers: string) => Mapping | undefined;
}

/** A draft with what the import itself must know of it. */
export interface OpenDraft extends Draft {
  readonly raw: RawTable;
  /** How its staged tables are named: changed with every revision, so that an interrupted one harms nothing. */
  readonly staged: string;
  /** Null when the file cannot hold orders. */
  readonly stage: Stage | null;
  readonly revision: number;
  /** How a file about something other than orders was read; null for orders, refunds, and where a needed column is missing. */
  readonly subjectStage: SubjectStage | null;
  /** The file lists refunds: they are taken off the orders of the other files. */
  readonly isAfterSales: boolean;
}

/** A draft as `openDraft` made it; throws on any other. */
export function asOpen(draft: Draft): OpenDraft {
  if (!('stage' in draft) || !('staged' in draft)) throw new TypeError(`the draft ${draft.id} was not opened by this import`);
  return draft as OpenDraft;
}

/** What a load needs beside the file: its shape and its meaning. */
interface Understanding {
  readonly sketch: FileSketch;
  readonly mapping: Mapping;
  readonly corrected?: Partial<TextShape> | undefined;
}

/** Sketches a file and guesses its mapping, or takes the remembered one for the same headers. */
export async function understand(
  engine: EngineService,
  id: string,
  file: File,
  shape: Partial<TextShape> | undefined,
  options: OpenOptions
): Promise<Understanding> {
  const look = (as: Partial<TextShape> | undefined) =>
    workOn(engine, `sketch:${id}`, options.signal).call((job) =>
      engine.sketch(job, file, as, (progress) => options.onProgress?.(progress))
    );
  const seen = await look(shape);
  const known = shape === undefined ? await asCorrected(seen, look, options.corrections?.(headersKey(seen.columns)) ?? []) : null;
  const first = known?.sketch ?? seen;
  const said = shape ?? known?.corrected;
  const isTwoRows = said?.hasDescriptionRow === undefined && hasSecondHeader(first.columns, first.sample, HEADER_FAMILIES);
  const sketch = isTwoRows ? await look({ ...said, hasDescriptionRow: true }) : first;
  const remembered = options.remembered?.(headersKey(sketch.columns));
  const fits = remembered !== undefined && remembered.roles.length === sketch.columns.length;
  const mapping = fits ? remembered : guessMapping(sketch.columns, sketch.sample);
  return {
    sketch,
    mapping: options.lighter ? withLighter(mapping, sketch.columns, options.lighter) : mapping,
    corrected: known?.corrected
  };
}

/** The file cut as a correction says, the first of those that lead to the headers they are for; null where none does. */
async function asCorrected(
  seen: FileSketch,
  look: (as: Partial<TextShape>) => Promise<FileSketch>,
  corrections: readonly CorrectionToTry[]
): Promise<{ sketch: FileSketch; corrected: Partial<TextShape> } | null> {
  for (const correction of corrections) {
    const corrected = shapeBy(correction, seen);
    if (!corrected) continue;
    try {
      const sketch = await look(corrected);
      if (correction.fits(headersKey(sketch.columns))) return { sketch, corrected };
    } catch (error) {
      // A file that cannot be cut so is not of that kind.
      if (!(error instanceof EngineError) || error.fault !== 'unreadable-file') throw error;
    }
  }
  return null;
}

/** Loads a file into a raw table of its own and stages it. Leaves nothing behind when it fails. */
export async function loadAndStage(
  engine: EngineService,
  id: string,
  file: File,
  known: Understanding,
  revision: number,
  options: OpenOptions
): Promise<OpenDraft> {
  const work = workOn(engine, `draft:${id}:${revision}`, options.signal);
  const { sketch, mapping, corrected } = known;
  const reads = chooseReads(sketch.columns, sketch.sample, mapping);
  const table = stagedName('raw', `${id}_${revision}`);
  const columns = sketch.columns.map((name, column) => ({ name, read: reads[column] ?? 'skip' }));
  const gather = gatheringOf(sketch.columns, mapping);
  const [watch, sample] = [columnOf(mapping, 'order_id') ?? undefined, keySample(sketch.columns, mapping)];
  const { watched, ...load } = await work.call((job) =>
    engine.load(job, file, { table, shape: sketch.shape, columns, watch, sample, gather }, (progress) => options.onProgress?.(progress))
  );
  const raw = rawTable(table, sketch.columns, load, watched);
  try {
    return await stageDraft(engine, work, { id, file, sketch, corrected, load, raw, mapping, revision }, options);
  } catch (error) {
    await engine.execute(`draft:${id}:clear`, [`drop table if exists ${table}`]);
    throw error;
  }
}

type Loaded = Pick<OpenDraft, 'id' | 'file' | 'sketch' | 'corrected' | 'load' | 'raw' | 'mapping' | 'revision'>;

/** Stages a loaded table under the draft's revision. Leaves no staged table behind when it fails. */
export async function stageDraft(engine: EngineService, work: Work, loaded: Loaded, options: OpenOptions): Promise<OpenDraft> {
  options.onProgress?.({ stage: 'build', rows: loaded.load.rows });
  const staged = `${loaded.id}_${loaded.revision}`;
  const { raw } = loaded;
  try {
    const subject = subjectOf(raw.headers, loaded.mapping);
    if (subject !== 'orders' && subject !== 'returns') return await stageOther(work, loaded, staged, subject);
    const measured = await measureIdentity(work.run, raw, loaded.mapping, stagedName('keys', staged));
    const mapping = withCustomer(loaded.mapping, measured.chosen);
    const afterSales = isAfterSales(raw.headers, mapping);
    const stage = holdsOrders(mapping) && !afterSales ? await stageOrders(work, staged, raw, mapping, measured) : null;
    const checks = stage
      ? await checkColumns(work.run, raw, mapping, stage.formats, measured, {
          statuses: stage.statuses,
          // The amounts of a column in several currencies are in none.
          currency: stage.currency?.each ? null : (stage.currency?.code ?? null),
          repeatedOrders: stage.repeated ?? undefined,
          plain: stage.plain,
          distinct: stage.distinct
        })
      : mapping.roles.map(() => []);
    return {
      ...loaded,
      mapping,
      staged,
      stage,
      subjectStage: null,
      isAfterSales: afterSales,
      checks,
      identity: measured,
      readings: readingsOf(mapping, stage, loaded.load, afterSales),
      questions: stage ? questionsOf(stage, mapping) : [],
      balance: balanceOf(loaded.load, mapping, stage, afterSales ? 'refund-row' : 'not-orders'),
      customers: stage?.customers ?? null,
      currencies: stage?.currency ? { values: stage.currency.found, isSign: stage.currency.isSign } : undefined
    };
  } catch (error) {
    await dropStagedOf(engine, staged);
    throw error;
  }
}

/** The draft of a file about something other than orders: no gate, no money to clean. */
async function stageOther(work: Work, loaded: Loaded, staged: string, subject: OtherSubject): Promise<OpenDraft> {
  const { raw, mapping, load } = loaded;
  const stage = meetsNeeds(mapping.roles, subject) ? await stageSubject(work, staged, raw, mapping, subject) : null;
  return {
    ...loaded,
    staged,
    stage: null,
    subjectStage: stage,
    isAfterSales: false,
    checks: stage ? await checkSubject(work, staged, raw, mapping, stage) : mapping.roles.map(() => []),
    identity: NO_GATE,
    readings: subjectReadings(mapping, raw, stage),
    questions: stage ? formatQuestions(stage.formats, mapping) : [],
    balance: subjectBalance(load, stage),
    customers: null
  };
}

/** Drops the staged tables of one revision, whatever `cells` was made as. */
export async function dropStagedOf(engine: EngineService, staged: string): Promise<void> {
  for (const cellsAre of ['view', 'table'] as const) {
    // Dropping a view by the name of a table is an error, and the other way round: one of the two fits.
    try {
      await engine.execute(`drop:${staged}`, dropStaged(staged, cellsAre));
      return;
    } catch (error) {
      if (!(error instanceof EngineError) || error.fault !== 'sql' || cellsAre === 'table') throw error;
    }
  }
}

/** Whether the loaded columns do for `mapping`, or which must be read otherwise. */
export function mustReload(draft: OpenDraft, mapping: Mapping): boolean {
  if (sampleOf(mapping) !== sampleOf(draft.mapping) || isByDay(mapping) !== isByDay(draft.mapping)) return true;
  const wanted = chooseReads(draft.sketch.columns, draft.sketch.sample, mapping);
  return wanted.some((read, column) => {
    const has = draft.load.reads[column] ?? 'skip';
    // Text can be read as anything later; a typed column has lost its spelling.
    return read !== 'skip' && (has === 'skip' || (read === 'text' && has !== 'text'));
  });
}

function withCustomer(mapping: Mapping, chosen: number | null): Mapping {
  const mapped = columnOf(mapping, 'customer');
  if (mapped === chosen) return mapping;
  if (chosen !== null) return withRole(mapping, chosen, 'customer', 'values');
  return mapped === null ? mapping : withRole(mapping, mapped, null, null);
}

function questionsOf(stage: Stage, mapping: Mapping): Question[] {
  return [
    ...formatQuestions(stage.formats, mapping),
    ...stage.statuses.map((reading) => reading?.question ?? null),
    stage.currency?.question ?? null
  ].filter((question) => question !== null);
}
