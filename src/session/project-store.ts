import { pipeline } from './late-pipeline.ts';
import type { Manifest } from './manifest.ts';
import { tablesOf } from './manifest-tables.ts';
import { UnreadableProject } from './trouble.ts';

/** A saved project in a list. */
export interface SavedProject {
  readonly id: string;
  readonly name: string;
  readonly savedAt: Date;
  readonly orders: number | null;
  readonly files: number;
  readonly bytes: number;
  /** Why it cannot be opened, or null; then nothing else is known of it. */
  readonly fault: 'damaged' | 'newer' | null;
}

const FOLDER = 'projects';
/** Shared by those who write, alone with whoever empties the disk. */
const DISK = 'regulars-disk';
const MANIFEST = /^(\d{1,12})\.json$/;

/**
 * Projects in the browser's private file system: a folder for each, with parts of tables that are written once
 * and never changed, and a manifest written after them. A new manifest is a new file, so the last good one
 * stays whole until then; what no manifest speaks of is swept up later.
 */
export class ProjectStore {
  readonly #root: () => Promise<FileSystemDirectoryHandle>;
  readonly #locks: LockManager;

  /** `root` rejects where the browser gives no private file system. */
  constructor(root: () => Promise<FileSystemDirectoryHandle>, locks: LockManager) {
    this.#root = root;
    this.#locks = locks;
  }

  async list(): Promise<SavedProject[]> {
    const found: SavedProject[] = [];
    for await (const [id, folder] of (await this.#projects()).entries()) {
      if (folder.kind !== 'directory') continue;
      try {
        const manifest = await this.read(id);
        if (!manifest) continue;
        const bytes = tablesOf(manifest)
          .flatMap(({ parts }) => parts)
          .reduce((sum, part) => sum + part.bytes, 0);
        const { name, savedAt, facts, sources } = manifest;
        found.push({ id, name, savedAt, orders: facts?.orders ?? null, files: sources.length, bytes, fault: null });
      } catch (error) {
        if (!(error instanceof UnreadableProject)) throw error;
        const fault = error.reason === 'newer' ? 'newer' : 'damaged';
        found.push({ id, name: '', savedAt: new Date(0), orders: null, files: 0, bytes: 0, fault });
      }
    }
    return found.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  }

  /** The newest manifest that is whole, or null when there is none. Throws `UnreadableProject` when all are damaged. */
  async read(id: string): Promise<Manifest | null> {
    const folder = await this.#folder(id, false);
    if (!folder) return null;
    const { readManifest } = await pipeline();
    let fault: UnreadableProject | null = null;
    for (const turn of (await turnsIn(folder)).reverse()) {
      try {
        const file = await (await folder.getFileHandle(`${turn}.json`)).getFile();
        return readManifest(await file.text());
      } catch (error) {
        if (error instanceof UnreadableProject) fault ??= error;
        else if (!isMissing(error)) throw error;
      }
    }
    if (fault) throw fault;
    return null;
  }

  /** Writes a manifest as the turn after the last one, and lets go of those before. */
  async write(id: string, manifest: Manifest): Promise<void> {
    const folder = await this.#made(id);
    const before = await turnsIn(folder);
    const turn = (before.at(-1) ?? 0) + 1;
    const { manifestText } = await pipeline();
    await write(folder, `${turn}.json`, manifestText(manifest));
    for (const old of before) await removeQuietly(folder, `${old}.json`);
  }

  /** Writes one part of a table under a name of its own. */
  async writePart(id: string, name: string, bytes: Uint8Array | Blob): Promise<void> {
    await write(await this.#made(id), name, bytes);
  }

  /** A part's bytes; rejects with a `NotFoundError` when it is gone. */
  async part(id: string, name: string): Promise<File> {
    return (await (await (await this.#projects()).getDirectoryHandle(id)).getFileHandle(name)).getFile();
  }

  /** Writes a whole project that came from elsewhere; leaves nothing of it when that fails. */
  async bringIn(id: string, manifest: Manifest, parts: ReadonlyMap<string, Blob>): Promise<void> {
    const letGo = this.hold(id);
    try {
      for (const [name, bytes] of parts) await this.writePart(id, name, bytes);
      await this.write(id, manifest);
    } catch (error) {
      await this.remove(id);
      throw error;
    } finally {
      letGo();
    }
  }

  async remove(id: string): Promise<void> {
    await removeQuietly(await this.#projects(), id);
  }

  /** Deletes the parts that no manifest speaks of, unless another tab has the project open and may be reading them. */
  async sweep(id: string): Promise<void> {
    const { held = [] } = await this.#locks.query();
    if (held.filter(({ name }) => name === openLock(id)).length > 1) return;
    const manifest = await this.read(id);
    const folder = await this.#folder(id, false);
    if (!folder) return;
    const wanted = new Set((manifest ? tablesOf(manifest) : []).flatMap(({ parts }) => parts.map(({ file }) => file)));
    for await (const [name] of folder.entries()) if (!MANIFEST.test(name) && !wanted.has(name)) await removeQuietly(folder, name);
  }

  /** Runs `work` while no other tab writes this project, or empties the disk. */
  alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    const within = () => this.#locks.request(`regulars-write:${id}`, work);
    return this.#locks.request(DISK, { mode: 'shared' }, within) as Promise<T>;
  }

  /** Runs `work` while no tab writes anything. */
  whileNobodyWrites<T>(work: () => Promise<T>): Promise<T> {
    return this.#locks.request(DISK, work) as Promise<T>;
  }

  /** Marks the project as open in this tab until the returned function is called. */
  hold(id: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    void this.#locks.request(openLock(id), { mode: 'shared' }, () => promise);
    return resolve;
  }

  async #projects(): Promise<FileSystemDirectoryHandle> {
    return (await this.#root()).getDirectoryHandle(FOLDER, { create: true });
  }

  async #made(id: string): Promise<FileSystemDirectoryHandle> {
    return (await this.#projects()).getDirectoryHandle(id, { create: true });
  }

  async #folder(id: string, create: boolean): Promise<FileSystemDirectoryHandle | null> {
    try {
      return await (await this.#projects()).getDirectoryHandle(id, { create });
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }
}

function openLock(id: string): string {
  return `regulars-open:${id}`;
}

/** The turns of a folder's manifests, oldest first. */
async function turnsIn(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const turns: number[] = [];
  for await (const [name] of folder.entries()) {
    const turn = MANIFEST.exec(name)?.[1];
    if (turn !== undefined) turns.push(Number(turn));
  }
  return turns.sort((a, b) => a - b);
}

/** The file appears, whole, when the stream is closed; before that there is none, or the one before. */
async function write(folder: FileSystemDirectoryHandle, name: string, content: Uint8Array | Blob | string): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await stream.write(content as FileSystemWriteChunkType);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined); // it may have been closed by the failure itself
    await removeQuietly(folder, name);
    throw error;
  }
}

async function removeQuietly(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name, { recursive: true });
  } catch (error) {
    // Gone already, or still being read in another tab: swept up the next time.
    const isFine =
      error instanceof DOMException && ['NotFoundError', 'NoModificationAllowedError', 'InvalidStateError'].includes(error.name);
    if (!isFine) throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
