import type { Draft } from '../sources/source.ts';
import { lookAgain, type FileHandles, type GivenFile, type Origin } from './file-handles.ts';

/** What came of reading the files again. */
export interface Reread {
  /** Files that were as before. */
  readonly same: readonly string[];
  /** Files that are not where they were. */
  readonly gone: readonly string[];
  /** Files that the page was not allowed to read. */
  readonly refused: readonly string[];
}

/** A file that is not as it was, and the sources that were read from it. */
export interface ChangedFile {
  readonly file: File;
  readonly replaces: readonly string[];
}

/** Where the sources of the open project were read from, as far as the browser says. */
export class Origins {
  /** Names of the sources that can be read again. */
  known = $state.raw<ReadonlyMap<string, Origin>>(new Map());
  readonly #handles: FileHandles;
  readonly #given = new WeakMap<File, FileSystemFileHandle>();

  constructor(handles: FileHandles) {
    this.#handles = handles;
  }

  /** Notes the way back to a file that the user gives. */
  note({ file, handle }: GivenFile): void {
    if (handle) this.#given.set(file, handle);
  }

  /** A source was read from `file`, or from the archive that it is. */
  readFrom(source: string, file: File): void {
    const handle = this.#given.get(file);
    if (!handle) return;
    this.known = new Map(this.known).set(source, { handle, name: file.name, size: file.size, modified: file.lastModified });
  }

  /** Takes up a project. */
  async take(project: string): Promise<void> {
    this.known = await this.#handles.of(project).catch(() => new Map<string, Origin>()); // without them the files are picked by hand
  }

  leave(): void {
    this.known = new Map();
  }

  /** Keeps those of `sources` for the next visit. */
  async keep(project: string, sources: readonly Draft[]): Promise<void> {
    const kept = new Map([...this.known].filter(([id]) => sources.some((one) => one.id === id)));
    await this.#handles.keep(project, kept).catch(() => undefined); // without them the files are picked by hand
  }

  forget(project: string): Promise<void> {
    return this.#handles.forget(project).catch(() => undefined); // nothing was kept where nothing can be
  }

  /** Looks at the files of `sources` again: those that changed, and what became of the others. */
  async look(sources: readonly Draft[]): Promise<{ changed: ChangedFile[]; reread: Reread }> {
    const changed: ChangedFile[] = [];
    const told = { same: new Set<string>(), gone: new Set<string>(), refused: new Set<string>() };
    for (const { origin, ids, name } of await this.#files(sources)) {
      const found = await lookAgain(origin);
      if (found.kind !== 'changed') told[found.kind].add(name);
      else {
        this.note(found.given);
        changed.push({ file: found.given.file, replaces: ids });
      }
    }
    return { changed, reread: { same: [...told.same], gone: [...told.gone], refused: [...told.refused] } };
  }

  /** Each file once, with the sources that were read from it: several, where it is an archive. */
  async #files(sources: readonly Draft[]): Promise<{ origin: Origin; ids: string[]; name: string }[]> {
    const files: { origin: Origin; ids: string[]; name: string }[] = [];
    for (const { id } of sources) {
      const origin = this.known.get(id);
      if (!origin) continue;
      const isSame = await Promise.all(files.map((one) => one.origin.handle.isSameEntry(origin.handle)));
      const known = files[isSame.indexOf(true)];
      if (known) known.ids.push(id);
      else files.push({ origin, ids: [id], name: origin.name });
    }
    return files;
  }
}
