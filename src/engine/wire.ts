import { transfer, transferHandlers, type TransferHandler } from 'comlink';
import { EngineError, type EngineFault, type EngineService, type LoadProgress, type RequestRecord, type ResultBytes } from './contract.ts';
import type { Converted, ConvertedKind, ParquetOutline, TakePiece } from './formats/format-service.ts';
import type { WrittenFile } from './formats/write-request.ts';

/** What the page tells the engine worker when it starts. */
export interface EngineStart {
  readonly databaseScript: Blob;
  readonly wasm: Blob;
  /** Web Lock held by the database's worker for as long as it lives. */
  readonly databaseLock: string;
  readonly workerLock: string;
}

/** What the formats worker is made of; it is started only when a file needs it. */
export interface FormatFiles {
  /** The worker's script, a module that imports nothing. */
  readonly worker: Blob;
  /** The WebAssembly that reads and writes Parquet, gzipped or not. */
  readonly parquet: Blob;
}

/** The worker's end of the wire. */
export interface EngineEndpoint extends EngineService {
  start(options: EngineStart): void;
  /** Files that are not text wait for this; null tells them that it could not be fetched. */
  takeFormats(files: FormatFiles | null): void;
}

/** The formats worker's end of its wire; its listener is a proxy. */
export interface FormatsEndpoint {
  convert(file: File, kind: ConvertedKind, table: number | null, heard: (progress: LoadProgress) => void): Promise<Converted>;
  expand(file: File, heard: (progress: LoadProgress) => void): Promise<File[]>;
  outline(file: File, heard: (progress: LoadProgress) => void): Promise<ParquetOutline>;
  /** `take` is a proxy, too. */
  rows(file: File, columns: readonly string[], take: TakePiece, heard: (progress: LoadProgress) => void): Promise<void>;
  write(rows: Uint8Array, file: WrittenFile, heard: (progress: LoadProgress) => void): Promise<Blob>;
  /** What is Parquet waits for this. */
  takeParquet(wasm: Blob): void;
  requests(): readonly RequestRecord[];
}

interface Thrown {
  readonly value: unknown;
}
type Sent = { readonly engine: EngineFault } | { readonly other: { message: string; name: string; stack?: string } };

/** Errors keep their fault, SQL and position across the wire. Call once on both ends. */
export function teachErrors(): void {
  const standard = transferHandlers.get('throw') as TransferHandler<Thrown, unknown>;
  const handler: TransferHandler<Thrown, Sent> = {
    canHandle: (value): value is Thrown => standard.canHandle(value),
    serialize: ({ value }) => {
      if (value instanceof EngineError) {
        const { fault, message, sql, position, params } = value;
        return [{ engine: { fault, message, sql, position, params } }, []];
      }
      const error = value instanceof Error ? value : new Error(String(value));
      return [{ other: { message: error.message, name: error.name, stack: error.stack } }, []];
    },
    deserialize: (sent) => {
      if ('engine' in sent) throw new EngineError(sent.engine);
      throw Object.assign(new Error(sent.other.message), sent.other);
    }
  };
  transferHandlers.set('throw', handler as TransferHandler<unknown, unknown>);
}

/** A result whose buffer moves instead of being copied. */
export function moved(result: ResultBytes): ResultBytes {
  return transfer(result, [result.bytes.buffer as ArrayBuffer]);
}

/** Bytes whose buffer moves instead of being copied. */
export function movedBytes(bytes: Uint8Array): Uint8Array {
  return transfer(bytes, [bytes.buffer as ArrayBuffer]);
}
