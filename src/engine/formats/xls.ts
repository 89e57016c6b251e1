import { unreadable } from '../readers/unreadable.ts';
import { decoded, RECORD, recordsFrom, sharedTexts } from './biff-records.ts';
import { BiffSheet, textAt, type BiffSources } from './biff-sheet.ts';
import type { Converted, Listener } from './format-service.ts';
import { LIMITS } from './limits.ts';
import { numberKind } from './number-format.ts';
import { oleStreams } from './ole.ts';
import { Progress } from './progress.ts';
import { SheetRows } from './sheet-rows.ts';

const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  65001: 'utf-8'
};

interface BiffWorkbook {
  readonly sources: BiffSources;
  readonly sheets: readonly { readonly name: string; readonly at: number; readonly isHidden: boolean }[];
}

/** One sheet of a binary workbook of Excel 5 to 2003 ([MS-XLS]), with or without its container. */
export async function convertXls(file: Blob, table: number | null, listener: Listener): Promise<Converted> {
  if (file.size > LIMITS.xlsBytes) throw unreadable('xls-too-large', { limit: LIMITS.xlsBytes });
  const progress = new Progress(listener, file.size * 2);
  const bytes = new Uint8Array(await file.arrayBuffer());
  progress.read(bytes.length);
  try {
    return await converted(workbookStream(bytes), table, progress);
  } catch (error) {
    // A record that ends before what it must hold.
    if (error instanceof RangeError) throw unreadable('damaged');
    throw error;
  }
}

function workbookStream(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x09) {
    if (bytes[1] !== 0x08) throw unreadable('xls-too-old');
    return bytes;
  }
  const streams = oleStreams(bytes);
  if (streams.has('EncryptedPackage')) throw unreadable('encrypted');
  const stream = streams.get('Workbook') ?? streams.get('Book');
  if (!stream) throw unreadable(streams.has('WordDocument') || streams.has('PowerPoint Document') ? 'kind:document' : 'no-sheets');
  return stream;
}

async function converted(stream: Uint8Array, table: number | null, progress: Progress): Promise<Converted> {
  const { sources, sheets } = readGlobals(stream);
  if (sheets.length === 0) throw unreadable('no-sheets');
  const read = (place: number) => new BiffSheet(stream, sheets[place]?.at ?? 0, sources);
  // Sheets are at most 65,536 rows: all are read, so that the largest is known and each can tell its rows.
  const filled = sheets.map((_, place) => {
    const rows = read(place).rows;
    progress.read(stream.length / sheets.length);
    return rows.filter((cells) => cells.some((cell) => cell !== '')).length;
  });
  const isAnyVisible = sheets.some((sheet) => !sheet.isHidden);
  const sizes = filled.map((rows, place) => (isAnyVisible && sheets[place]?.isHidden ? -1 : rows));
  const chosen = table !== null && table < sheets.length ? table : sizes.indexOf(Math.max(...sizes));
  const sheet = read(chosen);
  const rows = new SheetRows(progress, sheet.merges.reachDown ? sheet.merges : null);
  sheet.rows.forEach((cells, row) => rows.take(row, cells));
  return {
    ...(await rows.end()),
    table: chosen,
    tables: sheets.map(({ name }, place) => ({ name, rows: filled[place] ?? null })),
    warnings: sheet.warnings.all,
    shape: {}
  };
}

/** What stands before the sheets. A stream that begins with a sheet has nothing but that. */
function readGlobals(stream: Uint8Array): BiffWorkbook {
  const formats = new Map<number, string>();
  const styleFormats: number[] = [];
  const blocks: DataView[] = [];
  const sheets: { name: string; at: number; isHidden: boolean }[] = [];
  let codePage = 0;
  let is1904 = false;
  let isUnicode = false;
  let isShared = false;
  const decode = (bytes: Uint8Array) => decodedIn(bytes, codePage);
  for (const { id, data, at } of recordsFrom(stream, 0)) {
    if (at === 0) {
      if (id !== RECORD.bof) throw unreadable('damaged');
      isUnicode = data.getUint16(0, true) === 0x0600;
      if (data.getUint16(2, true) === 0x0010) {
        sheets.push({ name: '', at: 0, isHidden: false });
        break;
      }
      continue;
    }
    if (id === RECORD.eof) break;
    if (id === RECORD.filepass) throw unreadable('encrypted');
    if (id === RECORD.codepage) codePage = data.getUint16(0, true);
    else if (id === RECORD.date1904) is1904 = data.getUint16(0, true) === 1;
    else if (id === RECORD.format) formats.set(data.getUint16(0, true), formatCode(data, isUnicode, decode));
    else if (id === RECORD.xf) styleFormats.push(data.getUint16(2, true));
    else if (id === RECORD.sheet && data.getUint8(5) === 0)
      sheets.push({ name: sheetName(data, isUnicode, decode), at: data.getUint32(0, true), isHidden: (data.getUint8(4) & 3) > 0 });
    if (id === RECORD.sst || (isShared && id === RECORD.continue)) blocks.push(data);
    isShared = id === RECORD.sst || (isShared && id === RECORD.continue);
  }
  const styles = styleFormats.map((format) => numberKind(format, formats.get(format)));
  const texts = blocks.length > 0 ? sharedTexts(blocks) : [];
  return {
    sources: { isUnicode, texts, styles, is1904, decode },
    sheets: [...sheets.filter((sheet) => !sheet.isHidden), ...sheets.filter((sheet) => sheet.isHidden)]
  };
}

function formatCode(data: DataView, isUnicode: boolean, decode: (bytes: Uint8Array) => string): string {
  if (isUnicode) return textAt(data, 2, { isUnicode, decode });
  return decode(new Uint8Array(data.buffer, data.byteOffset + 3, Math.min(data.getUint8(2), data.byteLength - 3)));
}

function sheetName(data: DataView, isUnicode: boolean, decode: (bytes: Uint8Array) => string): string {
  const length = data.getUint8(6);
  if (!isUnicode) return decode(new Uint8Array(data.buffer, data.byteOffset + 7, Math.min(length, data.byteLength - 7)));
  return decoded(data, 8, length, (data.getUint8(7) & 1) === 1);
}

/** Bytes in the code page that the workbook names; where it names none or a wrong one, UTF-8 or else Chinese. */
function decodedIn(bytes: Uint8Array, codePage: number): string {
  const named = CODE_PAGES[codePage];
  for (const encoding of [...(named ? [named] : []), 'utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
