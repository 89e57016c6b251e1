import { afterEach, describe, expect, test } from 'vitest';
import { emptyBrowser, month, openTab } from '../../test/browser/tab.ts';

afterEach(emptyBrowser);

describe('files that are read again', () => {
  /** A file on the disk with the way to it, and a way to write it. */
  async function onDisk(name: string) {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('the-users-disk', { create: true });
    const handle = await folder.getFileHandle(name, { create: true });
    const write = async (file: File) => {
      const stream = await handle.createWritable();
      await stream.write(file);
      await stream.close();
    };
    return { handle, write, remove: () => folder.removeEntry(name) };
  }

  test('join the shop in the place of what they were, also in the next visit; others stay', async () => {
    const { handle, write, remove } = await onDisk('month-1.csv');
    await write(month(1, 50));
    const first = openTab();
    const file = await handle.getFile();
    first.project.origins.note({ file, handle });
    await first.project.add([file, month(2, 30)]);
    await first.project.analyse();
    await first.saved();
    expect(first.keeper.phase).toBe('saved');
    expect(await first.numbers()).toMatchObject({ orders: 80 });

    const { project, numbers, saved, opened } = openTab();
    await opened();
    expect(project.facts?.orders).toBe(80);
    expect(project.origins.known.size).toBe(1);
    expect(await project.readAgain()).toMatchObject({ isChanged: false, same: ['month-1.csv'] });
    await write(month(1, 70));
    expect(await project.readAgain()).toMatchObject({ isChanged: true, isBuilt: true });
    expect(await numbers()).toMatchObject({ orders: 100 });
    expect(project.sources.map((one) => one.file.name)).toEqual(['month-2.csv', 'month-1.csv']);
    expect(project.change).toMatchObject({ before: { orders: 80 }, after: { orders: 100 } });
    await saved();
    await remove();
    expect(await project.readAgain()).toMatchObject({ isChanged: false, gone: ['month-1.csv'] });
    expect(await numbers()).toMatchObject({ orders: 100 });
  });
});
