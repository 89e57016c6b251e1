/** One thing this site keeps in the browser. */
export interface Stored {
  readonly place: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'caches' | 'files';
  readonly name: string;
  /** Null where the browser does not tell. */
  readonly bytes: number | null;
}

/** Everything that this site keeps in the browser, wherever a browser can keep something. */
export async function listStored(browser: Window): Promise<Stored[]> {
  const found: Stored[] = [];
  for (const place of ['localStorage', 'sessionStorage'] as const) {
    const store = storeOf(browser, place);
    for (const name of store ? Object.keys(store) : [])
      found.push({ place, name, bytes: 2 * (name.length + (store?.getItem(name)?.length ?? 0)) });
  }
  // Absent without a secure connection, and in some browsers' private windows.
  const databases = await browser.indexedDB?.databases?.();
  for (const { name } of databases ?? []) if (name) found.push({ place: 'indexedDB', name, bytes: null });
  for (const name of (await cachesOf(browser)?.keys()) ?? []) found.push({ place: 'caches', name, bytes: null });
  for await (const [name, handle] of filesOf(await directoryOf(browser))) {
    found.push({ place: 'files', name, bytes: handle.kind === 'file' ? (await (handle as FileSystemFileHandle).getFile()).size : null });
  }
  return found;
}

/** Deletes everything `listStored` can find. Rejects when the browser refuses one of the deletions. */
export async function deleteStored(browser: Window): Promise<void> {
  for (const place of ['localStorage', 'sessionStorage'] as const) storeOf(browser, place)?.clear();
  const databases = (await browser.indexedDB?.databases?.()) ?? [];
  for (const { name } of databases) if (name) await deleteDatabase(browser.indexedDB, name);
  const caches = cachesOf(browser);
  for (const name of (await caches?.keys()) ?? []) await caches?.delete(name);
  const directory = await directoryOf(browser);
  for await (const [name] of filesOf(directory)) await directory?.removeEntry(name, { recursive: true });
}

function storeOf(browser: Window, place: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return browser[place];
  } catch (error) {
    if (error instanceof DOMException) return null; // the user switched storage off
    throw error;
  }
}

function cachesOf(browser: Window): CacheStorage | undefined {
  return (browser as Window & { caches?: CacheStorage }).caches;
}

async function directoryOf(browser: Window): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (browser.navigator.storage as StorageManager | undefined)?.getDirectory?.()) ?? null;
  } catch (error) {
    if (error instanceof DOMException) return null; // private windows refuse it
    throw error;
  }
}

async function* filesOf(directory: FileSystemDirectoryHandle | null): AsyncGenerator<[string, FileSystemHandle]> {
  if (directory) yield* directory.entries();
}

function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`the database ${name} could not be deleted`));
    request.onblocked = () => reject(new Error(`the database ${name} is open in another tab: close it and try again`));
  });
}
