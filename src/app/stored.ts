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
    if (handle.kind === 'file') {
      found.push({ place: 'files', name, bytes: await sizeOf(handle) });
      continue;
    }
    // A folder of folders, such as the projects: each by itself.
    let own = 0;
    for await (const [inner, part] of (handle as FileSystemDirectoryHandle).entries()) {
      if (part.kind === 'directory') found.push({ place: 'files', name: `${name}/${inner}`, bytes: await sizeOf(part) });
      else own += (await sizeOf(part)) ?? 0;
    }
    if (own > 0) found.push({ place: 'files', name, bytes: own });
  }
  return found;
}

/** What this site takes of the disk and what the browser would let it take, in bytes; null where it does not tell. */
export async function spaceOf(browser: Window): Promise<{ readonly used: number; readonly allowed: number } | null> {
  const told = await (browser.navigator.storage as StorageManager | undefined)?.estimate?.();
  return told?.usage === undefined || told.quota === undefined ? null : { used: told.usage, allowed: told.quota };
}

/** Bytes of a file, or of all files in a folder; null when it went away meanwhile. */
async function sizeOf(handle: FileSystemHandle): Promise<number | null> {
  try {
    if (handle.kind === 'file') return (await (handle as FileSystemFileHandle).getFile()).size;
    let bytes = 0;
    for await (const part of (handle as FileSystemDirectoryHandle).values()) bytes += (await sizeOf(part)) ?? 0;
    return bytes;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
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
