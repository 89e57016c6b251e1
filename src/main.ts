import { mount } from 'svelte';
import databaseScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { ANALYSES } from './analyses/registry.ts';
import App from './app/App.svelte';
import { loadAhead } from './app/load-ahead.ts';
import './app.css';
import { EngineClient, type EngineFiles } from './engine/client.ts';
import { randomId } from './engine/random-id.ts';
import type { FormatFiles } from './engine/wire.ts';
import formatsScript from './formats-worker.ts?worker&url';
import { formatFor } from './i18n/format.ts';
import { Keeper } from './session/keeper.svelte.ts';
import { pipeline } from './session/late-pipeline.ts';
import { Project } from './session/project.svelte.ts';
import { FileHandles } from './session/file-handles.ts';
import { Origins } from './session/origins.svelte.ts';
import { Quiet } from './session/quiet.ts';
import type { ShopWatcher } from './session/project-events.ts';
import { locksOf } from './session/locks.ts';
import { ProjectStore } from './session/project-store.ts';
import type { Shop } from './session/shop.ts';
import { Storage } from './session/storage.ts';
import { Tabs } from './session/tabs.ts';
import { Unfinished } from './session/unfinished.svelte.ts';
import { View } from './session/view.svelte.ts';
import type { Workbench } from './session/context.ts';
import { scopeOf } from './session/view-scope.ts';
import workerScript from './worker.ts?worker&url';

const absolute = (path: string) => new URL(path, document.baseURI).href;

function storageOf(page: Window): globalThis.Storage | null {
  try {
    return page.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null; // refused by the browser's settings
    throw error;
  }
}

const storage = new Storage(storageOf(window), navigator.languages);
const view = new View(storage);
async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(absolute(path), { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status})`);
  return response.blob();
}

async function fetchScript(path: string): Promise<Blob> {
  // The development server does not bundle: there the worker imports its parts by itself.
  return import.meta.env.DEV ? new Blob([`import(${JSON.stringify(absolute(path))});`]) : fetchFile(path);
}

async function fetchFormats(): Promise<FormatFiles> {
  const [worker, parquet] = await Promise.all([fetchScript(formatsScript), fetchFile('engine/parquet.wasm.gz')]);
  return { worker, parquet };
}

async function fetchEngine(): Promise<EngineFiles> {
  const [worker, script, wasm] = await Promise.all([
    fetchScript(workerScript),
    fetchFile(databaseScript),
    fetchFile('engine/duckdb-eh.wasm.gz')
  ]);
  return { worker, databaseScript: script, wasm };
}

const engine = new EngineClient(fetchEngine, fetchFormats, () => void project.recover());

const now = () => new Date(performance.timeOrigin + performance.now());
const locks = locksOf(navigator);
const store = new ProjectStore(() => navigator.storage.getDirectory(), locks);
const quiet = new Quiet(1_500, 20_000);
const keeper = new Keeper(engine, store, storage, {
  now,
  newId: randomId,
  persist: async () => navigator.storage.persist(),
  quiet: () => quiet.reached()
});
// A page that nobody sees may be gone the next moment: what is to be saved is saved now.
document.addEventListener('visibilitychange', () => quiet.hurry(document.visibilityState === 'hidden'));
window.addEventListener('pagehide', () => quiet.hurry(true));
const unfinished = new Unfinished(storage, isSecureContext ? locks : null, randomId());

const watcher: ShopWatcher = {
  changing: async () => (await shopOf.current).close(),
  changed: (revision) => {
    quiet.disturb();
    view.read(); // a project that was opened says how its pages count
    shopOf.current = shopFor(revision);
    if (project.facts?.customers) shopOf.current.then((shop) => shop.prepare()).catch(() => undefined); // whoever asks is told
  },
  practise: async (facts, signal) => {
    const { Shop } = await pipeline();
    const shop = new Shop(engine, 0, () => ({ asOf: facts.lastDay, from: null, filters: {}, currency: facts.currencies?.[0]?.value }));
    try {
      for (const analysis of ANALYSES) {
        const { badge, alerts } = await analysis.contributions();
        const format = formatFor(view.locale, null);
        await badge?.(shop, view.countingOf(analysis.id), view.locale, format, signal);
        await alerts?.(shop, view, view.locale, format, signal);
      }
    } finally {
      await shop.close();
    }
  }
};
async function shopFor(revision: number): Promise<Shop> {
  const { Shop } = await pipeline();
  return new Shop(engine, revision, () => scopeOf(view, project.facts), project.rest, project.facts?.customers ?? 0);
}
const shopOf = { current: shopFor(0) };
shopOf.current.catch(() => undefined); // told with the start of the engine
const origins = new Origins(new FileHandles(window.indexedDB));
const tabs = new Tabs('BroadcastChannel' in window ? new BroadcastChannel('regulars') : null);
const project: Project = new Project(engine, storage, watcher, { keeper, unfinished, origins, tabs });

view.keep({
  namesOf: (page) => ANALYSES.find(({ id }) => id === page)?.definitions ?? [],
  kept: () => keeper.definitions,
  settle: (values) => void keeper.define(values)
});

const workbench: Workbench = {
  view,
  project,
  storage,
  get locale() {
    return view.locale;
  },
  get format() {
    return formatFor(view.locale, scopeOf(view, project.facts).currency ?? project.facts?.currency ?? null);
  },
  write: async (file, rows, signal, onProgress) => (await shopOf.current).write(file, rows, signal, onProgress ?? (() => undefined)),
  ask: (query, params, signal, scope, tables) => {
    watchShop();
    return quiet.until(shopOf.current.then((shop) => shop.ask(query, params, signal, scope, tables)));
  },
  fit: (fitting, signal, scope, onProgress) => {
    watchShop();
    return quiet.until(shopOf.current.then((shop) => shop.fit(fitting, signal, scope, onProgress)));
  }
};

/** Whoever asks asks again when the data or the scope change. */
function watchShop(): void {
  void project.revision;
  scopeOf(view, project.facts);
}

const target = document.getElementById('app');
if (!target) throw new Error('the page has no #app');
mount(App, { target, props: { workbench, analyses: ANALYSES } });
loadAhead(ANALYSES, [pipeline, () => engine.fetchFormats()], (next) => {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in window) requestIdleCallback(next, { timeout: 1000 });
  else setTimeout(next, 50);
});
