import { EngineError, type FitProgress, type FitReport, type FitRequest } from './contract.ts';
import { encodeNumbers, numbersOf, type Numbers } from './arrow.ts';
import type { Database, Session } from './duckdb.ts';

/** What a computation on numbers gives: plain data, and rows if there are any. */
export interface FitResult {
  readonly report: unknown;
  readonly rows?: Numbers;
}

/** Computations on numbers, by name: handed to the engine, which knows none of them. */
export type RunFit = (
  request: Pick<FitRequest, 'task' | 'options'>,
  inputs: Readonly<Record<string, Numbers>>,
  watch: { readonly signal: AbortSignal; readonly onProgress: (progress: FitProgress) => void; readonly pause: () => Promise<void> }
) => Promise<FitResult>;

/**
 * Reads the inputs, computes while the database goes on answering, and keeps the rows as `request.table`. Rejects with
 * `cancelled` once `signal` is aborted; then no table is left.
 */
export async function runFit(
  database: Database,
  compute: RunFit,
  job: string,
  request: FitRequest,
  signal: AbortSignal,
  onProgress: (progress: FitProgress) => void
): Promise<FitReport> {
  const alone = <T>(work: (session: Session) => Promise<T>) => database.exclusively(job, work) as Promise<T>;
  const start = performance.now();
  const inputs: Record<string, Numbers> = {};
  let rowsIn = 0;
  for (const [name, sql] of Object.entries(request.inputs)) {
    inputs[name] = numbersOf((await alone((session) => session.run(sql))).bytes);
    rowsIn += Object.values(inputs[name])[0]?.length ?? 0;
    if (signal.aborted) throw cancelled();
  }
  const { report, rows } = await compute(request, inputs, { signal, onProgress, pause: turn }).catch((error: unknown) => {
    throw signal.aborted ? cancelled() : error;
  });
  const { table } = request;
  if (table !== null && rows) {
    await alone(async (session) => {
      await session.tidyUp(`drop table if exists ${table}`);
      await session.insertArrow(encodeNumbers(rows), table);
    });
  }
  return { report, rowsIn, rows: Object.values(rows ?? {})[0]?.length ?? 0, ms: performance.now() - start };
}

/** Lets messages in, such as the one that calls the work off; quicker than a timer, which browsers make wait. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function cancelled(): EngineError {
  return new EngineError({ fault: 'cancelled', message: 'cancelled' });
}
