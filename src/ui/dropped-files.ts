/** Files of one drop: more than this is somebody's whole disk. */
const MOST_FILES = 2_000;
/** What systems and programs leave in folders beside the user's files. */
const LEFT_BY_PROGRAMS = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a drop, folders opened, in the order of their names; files further down are named with the folders
 * that lead to them. What programs leave in folders is passed over; a file that cannot be read comes as an empty
 * one, so that it is told. Must be called while the drop is handled: afterwards its items are gone.
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  const files = [...(transfer?.files ?? [])];
  const entries = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) return files;
  const found: File[] = [];
  const walk = async (all: readonly FileSystemEntry[]): Promise<void> => {
    for (const entry of all) {
      if (found.length >= MOST_FILES) return;
      if (entry.isDirectory) await walk(await entriesOf(entry as FileSystemDirectoryEntry));
      else found.push(await fileOf(entry as FileSystemFileEntry, entries.length === 1));
    }
  };
  await walk(entries);
  return found;
}

/** What is in a folder; the browser gives it in pieces. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) break;
    all.push(...piece);
  }
  return all.filter(({ name }) => !LEFT_BY_PROGRAMS.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function fileOf(entry: FileSystemFileEntry, isInOneFolder: boolean): Promise<File> {
  const name =
    entry.fullPath
      .split('/')
      .slice(isInOneFolder ? 2 : 1)
      .join('/') || entry.name;
  const file = await new Promise<File>((resolve) => entry.file(resolve, () => resolve(new File([], name))));
  return file.name === name ? file : new File([file], name, { type: file.type, lastModified: file.lastModified });
}
