/**
 * What the engine promises to everybody above it. It runs SQL and reads files; it knows nothing of
 * customers. The same interface is served from the browser's worker and, in tests, from Node.
 */

import type { WrittenFile, WrittenRows } from './formats/write-request.ts';
import type { Gathering } from './readers/gathering.ts';

/** What went wrong, in the engine's terms. The page turns it into the user's words. */
export type Fault =
  | 'boot-failed' // the database never opened: wasm missing, blocked, or too old a browser
  | 'engine-lost' // the database crashed or its worker was killed; it must be started again
  | 'cancelled' // the caller asked for it
  | 'sql' // the statement is wrong; `position` points into `sql`
  | 'refused' // the lock-down or the read-only guard said no
  | 'out-of-memory'
  | 'unreadable-file'; // the reader cannot make a table of these bytes

export interface EngineFault {
  readonly fault: Fault;
  readonly message: string;
  readonly sql?: string;
  /** Offset into `sql`, in characters, where the engine points at the mistake. */
  readonly position?: number;
  /** Raw values that the words for `message` show, such as a limit. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The one error type that crosses from the worker. */
export class EngineError extends Error implements EngineFault {
  readonly fault: Fault;
  readonly sql: string | undefined;
  readonly position: number | undefined;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(fault: EngineFault) {
    super(fault.message);
    this.name = 'EngineError';
    this.fault = fault.fault;
    this.sql = fault.sql;
    this.position = fault.position;
    this.params = fault.params ?? {};
  }
}

/** An Arrow IPC stream, its buffer transferred, and how long the database took, in milliseconds. */
export interface ResultBytes {
  readonly bytes: Uint8Array;
  readonly ms: number;
}

export interface EngineInfo {
  readonly version: string;
  readonly bootMs: number;
}

/** One request made by a worker since it started, as its browser's resource timing tells it. */
export interface RequestRecord {
  readonly url: string;
  readonly from: 'page' | 'engine worker' | 'database worker' | 'formats worker';
  /** Milliseconds since that context started. */
  readonly at: number;
  readonly bytes: number;
  /** True when a guard refused it before it left. */
  readonly refused: boolean;
}

export interface LoadProgress {
  readonly stage: 'decode' | 'read' | 'build';
  readonly rows: number;
  /** 0 to 1, or undefined when it cannot be told. */
  readonly share?: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'windows-1252';

/** What a file is by its first bytes. All but text (and what arrives typed) is read by way of CSV. */
export type FileKind = 'text' | 'xlsx' | 'xls' | 'xml' | 'html' | 'json' | 'ndjson' | 'parquet';

/** One table of a file: a sheet of a workbook, a table of a web page, a list in JSON. */
export interface FileTable {
  readonly name: string;
  /** Null when it cannot be told without reading it. */
  readonly rows: number | null;
}

/** A row that is in the file but not in the table, and why. Line numbers count from 1. */
export interface OutsideRow {
  readonly line: number;
  readonly kind: 'title' | 'description' | 'repeated-header' | 'total' | 'footer' | 'blank' | 'padding';
  readonly text: string;
}

/** How a file is cut into a table. Everything here is recognised, shown, and can be overridden. */
export interface TextShape {
  /** Place among the sketch's `tables`, counting from 0. */
  readonly sheet: number;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** '' reads quotes as ordinary characters. */
  readonly quote: '"' | "'" | '';
  /** Line of the header, counting from 1; 0 when the file has none and columns are named by position. */
  readonly headerLine: number;
  /** Leave out the row under the header that explains it (TikTok Shop, 抖店 settlements). */
  readonly hasDescriptionRow: boolean;
  /** Treat total, footer, repeated-header and padding rows as outside the table. */
  readonly trimsOutsideRows: boolean;
}

/** What the reader understood from the beginning and the end of a file, before anything is loaded. */
export interface FileSketch {
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind;
  /** All tables of the file, of which `shape.sheet` is this one; a text has one without a name. */
  readonly tables: readonly FileTable[];
  readonly shape: TextShape;
  /** Encodings that decode the sample strictly, best first. */
  readonly encodings: readonly Encoding[];
  /** Column names as they stand in the header, made unique ("金额", "金额 (2)"). */
  readonly columns: readonly string[];
  /** First data rows as text, header and outside rows removed; at most 200, and 500 characters of each cell. Empty cell = ''. */
  readonly sample: readonly (readonly string[])[];
  readonly outside: readonly OutsideRow[];
  /** Rows in the file by an estimate from its size; exact after loading. */
  readonly estimatedRows: number;
}

/** How one column is read. `text` never fails; the others are optimistic and fall back to `text`. */
export type ColumnRead = 'skip' | 'text' | 'timestamp' | 'date' | 'number';

export interface LoadRequest {
  readonly table: string;
  readonly shape: TextShape;
  /** The columns of the sketch, all of them, in order. */
  readonly columns: readonly { readonly name: string; readonly read: ColumnRead }[];
  /** A column of ids to be watched while the rows are counted, where the reader counts them itself. */
  readonly watch?: number | undefined;
  /** Loads only the rows of so many keys; then a row's `rowid` is not its place in the file. */
  readonly sample?: KeySample | undefined;
  /** Loads alike rows as one; not together with `sample`. Then a row's `rowid` is not its place in the file. */
  readonly gather?: Gathering | undefined;
}

/** One in `of` of the keys; the columns that hold the key, of which the first filled one counts. */
export interface KeySample {
  readonly of: number;
  readonly by: readonly number[];
}

/** What was seen of a watched column. */
export interface WatchedColumn {
  readonly column: number;
  /** Every filled cell is letters, digits and the signs _ . # / -, begins with a letter or a digit and holds a digit. */
  readonly isPlain: boolean;
  /** Places (from 0) of all rows whose cell stands in another row, too, and perhaps of a few more; null when that is not known. */
  readonly rows: Int32Array | null;
}

/** A row the reader could not cut into columns. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: 'too-many-cells' | 'too-few-cells' | 'unclosed-quote' | 'invalid-bytes' | 'line-too-long';
  readonly text: string;
}

/**
 * `rows + outsideCount + rejectedCount = records in the file`, always, and `sampled.leftOut` more of a sample. The table holds columns
 * c0, c1, … (skipped ones absent) in file order, so that its `rowid` is the row's place in the file.
 */
export interface LoadReport {
  readonly table: string;
  readonly rows: number;
  readonly outside: readonly OutsideRow[];
  readonly rejected: readonly RejectedRow[];
  /** Every rejected row, also those beyond the ones listed in `rejected` (at most 1,000 are listed). */
  readonly rejectedCount: number;
  readonly outsideCount: number;
  /** Physical lines in the file, line breaks inside quotes included. */
  readonly lines: number;
  /** How each column was read in the end. */
  readonly reads: readonly ColumnRead[];
  /** Something the user must be told, such as an unclosed quote that swallowed lines. */
  readonly warnings: readonly LoadWarning[];
  readonly ms: number;
  readonly watched?: WatchedColumn | undefined;
  /** One in so many keys was loaded; the rows of the others. */
  readonly sampled?: { readonly of: number; readonly leftOut: number } | undefined;
  /** Rows were gathered: the table has so many, whose column `carried` adds up to `rows`. */
  readonly gathered?: { readonly into: number } | undefined;
}

/** `line` is where it first happened, `count` how often. */
export interface LoadWarning {
  readonly kind:
    | 'unclosed-quote'
    | 'ragged'
    | 'replaced-bytes'
    | 'error-cell' // a formula's error such as #N/A; read as empty
    | 'uncomputed-formula' // a formula whose value was not kept with it; read as empty
    | 'lost-digits' // a whole number longer than a spreadsheet keeps
    | 'list-as-text' // a list inside a record, written as JSON into one cell
    | 'mixed-types' // a column that holds words, numbers or objects in turn
    | 'moments-in-zone' // moments, read by the clock of `zone`; `count` columns
    | 'not-a-record'; // something between the records that is none, left out
  readonly line: number;
  readonly count: number;
  /** Time zones as the file names them. */
  readonly zone?: string;
}

/** A table's column and its type as the engine describes it. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** A table that is kept outside the database. */
export interface KeptTable {
  /** As SQL speaks of it, catalogue included. */
  readonly table: string;
  readonly columns: readonly TableColumn[];
}

/** Rows of a kept table, packed for the disk. */
export interface KeptRows {
  readonly rows: number;
  readonly packed: Blob;
}

/** A computation on the numbers that queries give, done beside the database. */
export interface FitRequest {
  /** One of the computations the engine was given. */
  readonly task: string;
  /** Selects by the name of their input; every column is a number, a day, or true or false. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Plain data. */
  readonly options: unknown;
  /** Name of the table that keeps the rows it gives, taking the place of one before; null keeps none. */
  readonly table: string | null;
}

/** How far a computation is: what it is doing, and the share done within 0 to 1. */
export interface FitProgress {
  readonly stage: string;
  readonly done: number;
}

export interface FitReport {
  /** Plain data, as the computation promises it. */
  readonly report: unknown;
  /** Rows of all inputs together, and rows kept. */
  readonly rowsIn: number;
  readonly rows: number;
  readonly ms: number;
}

/** The worker as the page sees it. Every job has a name by which it can be cancelled. */
export interface EngineService {
  /** Resolves when the database is open and locked down; rejects with `boot-failed`. */
  ready(): Promise<EngineInfo>;
  /** Runs one statement of ours. */
  run(job: string, sql: string): Promise<ResultBytes>;
  /** Runs our statements one after the other; a failing one stops the rest. */
  execute(job: string, statements: readonly string[]): Promise<void>;
  /** Runs a user's select in a read-only transaction, at most `limit` rows. Anything else is refused. */
  runReadOnly(job: string, sql: string, limit: number): Promise<ResultBytes>;
  /** The files inside an archive, named `archive.zip/inner.csv`; any other file alone, as it is. */
  expand(job: string, file: File, onProgress?: (progress: LoadProgress) => void): Promise<File[]>;
  /** Looks at a file without loading it. What is not text is converted first, which may take seconds. */
  sketch(job: string, file: File, override?: Partial<TextShape>, onProgress?: (progress: LoadProgress) => void): Promise<FileSketch>;
  /** Loads a file into `request.table` (replacing it); a failed or cancelled load leaves nothing behind. */
  load(job: string, file: File, request: LoadRequest, onProgress: (progress: LoadProgress) => void): Promise<LoadReport>;
  /** A file of the rows, their columns being those of the file; written beside the database, which goes on answering. */
  write(job: string, file: WrittenFile, rows: WrittenRows, onProgress: (progress: LoadProgress) => void): Promise<Blob>;
  /** Computes on the numbers of queries; the database goes on answering meanwhile. */
  fit(job: string, request: FitRequest, onProgress: (progress: FitProgress) => void): Promise<FitReport>;
  /** The columns and the number of rows of a table that is to be kept. */
  describe(job: string, table: string): Promise<{ readonly columns: readonly TableColumn[]; readonly rows: number }>;
  /** The rows of a table at the places `from` up to `to`; packed they take a third of the room, and longer to bring back. */
  dump(job: string, kept: KeptTable, from: number, to: number, isPacked: boolean): Promise<Uint8Array>;
  /** Makes a table of dumped rows, in their order. Throws, and leaves no table, unless exactly the promised rows arrive. */
  restore(job: string, kept: KeptTable, parts: readonly KeptRows[]): Promise<void>;
  /** Stops a waiting or running job: its promise rejects with `cancelled`. Unknown names are fine. */
  cancel(job: string): Promise<void>;
  /** Requests made by the engine's workers since they started. */
  requests(): Promise<readonly RequestRecord[]>;
}
