import type { Encoding, FileSketch, OutsideRow, TextShape } from '../contract.ts';
import { columnNames } from './column-names.ts';
import { byteOrderMark, encodingsOf } from './encoding.ts';
import { isBinary } from './file-kind.ts';
import { outsideKind, repeatsHeader } from './outside-rows.ts';
import { cutRecords, type TextRecord } from './records.ts';
import { layoutOf } from './text-shape.ts';
import { unreadable } from './unreadable.ts';

const HEAD = 512 * 1024;
const LONGEST_HEAD = 2_000_000;
const PROBE = 32 * 1024;
const SAMPLE_ROWS = 200;
const MOST_COLUMNS = 4_000;
/** Characters of a cell that is shown and judged by its looks. */
const SHOWN_OF_CELL = 500;

/** Looks at a text table: how it is encoded and cut, its columns and first rows. */
export async function sketchText(file: File, override: Partial<TextShape> = {}): Promise<FileSketch> {
  const samples = await samplesOf(file);
  const encodings = encodingsOf(samples);
  const encoding = override.encoding ?? encodings[0] ?? 'utf-8';
  const text = await headText(file, encoding);
  if (isBinary(text)) throw unreadable('kind:binary');
  if (text.trim() === '') throw unreadable('empty');
  const isAll = file.size <= HEAD;
  const layout = layoutOf(text, override);
  checkDelimiter(layout.delimiter);

  const records = cutRecords(text, layout).filter((record) => isAll || record.isWhole);
  const header = records.find((record) => record.line === layout.headerLine)?.cells ?? [];
  const body = records.filter((record) => record.line > layout.headerLine);
  const columns = Math.max(header.length, widthOf(body));
  if (columns > MOST_COLUMNS) throw unreadable('too-many-columns');
  const outside: OutsideRow[] = records
    .filter((record) => record.line < layout.headerLine)
    .map(({ line, text: shown }) => ({ line, kind: shown.trim() === '' ? 'blank' : 'title', text: shown.slice(0, 500) }));
  const sample: string[][] = [];
  let isDescription = layout.hasDescriptionRow;
  for (const record of body) {
    const kind = kindOf(record, { header, columns, isDescription, trims: layout.trimsOutsideRows, delimiter: layout.delimiter });
    if (kind === 'description') isDescription = false;
    if (kind) outside.push({ line: record.line, kind, text: record.text.slice(0, 500) });
    else if (sample.length < SAMPLE_ROWS)
      sample.push(Array.from({ length: columns }, (_, index) => (record.cells[index] ?? '').slice(0, SHOWN_OF_CELL)));
  }
  if (sample.length === 0 && isAll) throw unreadable('header-only');
  const rowsSeen = body.length - (outside.length - records.filter((record) => record.line < layout.headerLine).length);
  const charactersSeen = body.reduce((sum, record) => sum + record.text.length + 1, 0);
  return {
    name: file.name,
    bytes: file.size,
    kind: 'text',
    tables: [{ name: '', rows: null }],
    shape: { sheet: 0, encoding, ...layout },
    encodings: encodings.includes(encoding) ? encodings : [encoding, ...encodings],
    columns: columnNames(header, columns),
    sample,
    outside: outside.slice(0, 1_000),
    estimatedRows: isAll ? rowsSeen : Math.round((rowsSeen * file.size * text.length) / Math.max(1, charactersSeen) / HEAD)
  };
}

/** The beginning of the file as text, up to its last whole line; carriage returns that stand alone end lines too. */
async function headText(file: File, encoding: Encoding): Promise<string> {
  for (let bytes = HEAD; ; bytes = LONGEST_HEAD) {
    const head = new Uint8Array(await file.slice(0, bytes).arrayBuffer());
    const mark = byteOrderMark(head);
    const start = mark?.encoding === encoding ? mark.length : 0;
    const isAll = bytes >= file.size;
    const text = withFeeds(new TextDecoder(encoding).decode(head.subarray(start), { stream: !isAll }));
    if (isAll || text.includes('\n')) return text;
    if (bytes === LONGEST_HEAD) throw unreadable('line-too-long');
  }
}

/** Old Mac files end lines with a carriage return alone. */
export function withFeeds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** The beginning, the end, and places between, so that a late foreign letter still tells the encoding. */
async function samplesOf(file: File): Promise<Uint8Array[]> {
  const starts =
    file.size <= HEAD ? [] : Array.from({ length: 16 }, (_, index) => Math.floor(HEAD + ((file.size - HEAD - PROBE) * (index + 1)) / 16));
  const blobs = [file.slice(0, HEAD), ...starts.filter((start) => start >= HEAD).map((start) => file.slice(start, start + PROBE))];
  return Promise.all(blobs.map(async (blob) => new Uint8Array(await blob.arrayBuffer())));
}

export function checkDelimiter(delimiter: string): void {
  if (delimiter.length !== 1 || delimiter > '\x7e' || /[\r\n\0"']/.test(delimiter)) throw unreadable('bad-delimiter');
}

/** The widest record that is not a lonely outlier. */
function widthOf(body: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of body) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count > body.length * 0.5).map(([cells]) => cells);
  return Math.max(0, ...often);
}

function kindOf(
  record: TextRecord,
  table: { header: readonly string[]; columns: number; isDescription: boolean; trims: boolean; delimiter: string }
): OutsideRow['kind'] | null {
  if (record.text.trim() === '' && !record.text.includes(table.delimiter)) return 'blank';
  if (table.isDescription) return 'description';
  if (!table.trims) return null;
  return repeatsHeader(record.cells, table.header) ? 'repeated-header' : outsideKind(record.cells, table.columns);
}
