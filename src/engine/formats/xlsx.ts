import { unreadable, type Unreadable } from '../readers/unreadable.ts';
import type { Converted, Listener } from './format-service.ts';
import { Merges } from './merges.ts';
import { Progress } from './progress.ts';
import { SheetRows } from './sheet-rows.ts';
import { readSharedStrings, readStyles, readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { scanXml } from './xml-scanner.ts';
import { columnOf, XlsxSheet } from './xlsx-sheet.ts';
import { Zip } from './zip.ts';

/** One sheet of an Excel workbook as CSV. Formulas give the value that was kept with them. */
export async function convertXlsx(file: Blob, table: number | null, listener: Listener): Promise<Converted> {
  const zip = await Zip.open(file);
  const other = otherDocument(zip);
  if (other) throw unreadable(other);
  const opening = new Progress(listener, 0);
  const workbook = await readWorkbook(zip, opening);
  const chosen = table !== null && table < workbook.sheets.length ? table : proposed(zip, workbook);
  const sheet = workbook.sheets[chosen] as Sheet;
  const packed = zip.packedSize(sheet.path) + (workbook.sharedStrings ? zip.packedSize(workbook.sharedStrings) : 0);
  const progress = new Progress(listener, packed);
  const sources = {
    strings: await readSharedStrings(zip, workbook.sharedStrings, progress),
    styles: await readStyles(zip, workbook.styles, progress),
    is1904: workbook.is1904
  };
  const merges = new Merges();
  const read = async (rows: SheetRows, takeMerge: (range: string) => void) => {
    const markup = new XlsxSheet(sources, (row, cells) => rows.take(row, cells), takeMerge);
    await scanXml(zip.bytes(sheet.path, progress), markup);
    return { ...(await rows.end()), warnings: markup.warnings };
  };
  const found = await read(new SheetRows(progress, null), (range) => addMerge(merges, range));
  // Joined cells are listed below the rows they are about.
  const whole = merges.reachDown ? await read(new SheetRows(progress, merges), () => undefined) : found;
  const tables = workbook.sheets.map(({ name, rows }, place) => ({ name, rows: place === chosen ? whole.rows : rows }));
  return { ...whole, table: chosen, tables, shape: {} };
}

/** What a zip is that holds no Excel workbook; null for one that does. */
function otherDocument(zip: Zip): Unreadable | null {
  const holds = (start: string) => zip.names.some((name) => name.startsWith(start));
  if (zip.has('xl/workbook.bin')) return 'kind:xlsb';
  if (zip.has('[Content_Types].xml')) return holds('word/') || holds('ppt/') ? 'kind:document' : null;
  if (holds('Index/') || zip.has('Index.zip')) return 'kind:numbers';
  if (zip.has('mimetype')) return zip.has('content.xml') && !holds('Pictures/slide') ? 'kind:ods' : 'kind:document';
  return 'kind:archive';
}

/** The largest visible sheet, by what is written in it. */
function proposed(zip: Zip, { sheets }: Workbook): number {
  const visible = sheets.some((sheet) => !sheet.isHidden);
  const sizes = sheets.map((sheet) => (visible && sheet.isHidden ? -1 : zip.size(sheet.path)));
  return sizes.indexOf(Math.max(...sizes));
}

function addMerge(merges: Merges, range: string): void {
  const [first = '', last = first] = range.split(':');
  const row = (place: string) => Number(/\d+$/.exec(place)?.[0] ?? 0) - 1;
  merges.add({ top: row(first), bottom: row(last), left: columnOf(first), right: columnOf(last) });
}
