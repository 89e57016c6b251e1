import { byteOrderMark } from '../readers/encoding.ts';
import { unreadable } from '../readers/unreadable.ts';
import type { Converted, Listener } from './format-service.ts';
import { JsonLists, type JsonList } from './json-lists.ts';
import { JsonRecords } from './json-records.ts';
import { LIMITS } from './limits.ts';
import { Progress } from './progress.ts';

const CHUNK = 2 * 1024 * 1024;

/** JSON with one record in each line. */
export async function convertLines(file: Blob, _table: number | null, listener: Listener): Promise<Converted> {
  const progress = new Progress(listener, file.size);
  const records = new JsonRecords();
  let rest = '';
  const take = (line: string) => {
    if (line.trim() === '') return;
    records.next();
    records.add(line);
  };
  for await (const piece of textOf(file, progress)) {
    const text = rest + piece;
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      take(text.slice(at, end));
      at = end + 1;
    }
    rest = text.slice(at);
    if (rest.length > LIMITS.recordBytes) throw unreadable('record-too-large', { limit: LIMITS.recordBytes });
    progress.rows(records.writer.rows);
  }
  take(rest);
  return finished(records, [{ name: '', start: 0, records: records.writer.rows }], 0);
}

/** A JSON text: a list of records, an object that holds lists of records, records one after the other, or one record. */
export async function convertJson(file: Blob, table: number | null, listener: Listener): Promise<Converted> {
  const progress = new Progress(listener, file.size * 2);
  const finder = new JsonLists();
  for await (const piece of textOf(file, progress)) finder.write(piece);
  finder.end();
  if (finder.isList && finder.lists.length === 0) throw unreadable('no-tables');
  const lists = finder.roots > 1 || finder.lists.length === 0 ? [{ name: '', start: 0, records: finder.roots }] : finder.lists;
  const largest = lists.reduce((best, list, place) => (list.records > (lists[best]?.records ?? 0) ? place : best), 0);
  const chosen = table !== null && table < lists.length ? table : largest;
  const records = new JsonRecords();
  await readList(file, (lists[chosen] as JsonList).start, records, progress);
  return finished(records, lists, chosen);
}

/** Adds every record of the list whose first entry stands at `start`. */
async function readList(file: Blob, start: number, records: JsonRecords, progress: Progress): Promise<void> {
  let text = '';
  let skip = start;
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let isPlain = false;
  for await (const piece of textOf(file, progress)) {
    if (piece.length <= skip) {
      skip -= piece.length;
      continue;
    }
    let at = text.length;
    text += piece.slice(skip);
    skip = 0;
    // Where the record under way begins; nothing before it is needed any more.
    let from = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (code === 0x5c) isEscaped = true;
        else if (code === 0x22) isString = false;
        continue;
      }
      if (code === 0x7b || code === 0x5b) {
        if (depth++ === 0) {
          from = at;
          records.next();
        }
      } else if (code === 0x7d || code === 0x5d) {
        if (depth === 0) return;
        if (--depth === 0) records.add(text.slice(from, at + 1));
      } else if (depth === 0) {
        const isSign = code <= 0x20 || code === 0x2c;
        if (!isSign && !isPlain) {
          records.next();
          records.skip();
        }
        isPlain = !isSign;
        if (code === 0x22) isString = true;
        continue;
      } else if (code === 0x22) isString = true;
      isPlain = false;
    }
    text = depth > 0 ? text.slice(from) : '';
    if (text.length > LIMITS.recordBytes) throw unreadable('record-too-large', { limit: LIMITS.recordBytes });
    progress.rows(records.writer.rows);
  }
}

async function finished(records: JsonRecords, lists: readonly JsonList[], chosen: number): Promise<Converted> {
  const { writer, header, warnings } = records;
  if (writer.rows === 0) throw unreadable('no-tables');
  const csv = await writer.blob(header);
  return {
    csv,
    table: chosen,
    tables: lists.map(({ name, records: rows }) => ({ name, rows })),
    rows: writer.rows,
    warnings: warnings.all,
    shape: header ? { headerLine: 1, hasDescriptionRow: false } : {}
  };
}

async function* textOf(file: Blob, progress: Progress): AsyncGenerator<string> {
  const mark = byteOrderMark(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
  const decoder = new TextDecoder(mark?.encoding ?? 'utf-8');
  for (let at = mark?.length ?? 0; at < file.size; at += CHUNK) {
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer());
    progress.read(bytes.length);
    yield decoder.decode(bytes, { stream: at + CHUNK < file.size });
  }
}
