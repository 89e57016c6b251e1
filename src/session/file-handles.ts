/** A file as the user gave it, with the way back to it where the browser has one. */
export interface GivenFile {
  readonly file: File;
  readonly handle: FileSystemFileHandle | null;
}

/** Where a source was read from, and how the file was then. */
export interface Origin {
  readonly handle: FileSystemFileHandle;
  /** What it was called when it was given: in a folder, with the way to it. */
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

interface Row extends Origin {
  readonly project: string;
  readonly source: string;
}

/** Handles that can be asked for permission; only some browsers have them. */
interface AskableHandle extends FileSystemFileHandle {
  queryPermission?(about: { mode: 'read' }): Promise<PermissionState>;
  requestPermission?(about: { mode: 'read' }): Promise<PermissionState>;
}

const DATABASE = 'regulars-file-handles';
const ROWS = 'handles';

/**
 * Where the files of kept projects lie on the user's disk, so that they can be read again. Only the way to them is kept
 * (a handle of the browser's, of use to this page in this browser alone); what they hold is asked for each time.
 */
export class FileHandles {
  readonly #factory: IDBFactory | undefined;

  /** `factory` is undefined where the browser has no IndexedDB. */
  constructor(factory: IDBFactory | undefined) {
    this.#factory = factory;
  }

  /** Keeps the origins of a project's sources in the place of those kept before. */
  async keep(project: string, origins: ReadonlyMap<string, Origin>): Promise<void> {
    if (origins.size === 0) return this.forget(project);
    await this.#within('readwrite', async (rows) => {
      for (const key of await done(rows.getAllKeys(ofProject(project)))) rows.delete(key);
      for (const [source, origin] of origins) rows.put({ ...origin, project, source } satisfies Row, [project, source]);
    });
  }

  /** The origins of a project's sources, by the id of the source. */
  async of(project: string): Promise<Map<string, Origin>> {
    if (!(await this.#isThere())) return new Map();
    const rows = await this.#within('readonly', (store) => done(store.getAll(ofProject(project)) as IDBRequest<Row[]>));
    return new Map(rows.map(({ source, project: _project, ...origin }) => [source, origin]));
  }

  async forget(project: string): Promise<void> {
    if (!(await this.#isThere())) return;
    await this.#within('readwrite', (store) => done(store.delete(ofProject(project))));
  }

  /** Whether anything was ever kept: looking must not make a database. */
  async #isThere(): Promise<boolean> {
    const all = (await this.#factory?.databases?.()) ?? [];
    return all.some(({ name }) => name === DATABASE);
  }

  async #within<T>(mode: IDBTransactionMode, work: (rows: IDBObjectStore) => Promise<T>): Promise<T> {
    if (!this.#factory) throw new DOMException('this browser has no IndexedDB', 'NotSupportedError');
    const opening = this.#factory.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(ROWS);
    const database = await done(opening);
    try {
      const transaction = database.transaction(ROWS, mode);
      const ended = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('the handles could not be kept'));
      });
      const [result] = await Promise.all([work(transaction.objectStore(ROWS)), ended]);
      return result;
    } finally {
      // Open, it would stand in the way of deleting it.
      database.close();
    }
  }
}

/** How a file was found when it was looked at again. */
export type Found =
  | { readonly kind: 'changed'; readonly given: GivenFile & { readonly handle: FileSystemFileHandle } }
  | { readonly kind: 'same' | 'gone' | 'refused' };

/** Looks at a file again; asks the user for permission where it must. To be called while a click is being handled. */
export async function lookAgain({ handle, name, size, modified }: Origin): Promise<Found> {
  const askable = handle as AskableHandle;
  const about = { mode: 'read' } as const;
  let state = (await askable.queryPermission?.(about)) ?? 'granted';
  if (state === 'prompt') state = (await askable.requestPermission?.(about)) ?? 'granted';
  if (state !== 'granted') return { kind: 'refused' };
  try {
    const file = await handle.getFile();
    if (file.size === size && file.lastModified === modified) return { kind: 'same' };
    const named = file.name === name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
    return { kind: 'changed', given: { file: named, handle } };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return { kind: 'gone' };
    if (error instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(error.name)) return { kind: 'refused' };
    throw error;
  }
}

/** Every key [project, source]. */
function ofProject(project: string): IDBKeyRange {
  return IDBKeyRange.bound([project], [project, []]);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser refused its database'));
  });
}
