import { createContext } from 'svelte';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { WrittenCell, WrittenFile } from '../engine/formats/write-request.ts';
import type { LoadProgress } from '../engine/contract.ts';
import type { Query } from '../engine/query.ts';
import type { SqlParams } from '../engine/sql.ts';
import type { Asker, FitTables } from './asking.ts';
import type { Project } from './project.svelte.ts';
import type { Storage } from './storage.ts';
import type { View } from './view.svelte.ts';

/** The rows of a file: cells, or the answer of a query, all of it. */
export type Writing =
  | { readonly cells: readonly (readonly WrittenCell[])[] }
  | { readonly query: Query<SqlParams>; readonly params: SqlParams; readonly tables?: FitTables };

/** What every page gets: made once in `main.ts` and handed down. All getters are reactive. */
export interface Workbench extends Asker {
  readonly view: View;
  readonly project: Project;
  readonly storage: Storage;
  readonly locale: Locale;
  readonly format: Format;
  /** A file of these rows, made beside the page. Rejects with `EngineError`; with `cancelled` once `signal` aborts. */
  write(file: WrittenFile, rows: Writing, signal?: AbortSignal, onProgress?: (progress: LoadProgress) => void): Promise<Blob>;
}

export const [useWorkbench, provideWorkbench] = createContext<Workbench>();
