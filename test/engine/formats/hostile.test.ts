import { deflateRawSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../engine.ts';
import { sheetRow, workbookFile, workbookParts } from './workbook-file.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Why a file cannot be used, from opening archives to the sketch; null when it can. */
async function refusal(bytes: Uint8Array, name = 'orders.xlsx'): Promise<string | null> {
  try {
    for (const inner of await engine.expand('expand', new File([bytes as Uint8Array<ArrayBuffer>], name)))
      await engine.sketch('sketch', inner);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ fault: 'unreadable-file' });
    return (error as Error).message;
  }
}

const MEGA = 1024 * 1024;
const SHEET = { name: 'Orders', rows: sheetRow(1, ['id', 'amount']) + sheetRow(2, ['O1', 12]) };
/** What sixty million zeros are packed to. */
const ZEROS = deflateRawSync(new Uint8Array(60 * MEGA));
const sound = () => zipSync(workbookParts({ sheets: [SHEET] }));

describe('workbooks', () => {
  test('the sound one is read', async () => {
    expect(await refusal(sound())).toBeNull();
  });

  test('one that grows beyond measure is refused before it is unpacked', async () => {
    const bomb = zipSync({ ...workbookParts({ sheets: [SHEET] }), 'xl/media/x.bin': strToU8('x') });
    expect(await refusal(withPacked(bomb, 'xl/media/x.bin', ZEROS, 60 * MEGA))).toBe('bomb');
  });

  test('one whose directory lies about sizes is refused while it is unpacked', async () => {
    expect(await refusal(withPacked(sound(), 'xl/worksheets/sheet1.xml', ZEROS, 1_000))).toBe('damaged');
    expect(await refusal(withSize(sound(), 'xl/worksheets/sheet1.xml', 100_000))).toBe('damaged');
  });

  test('one cut off anywhere is refused', async () => {
    const whole = sound();
    for (let length = 30; length < whole.length; length += 211)
      expect(await refusal(whole.subarray(0, length)), `${length} bytes`).toBe('damaged');
  });

  test('one whose sheet stops in the middle, or holds other bytes than were packed, is refused', async () => {
    const parts = workbookParts({ sheets: [SHEET] });
    const sheet = parts['xl/worksheets/sheet1.xml'] as Uint8Array;
    expect(await refusal(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet.subarray(0, sheet.length - 60) }))).toBe('damaged');
    const stored = zipSync(parts, { level: 0 });
    const at = new TextDecoder('latin1').decode(stored).indexOf('<v>12</v>');
    stored[at + 3] = 0x39;
    expect(await refusal(stored)).toBe('damaged');
  });

  test('one without sheets, one of charts only, and other documents are named', async () => {
    expect(await refusal(zipSync(workbookParts({ sheets: [] })))).toBe('no-sheets');
    const refuse = (parts: readonly string[]) => refusal(zipSync(Object.fromEntries(parts.map((name) => [name, strToU8('x')]))));
    expect(await refuse(['[Content_Types].xml', 'xl/workbook.bin'])).toBe('kind:xlsb');
    expect(await refuse(['[Content_Types].xml', 'word/document.xml'])).toBe('kind:document');
    expect(await refuse(['mimetype', 'content.xml'])).toBe('kind:ods');
    expect(await refuse(['Index/Document.iwa'])).toBe('kind:numbers');
  });

  test('one with entities of its own is refused, whichever part declares them', async () => {
    const declared = strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>');
    for (const part of ['xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml', '_rels/.rels'])
      expect(await refusal(zipSync({ ...workbookParts({ sheets: [SHEET] }), [part]: declared })), part).toBe('foreign-entities');
  });

  test('one of more than two thousand parts, and one beyond the bounds of a sheet, are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`xl/media/${at}`, strToU8('')]));
    expect(await refusal(zipSync({ ...workbookParts({ sheets: [SHEET] }), ...many }))).toBe('too-many-parts');
    const beyond = async (rows: string) => refusal(new Uint8Array(await workbookFile({ sheets: [{ name: 'a', rows }] }).arrayBuffer()));
    expect(await beyond('<row r="1048577"><c><v>1</v></c></row>')).toBe('sheet-too-large');
    expect(await beyond('<row r="1"><c r="XFE1"><v>1</v></c></row>')).toBe('sheet-too-large');
    expect(await beyond('<row r="1"><c r="XFD1"><v>1</v></c></row>')).toBe('too-many-columns');
    expect(await beyond('<row r="2"></row><row r="1"></row>')).toBe('damaged');
  });
});

