import { EngineError, type ColumnRead, type LoadProgress, type LoadReport, type LoadRequest } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import { quoteName } from '../sql.ts';
import { checkDelimiter } from './csv-sketch.ts';
import { countRows, readTable } from './csv-table.ts';
import { cleanStart, survey, type Survey, type SurveyOptions } from './survey.ts';
import { unreadable } from './unreadable.ts';

// Below this many bytes the two passes are quick enough one after the other.
const LARGE = 8 * 1024 * 1024;

type Heard = (progress: LoadProgress) => void;

/**
 * Loads a text table. The rows are counted by our own pass over the bytes, and the database is given
 * those rows and nothing else, so that what it reads is what was counted. Empty cells are null.
 */
export async function loadText(session: Session, file: File, request: LoadRequest, onProgress: Heard): Promise<LoadReport> {
  const startedAt = performance.now();
  checkDelimiter(request.shape.delimiter);
  try {
    const { found, reads } = await loaded(session, file, request, onProgress);
    const { rows, outside, rejected, rejectedCount, outsideCount, warnings } = found.census.ledger;
    const { sample, gather } = request;
    const leftOut = sample ? rows - (await countRows(session, request.table)) : 0;
    return {
      table: request.table,
      rows: rows - leftOut,
      outside,
      rejected,
      rejectedCount,
      outsideCount,
      lines: found.census.lines,
      reads,
      warnings,
      ms: performance.now() - startedAt,
      watched: sample || gather ? undefined : found.census.watched,
      sampled: sample && { of: sample.of, leftOut },
      gathered: gather && { into: await countRows(session, request.table) }
    };
  } catch (error) {
    if (!session.isCancelled()) await session.run(`drop table if exists ${quoteName(request.table)}`);
    throw error;
  }
}

async function loaded(
  session: Session,
  file: File,
  request: LoadRequest,
  onProgress: Heard
): Promise<{ found: Survey; reads: ColumnRead[] }> {
  let isRewritten = await endsLinesWithReturns(file, request);
  const early = isRewritten ? null : await readWhileCounting(session, file, request, onProgress);
  if (early?.reads) return { found: early.found, reads: early.reads };
  if (early?.hasBrokenBytes) isRewritten = true;
  let found = isRewritten ? undefined : early?.found;
  for (;;) {
    found ??= await surveyed(session, file, optionsOf(request, isRewritten), onProgress);
    if (found.census.ledger.rows === 0 && found.census.ledger.rejectedCount === 0) throw unreadable('header-only');
    onProgress({ stage: 'read', rows: found.census.ledger.rows });
    try {
      const { reads, rows } = await readTable(session, found.rows, request, onProgress);
      if (rows !== found.census.ledger.rows)
        throw new EngineError({ fault: 'sql', message: `the database read ${rows} rows of ${found.census.ledger.rows}` });
      return { found, reads };
    } catch (error) {
      if (isRewritten || !isAboutBytes(error)) throw error;
      isRewritten = true;
      found = undefined;
    }
  }
}

interface Early {
  readonly found: Survey;
  readonly reads: ColumnRead[] | null;
  readonly hasBrokenBytes: boolean;
}

/**
 * A large UTF-8 file whose beginning and end are clean is most likely clean throughout: the database reads it
 * while we count. `reads` is null where the count says that it read something other than the rows.
 */
async function readWhileCounting(session: Session, file: File, request: LoadRequest, onProgress: Heard): Promise<Early | null> {
  const options = optionsOf(request, false);
  if (file.size < LARGE || request.shape.encoding !== 'utf-8') return null;
  const start = await cleanStart(file, options);
  if (start === null) return null;
  // The share counted is not the share read, so only the rows are told.
  const counting = surveyed(session, file, options, ({ rows }) => onProgress({ stage: 'read', rows }));
  const [counted, read] = await Promise.allSettled([counting, readTable(session, file.slice(start), request, onProgress)]);
  session.check();
  if (counted.status === 'rejected') throw counted.reason;
  const found = counted.value;
  const isWhole = found.range?.from === start && found.range.to === file.size;
  // Whatever it stumbled over, the counted rows are read once more; broken bytes must be decoded first.
  if (read.status === 'rejected') return { found, reads: null, hasBrokenBytes: isAboutBytes(read.reason) };
  const isSame = isWhole && read.value.rows === found.census.ledger.rows;
  return { found, reads: isSame ? read.value.reads : null, hasBrokenBytes: false };
}

function optionsOf({ shape, columns, watch }: LoadRequest, isRewritten: boolean): SurveyOptions {
  return {
    encoding: shape.encoding,
    isRewritten,
    cut: { delimiter: shape.delimiter, quote: shape.quote },
    columns: columns.length,
    headerLine: shape.headerLine,
    hasDescriptionRow: shape.hasDescriptionRow,
    trimsOutsideRows: shape.trimsOutsideRows,
    countsReplaced: isRewritten || shape.encoding !== 'utf-8',
    watch
  };
}

function surveyed(session: Session, file: File, options: SurveyOptions, onProgress: Heard): Promise<Survey> {
  return survey(file, options, (rows, share) => {
    session.check();
    onProgress({ stage: 'decode', rows, share });
  });
}

/** Whether the database stumbled over bytes that are not UTF-8. */
function isAboutBytes(error: unknown): boolean {
  return error instanceof EngineError && /utf-?8|unicode/i.test(error.message);
}

async function endsLinesWithReturns(file: File, request: LoadRequest): Promise<boolean> {
  if (request.shape.encoding !== 'utf-8') return false;
  const head = new Uint8Array(await file.slice(0, 2_000_000).arrayBuffer());
  return !head.includes(0x0a) && head.includes(0x0d);
}
