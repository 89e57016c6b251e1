import { expect } from 'vitest';
import { FileHandles } from '../../src/session/file-handles.ts';
import { Keeper } from '../../src/session/keeper.svelte.ts';
import { Origins } from '../../src/session/origins.svelte.ts';
import { Project } from '../../src/session/project.svelte.ts';
import { ProjectStore } from '../../src/session/project-store.ts';
import { Storage } from '../../src/session/storage.ts';
import { Tabs } from '../../src/session/tabs.ts';
import { Unfinished } from '../../src/session/unfinished.svelte.ts';
import type { EngineClient } from '../../src/engine/client.ts';
import { decode, rowsOf } from '../../src/engine/arrow.ts';

/** What stands behind one tab of the product: its engine, its project and what is kept of it, in this browser's own storage. */
export interface Tab {
  readonly project: Project;
  readonly keeper: Keeper;
  readonly store: ProjectStore;
  /** The numbers of the shop: orders, customers, and the sum of the amounts. */
  numbers(): Promise<unknown>;
  /** Resolves when everything is on the disk, or is known not to be. */
  saved(): Promise<void>;
  /** Resolves when the engine is there, and the project that was open last. */
  opened(): Promise<void>;
}

type Root = () => Promise<FileSystemDirectoryHandle>;

/** Opens a tab on `engine`, which one visit after the other may use; `root` stands for the browser's private file system. */
export function openTab(engine: EngineClient, root: Root = () => navigator.storage.getDirectory()): Tab {
  const storage = new Storage(localStorage, ['en']);
  const store = new ProjectStore(root, navigator.locks);
  const newId = () => crypto.randomUUID();
  const keeper = new Keeper(engine, store, storage, {
    now: () => new Date(performance.timeOrigin + performance.now()),
    newId,
    persist: () => Promise.resolve(true),
    quiet: () => Promise.resolve()
  });
  const unfinished = new Unfinished(storage, navigator.locks, newId());
  const watcher = { changing: () => Promise.resolve(), changed: () => undefined, practise: () => Promise.resolve() };
  const origins = new Origins(new FileHandles(indexedDB));
  const project = new Project(engine, storage, watcher, {
    keeper,
    unfinished,
    origins,
    tabs: new Tabs(new BroadcastChannel('regulars'))
  });
  return {
    project,
    keeper,
    store,
    numbers: async () => {
      const sql = 'select count(*) as orders, count(distinct customer) as customers, cast(sum(amount) as double) as amount from all_orders';
      const { bytes } = await engine.run('numbers', sql);
      return rowsOf(decode(bytes), { orders: 'integer', customers: 'integer', amount: 'number' })[0];
    },
    saved: async () => {
      await expect.poll(() => keeper.phase, { timeout: 20_000 }).not.toBe('saving');
      await keeper.settled();
    },
    opened: () => expect.poll(() => project.status === 'ready' && project.opening === null, { timeout: 20_000 }).toBe(true)
  };
}

/** Orders of one month as a file; `more` are further columns. */
export function month(number: number, orders: number, more = ''): File {
  const lines = Array.from({ length: orders }, (_, i) => {
    const day = String(1 + (i % 27)).padStart(2, '0');
    return `M${number}-${i},C${(i + number) % 40},2024-0${number}-${day} 10:00:00,${20 + i}${more && ',x'}`;
  });
  const text = [`order_id,customer_id,order_time,amount${more && `,${more}`}`, ...lines].join('\n');
  return new File([text], `month-${number}.csv`);
}

/** Leaves nothing of this origin behind. */
export async function emptyBrowser(): Promise<void> {
  localStorage.clear();
  const root = await navigator.storage.getDirectory();
  for await (const [name] of root.entries()) await root.removeEntry(name, { recursive: true });
  for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
}

/** The files in a folder of the private file system; none where it is not there. */
export async function filesOf(path: string): Promise<{ name: string; handle: FileSystemFileHandle }[]> {
  const found: { name: string; handle: FileSystemFileHandle }[] = [];
  try {
    let folder = await navigator.storage.getDirectory();
    for (const name of path.split('/')) folder = await folder.getDirectoryHandle(name);
    for await (const [name, handle] of folder.entries()) found.push({ name, handle: handle as FileSystemFileHandle });
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
  }
  return found;
}

/** Drops what tabs before have left in an engine. */
export async function emptyEngine(engine: EngineClient): Promise<void> {
  const names = async (kind: 'view' | 'table') => {
    const sql = `select database_name || '.main.' || ${kind}_name as name from duckdb_${kind}s() where not internal order by name`;
    return rowsOf(decode((await engine.run('left', sql)).bytes), { name: 'text' }).map(({ name }) => name);
  };
  const [views, tables] = [await names('view'), await names('table')];
  const drops = [...views.map((name) => `drop view if exists ${name}`), ...tables.map((name) => `drop table if exists ${name} cascade`)];
  await engine.execute('empty', drops);
}