describe('archives', () => {
  const csv = strToU8('order_id,amount\n1,2\n3,4\n');

  test('files inside are given by name, a workbook stays whole, archives inside are opened once', async () => {
    const zip = zipSync({
      'a.csv': csv,
      'b/': strToU8(''),
      'b/orders.xlsx': sound(),
      'c.csv.gz': gzipSync(csv),
      '__MACOSX/a.csv': csv,
      'd.zip': zipSync({ 'e.csv': csv })
    });
    const files = await engine.expand('x', new File([zip as Uint8Array<ArrayBuffer>], 'month.zip'));
    expect(files.map((file) => file.name)).toEqual([
      'month.zip/a.csv',
      'month.zip/b/orders.xlsx',
      'month.zip/c.csv',
      'month.zip/d.zip/e.csv'
    ]);
    for (const file of files) expect((await engine.sketch('s', file)).columns.length).toBe(2);
    const deeper = zipSync({ 'd.zip': zipSync({ 'e.zip': zipSync({ 'f.csv': csv }) }) });
    expect(await refusal(deeper, 'deep.zip')).toBe('kind:archive');
  });

  test('a packed file is unpacked, whatever it is', async () => {
    const [inner] = await engine.expand('x', new File([gzipSync(sound()) as Uint8Array<ArrayBuffer>], 'orders.xlsx.gz'));
    expect(inner?.name).toBe('orders.xlsx');
    expect((await engine.sketch('s', inner as File)).kind).toBe('xlsx');
    const plain = new File(['a,b\n1,2\n'], 'plain.csv');
    expect(await engine.expand('x', plain)).toEqual([plain]);
  });

  test('what grows beyond measure, is cut off, empty or locked is refused with its reason', async () => {
    expect(await refusal(gzipSync(new Uint8Array(60 * MEGA)), 'a.csv.gz')).toBe('bomb');
    const zip = zipSync({ 'a.csv': csv });
    expect(await refusal(withPacked(zip, 'a.csv', ZEROS, 60 * MEGA), 'a.zip')).toBe('bomb');
    expect(await refusal(withPacked(zip, 'a.csv', ZEROS, 2_000), 'a.zip')).toBe('damaged');
    const packed = gzipSync(strToU8('a,b\n1,2\n'.repeat(1_000)));
    expect(await refusal(packed.subarray(0, packed.length - 20), 'a.csv.gz')).toBe('damaged');
    expect(await refusal(zipSync({ '.DS_Store': csv }), 'a.zip')).toBe('archive-empty');
    expect(await refusal(zipSync(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`${at}.csv`, csv]))), 'a.zip')).toBe(
      'too-many-parts'
    );
    const locked = zipSync({ 'a.csv': csv });
    const directory = directoryEntry(locked, 'a.csv');
    locked[directory + 8] = 1;
    expect(await refusal(locked, 'a.zip')).toBe('encrypted');
  });

  test('the engine is alive and well after all of this', async () => {
    expect(await refusal(sound())).toBeNull();
    await engine.execute('alive', ['create or replace table alive as select 1 as a']);
  });
});

/** Where the directory of a zip speaks of a part. */
function directoryEntry(zip: Uint8Array, name: string): number {
  const text = new TextDecoder('latin1').decode(zip);
  return text.lastIndexOf(name) - 46;
}

/** A zip that says of one part that it is `size` bytes long. */
function withSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const lying = zip.slice();
  new DataView(lying.buffer).setUint32(directoryEntry(lying, name) + 24, size, true);
  return lying;
}

/** A zip in which a part is packed to `packed` and said to be `size` bytes long. */
function withPacked(zip: Uint8Array, name: string, packed: Uint8Array, size: number): Uint8Array {
  const entry = directoryEntry(zip, name);
  const end = zip.length - 22;
  const start = new DataView(zip.buffer).getUint32(end + 16, true);
  // The part goes between the others and the directory, where nothing else has to move.
  const head = Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 26 }, () => 0)]);
  const made = new Uint8Array(zip.length + head.length + packed.length);
  made.set(zip.subarray(0, start));
  made.set(head, start);
  made.set(packed, start + head.length);
  made.set(zip.subarray(start), start + head.length + packed.length);
  const view = new DataView(made.buffer);
  const moved = head.length + packed.length;
  view.setUint32(end + moved + 16, start + moved, true);
  view.setUint16(entry + moved + 10, 8, true);
  view.setUint32(entry + moved + 20, packed.length, true);
  view.setUint32(entry + moved + 24, size, true);
  view.setUint32(entry + moved + 42, start, true);
  return made;
}
