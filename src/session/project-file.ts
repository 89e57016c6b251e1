import { Unzip, UnzipPassThrough, Zip, ZipPassThrough, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { checked, manifestText, parsed, plainText, readManifest, upToDate, KNOWLEDGE, type Manifest } from './manifest.ts';
import { tablesOf } from './manifest-tables.ts';
import { VERSION } from './migrations.ts';
import { UnreadableProject } from './trouble.ts';

const FORMAT = 'regulars recipe';
const RECIPE_FILE = 'recipe.json';
const MANIFEST_FILE = 'manifest.json';
/** What no recipe of ours comes near; more of it is not read. */
const LONGEST_TEXT = 50_000_000;

/** What is in a project file: what the project knows, and the kept project where its data came along. */
export interface ProjectFile extends Knowledge {
  readonly data: { readonly manifest: Manifest; readonly parts: ReadonlyMap<string, Blob> } | null;
}

const SCHEMA = v.object(KNOWLEDGE);

/** What a project knows beside its rows: how files are understood, mended and counted. */
export type Knowledge = Pick<Manifest, 'name' | 'recipes' | 'repairs' | 'definitions'>;

/** The project file of a recipe without data: JSON that can be read and compared. */
export function recipeText({ name, recipes, repairs, definitions }: Knowledge): string {
  const written = plainText({ format: FORMAT, version: VERSION, name, recipes, repairs, definitions });
  return `${JSON.stringify(JSON.parse(written), null, 2)}\n`;
}

/** The project file with data: a zip in which nothing is compressed twice. `part` gives the bytes of a kept part. */
export async function projectBlob(manifest: Manifest, part: (name: string) => Promise<Blob>): Promise<Blob> {
  const chunks: BlobPart[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const put = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes, true);
  };
  put(RECIPE_FILE, strToU8(recipeText(manifest)));
  put(MANIFEST_FILE, strToU8(manifestText(manifest)));
  for (const name of partsOf(manifest)) put(name, new Uint8Array(await (await part(name)).arrayBuffer()));
  zip.end();
  return new Blob(chunks, { type: 'application/octet-stream' });
}

/**
 * What is in a project file, whoever made it: every part of it is checked, and nothing of it is run, shown as
 * anything but text, or followed as an address. Throws `UnreadableProject`.
 */
export async function readProjectFile(file: Blob): Promise<ProjectFile> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const isZip = head[0] === 0x50 && head[1] === 0x4b;
  if (!isZip) return { ...readRecipe(await textOf(file)), data: null };
  const entries = await entriesOf(file);
  const recipe = entries.get(RECIPE_FILE);
  if (!recipe) throw new UnreadableProject('foreign', 'the archive holds no recipe');
  const own = readRecipe(await textOf(recipe));
  const written = entries.get(MANIFEST_FILE);
  if (!written) throw new UnreadableProject('damaged', 'the archive holds no manifest');
  const manifest = readManifest(await textOf(written));
  const names = partsOf(manifest);
  for (const name of names) if (!entries.has(name)) throw new UnreadableProject('damaged', `the part ${name} is missing`);
  const parts = new Map(names.map((name) => [name, entries.get(name) ?? new Blob()] as const));
  return { ...own, data: { manifest, parts } };
}

function readRecipe(text: string): Knowledge {
  let value: unknown;
  try {
    value = parsed(text);
  } catch (error) {
    if (error instanceof UnreadableProject) throw new UnreadableProject('foreign', error.message);
    throw error;
  }
  const { format: _format, version: _version, ...written } = upToDate(value, FORMAT);
  return checked(SCHEMA, written) as unknown as Knowledge;
}

/** The names of all parts that a manifest speaks of. */
export function partsOf(manifest: Manifest): string[] {
  return [...new Set(tablesOf(manifest).flatMap(({ parts }) => parts.map(({ file }) => file)))];
}

/** The files of an archive of ours: stored as they are, so that none can be larger than the archive. */
async function entriesOf(file: Blob): Promise<Map<string, Blob>> {
  const entries = new Map<string, Blob>();
  const fault = { found: null as Error | null };
  const unzip = new Unzip((entry) => {
    if (entry.compression !== 0 || !/^[\w.-]{1,90}$/.test(entry.name)) {
      fault.found ??= new UnreadableProject('foreign', `${entry.name.slice(0, 90)} is not part of a project file`);
      return;
    }
    const chunks: BlobPart[] = [];
    entry.ondata = (error, chunk, isLast) => {
      if (error) fault.found ??= error;
      chunks.push(chunk as Uint8Array<ArrayBuffer>);
      if (isLast) entries.set(entry.name, new Blob(chunks));
    };
    entry.start();
  });
  unzip.register(UnzipPassThrough);
  try {
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      unzip.push(value ?? new Uint8Array(0), done);
      if (done || fault.found) break;
    }
  } catch (error) {
    fault.found ??= error instanceof Error ? error : new Error(String(error));
  }
  if (fault.found instanceof UnreadableProject) throw fault.found;
  if (fault.found) throw new UnreadableProject('damaged', fault.found.message);
  return entries;
}

async function textOf(file: Blob): Promise<string> {
  if (file.size > LONGEST_TEXT) throw new UnreadableProject('foreign', `${file.size} bytes are more than a recipe takes`);
  return strFromU8(new Uint8Array(await file.arrayBuffer()));
}
