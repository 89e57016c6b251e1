import type { GivenFile } from '../session/file-handles.ts';

/** What some browsers add: a picker and drops that give handles, by which a file can be read again. */
interface PickerWindow {
  showOpenFilePicker(options: {
    readonly id: string;
    readonly multiple: boolean;
    readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle[]>;
}
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** More handles than this are not looked at. */
const MOST = 2_000;

/** Whether the browser's picker gives handles. */
export function givesHandles(page: object): page is PickerWindow {
  return 'showOpenFilePicker' in page;
}

/** Files chosen in the browser's picker; none when the user closes it. */
export async function pickFiles(page: PickerWindow, description: string, endings: readonly string[]): Promise<GivenFile[]> {
  try {
    const types = [{ description, accept: { 'application/octet-stream': endings } }];
    const handles = await page.showOpenFilePicker({ id: 'regulars', multiple: true, types });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
}

/** The handles of a drop by the paths of their files; none where the browser gives none. Must be called while the drop is handled. */
export async function droppedHandles(transfer: DataTransfer | null): Promise<ReadonlyMap<string, FileSystemFileHandle>> {
  // All at once: after the first wait the drop holds nothing any more.
  const coming = [...(transfer?.items ?? [])].flatMap((item: HandleItem) =>
    item.kind === 'file' ? (item.getAsFileSystemHandle?.().catch(() => null) ?? []) : []
  );
  const found = new Map<string, FileSystemFileHandle>();
  const walk = async (handle: FileSystemHandle, path: string): Promise<void> => {
    if (found.size >= MOST) return;
    if (handle.kind === 'file') return void found.set(path, handle as FileSystemFileHandle);
    for await (const [name, inner] of (handle as FileSystemDirectoryHandle).entries()) await walk(inner, `${path}/${name}`);
  };
  for (const handle of await Promise.all(coming)) if (handle) await walk(handle, handle.name);
  return found;
}

/** Each file with its handle: the one whose path ends like its name. */
export function withHandles(files: readonly File[], handles: ReadonlyMap<string, FileSystemFileHandle>): GivenFile[] {
  const all = [...handles];
  return files.map((file) => ({
    file,
    handle: all.find(([path]) => path === file.name || path.endsWith(`/${file.name}`))?.[1] ?? null
  }));
}
