import { afterEach, expect, test } from 'vitest';
import { deleteStored, listStored, spaceOf } from './stored.ts';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('everything that a page can keep is listed, and nothing of it is left after forgetting', async () => {
  localStorage.setItem('regulars.theme', 'dark');
  sessionStorage.setItem('other', 'x');
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('kept');
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error ?? new Error('not opened'));
  });
  await caches.open('kept');
  const directory = await navigator.storage.getDirectory();
  const file = await (await directory.getFileHandle('kept.bin', { create: true })).createWritable();
  await file.write('abc');
  await file.close();
  const folder = await (await directory.getDirectoryHandle('projects', { create: true })).getDirectoryHandle('one', { create: true });
  const part = await (await folder.getFileHandle('part.rows', { create: true })).createWritable();
  await part.write('abcde');
  await part.close();

  const found = await listStored(window);
  expect(found.map((one) => `${one.place}/${one.name}`)).toEqual(
    expect.arrayContaining(['localStorage/regulars.theme', 'sessionStorage/other', 'indexedDB/kept', 'caches/kept', 'files/kept.bin'])
  );
  expect(found.find((one) => one.name === 'kept.bin')?.bytes).toBe(3);
  expect(found.find((one) => one.name === 'projects/one')?.bytes).toBe(5);
  expect((await spaceOf(window))?.allowed).toBeGreaterThan(0);

  await deleteStored(window);
  expect(await listStored(window)).toEqual([]);
});
