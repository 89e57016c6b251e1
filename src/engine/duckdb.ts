import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { EngineError, type ResultBytes } from './contract.ts';
import { faultOf } from './duckdb-errors.ts';
import { CREATE_FUNCTIONS } from './functions.ts';
import { quoteText } from './sql.ts';

/** How a file's bytes reach the database; differs between the browser and Node. */
export type RegisterFile = (db: AsyncDuckDB, name: string, file: Blob) => Promise<void>;

/** Where registered files live: the only place that the locked database may read. */
export const IMPORTS = 'imports/';
/** The second catalogue, whose tables are kept compressed. Names resolve in both. */
export const PACKED = 'packed';
/** The schema of what stands in for tables that are not stored yet: found where no table has the name. */
export const LATE = 'memory.late';

// The order matters: after the lock nothing more can be attached or set.
const LOCK_DOWN: readonly string[] = [
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  'set preserve_insertion_order = true',
  `attach ':memory:' as ${PACKED} (compress)`,
  `create schema ${LATE}`,
  `set search_path = 'memory.main,${PACKED}.main,${LATE}'`,
  `set allowed_directories = ['${IMPORTS}']`,
  'set enable_external_access = false',
  ...CREATE_FUNCTIONS,
  'set lock_configuration = true'
];

interface Job {
  readonly name: string;
  readonly start: () => Promise<void>;
  readonly refuse: (error: EngineError) => void;
}

/**
 * One DuckDB, one connection, one job at a time in the order asked. A waiting job is cancelled by
 * forgetting it, the running one by DuckDB's own interrupt.
 */
export class Database {
  readonly #db: AsyncDuckDB;
  readonly #registerFile: RegisterFile;
  #connection = -1;
  #waiting: Job[] = [];
  #running: { name: string; isCancelled: boolean } | null = null;

  private constructor(db: AsyncDuckDB, registerFile: RegisterFile) {
    this.#db = db;
    this.#registerFile = registerFile;
  }

  /** Opens an instantiated DuckDB in memory and locks it down; `memory` ('200MB') is less than all that a page may use. */
  static async open(db: AsyncDuckDB, registerFile: RegisterFile, memory?: string): Promise<Database> {
    await db.open({
      path: ':memory:',
      query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: false, castDurationToTime64: true }
    });
    const database = new Database(db, registerFile);
    database.#connection = await db.connectInternal();
    if (memory !== undefined) await database.#stream(`set memory_limit = ${quoteText(memory)}`, null);
    for (const statement of LOCK_DOWN) await database.#stream(statement, null);
    return database;
  }

  version(): Promise<string> {
    return this.#db.getVersion();
  }

  /** Runs `work` alone, as the job `name`; `work` gets the only way to run statements. */
  exclusively<T>(name: string, work: (session: Session) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const start = async () => {
        const running = { name, isCancelled: false };
        this.#running = running;
        try {
          resolve(await work(this.#session(running)));
        } catch (error) {
          reject(running.isCancelled ? cancelled() : error);
        } finally {
          this.#running = null;
          void this.#next();
        }
      };
      this.#waiting.push({ name, start, refuse: reject });
      if (!this.#running) void this.#next();
    });
  }

  async cancel(name: string): Promise<void> {
    const dropped = this.#waiting.filter((job) => job.name === name);
    this.#waiting = this.#waiting.filter((job) => job.name !== name);
    for (const job of dropped) job.refuse(cancelled());
    if (this.#running?.name === name && !this.#running.isCancelled) {
      this.#running.isCancelled = true;
      await this.#db.cancelPendingQuery(this.#connection);
    }
  }

  #next(): Promise<void> | undefined {
    if (this.#running) return undefined;
    return this.#waiting.shift()?.start();
  }

  #session(running: { isCancelled: boolean }): Session {
    const check = () => {
      if (running.isCancelled) throw cancelled();
    };
    return {
      check,
      isCancelled: () => running.isCancelled,
      run: async (sql) => {
        check();
        const start = performance.now();
        const bytes = await this.#stream(sql, running);
        return { bytes, ms: performance.now() - start };
      },
      tidyUp: async (sql) => {
        await this.#stream(sql, null);
      },
      prepare: async (sql) => {
        try {
          await this.#db.closePrepared(this.#connection, await this.#db.createPrepared(this.#connection, sql));
        } catch (error) {
          throw faultOf(error, sql);
        }
      },
      register: (file, name) => this.#registerFile(this.#db, IMPORTS + name, file),
      registerBytes: (bytes, name) => this.#db.registerFileBuffer(IMPORTS + name, bytes),
      drop: async (name) => {
        await this.#db.dropFile(IMPORTS + name);
      },
      insertArrow: async (bytes, table) => {
        check();
        await this.#insert(bytes, table);
      }
    };
  }

  /** A connection that has met bytes it cannot read inserts nothing ever after: hence one of its own each time. */
  async #insert(bytes: Uint8Array, table: string): Promise<void> {
    const connection = await this.#db.connectInternal();
    try {
      // The end mark in the same buffer: the table is made when it is met, of memory that is given back after the call.
      const stream = concat([bytes, END_OF_STREAM]);
      await this.#db.insertArrowFromIPCStream(connection, stream, { name: table, schema: 'main', create: true });
    } catch (error) {
      throw faultOf(error, `insert into ${table}`);
    } finally {
      await this.#db.disconnect(connection);
    }
  }

  /** Runs one statement and gathers its Arrow IPC stream. */
  async #stream(sql: string, running: { isCancelled: boolean } | null): Promise<Uint8Array> {
    try {
      let header = await this.#db.startPendingQuery(this.#connection, sql, true);
      while (header === null) {
        if (running?.isCancelled) throw cancelled();
        header = await this.#db.pollPendingQuery(this.#connection);
      }
      const chunks = [header];
      for (;;) {
        if (running?.isCancelled) {
          await this.#db.cancelPendingQuery(this.#connection);
          throw cancelled();
        }
        const chunk = await this.#db.fetchQueryResults(this.#connection);
        if (chunk === null) continue;
        if (chunk.length === 0) break;
        chunks.push(chunk);
      }
      return concat(chunks);
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw faultOf(error, sql);
    }
  }
}

/** What a job may do while it has the database to itself. */
export interface Session {
  /** Throws `cancelled` once the job is cancelled. */
  check(): void;
  isCancelled(): boolean;
  /** Runs one statement. */
  run(sql: string): Promise<ResultBytes>;
  /** Runs one statement even when the job was cancelled: to leave nothing behind, such as an open transaction. */
  tidyUp(sql: string): Promise<void>;
  /** Throws unless `sql` is exactly one statement that the engine understands. */
  prepare(sql: string): Promise<void>;
  /** Makes a file readable as `imports/<name>`. */
  register(file: Blob, name: string): Promise<void>;
  registerBytes(bytes: Uint8Array, name: string): Promise<void>;
  drop(name: string): Promise<void>;
  /**
   * Makes a new table of an Arrow IPC stream (the file format gives an empty table and no error: count what
   * arrived).
   */
  insertArrow(bytes: Uint8Array, table: string): Promise<void>;
}

const END_OF_STREAM = new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]);

/** The SQL literal for a registered file. */
export function importPath(name: string): string {
  return quoteText(IMPORTS + name);
}

function cancelled(): EngineError {
  return new EngineError({ fault: 'cancelled', message: 'cancelled' });
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
