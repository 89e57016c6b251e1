import type { WrittenCell, WrittenColumn, WrittenFile, WrittenKind } from './write-request.ts';
import { zipOf } from './write-zip.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Rows of one sheet, its header included; what is more goes onto another one. */
const SHEET_ROWS = 1_048_576;
const CELL_LETTERS = 32_000;
const DAY_MS = 86_400_000;
const PIECE_ROWS = 2_000;

/** Cell formats, by their place in the style sheet. */
const STYLES = {
  plain: 0,
  header: 1,
  text: 2,
  integer: 3,
  number: 4,
  percent: 5,
  money: 6,
  date: 7,
  month: 8,
  moment: 9,
  wrapped: 10
} as const;
type Style = keyof typeof STYLES;
const STYLE_OF: Readonly<Record<WrittenKind, Style>> = {
  text: 'text',
  integer: 'integer',
  number: 'plain',
  percent: 'percent',
  money: 'money',
  date: 'date',
  month: 'month',
  days: 'plain',
  boolean: 'plain'
};

/** Rows by their place. */
export interface RowReader {
  readonly rows: number;
  at(row: number, column: number): WrittenCell;
}

/** A workbook with the rows and, on a sheet of its own, where they come from. Text is never a formula; `tick` hears how far it is and may throw. */
export async function writeXlsx({ columns, sheets, notes }: WrittenFile, reader: RowReader, tick: (rows: number) => void): Promise<Blob> {
  const perSheet = SHEET_ROWS - 1;
  const count = Math.max(1, Math.ceil(reader.rows / perSheet));
  const names = sheetNames([...Array.from({ length: count }, (_, nth) => (nth === 0 ? sheets[0] : `${sheets[0]} ${nth + 1}`)), sheets[1]]);
  const rowsOf = (nth: number) => rowSheet(columns, reader, nth * perSheet, Math.min(reader.rows, (nth + 1) * perSheet), tick);
  const files = names.map((_, nth) => `sheet${nth + 1}.xml`);
  return zipOf(
    [
      ['[Content_Types].xml', [contentTypes(files)]],
      ['_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]],
      ['xl/workbook.xml', [workbook(names)]],
      [
        'xl/_rels/workbook.xml.rels',
        [relations([...files.map((file) => ['worksheet', `worksheets/${file}`] as const), ['styles', 'styles.xml']])]
      ],
      ['xl/styles.xml', [STYLE_SHEET]],
      ...files.map((file, nth) => [`xl/worksheets/${file}`, nth < count ? rowsOf(nth) : noteSheet(notes)] as const)
    ],
    TYPE
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function* rowSheet(
  columns: readonly WrittenColumn[],
  reader: RowReader,
  from: number,
  to: number,
  tick: (rows: number) => void
): Generator<string> {
  const widths = columns.map(({ label, kind }, place) => {
    const usual = kind === 'text' ? 18 : 13;
    return `<col min="${place + 1}" max="${place + 1}" width="${Math.min(48, Math.max(usual, label.length + 2))}" customWidth="1"/>`;
  });
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  yield rowXml(
    1,
    columns.map(({ label }, place) => textXml(label, place, 1, 'header'))
  );
  const letters = columns.map((_, place) => columnName(place));
  let text = '';
  for (let row = from; row < to; row++) {
    const line = row - from + 2;
    text += rowXml(
      line,
      columns.map(({ kind }, place) => cellXml(reader.at(row, place), kind, `${letters[place] ?? ''}${line}`))
    );
    if ((row + 1) % PIECE_ROWS !== 0) continue;
    tick(row + 1);
    yield text;
    text = '';
  }
  tick(to);
  yield `${text}</sheetData></worksheet>`;
}

function noteSheet(notes: WrittenFile['notes']): string[] {
  const lines = notes.flatMap(([what, text]) => inParts(text).map((part, nth) => [nth === 0 ? what : '', part] as const));
  const rows = lines.map(([what, text], at) => rowXml(at + 1, [textXml(what, 0, at + 1, 'header'), textXml(text, 1, at + 1, 'wrapped')]));
  const widths = '<cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols>';
  return [`${HEAD}<worksheet xmlns="${MAIN}">${widths}<sheetData>${rows.join('')}</sheetData></worksheet>`];
}

/** A text that is longer than a cell may be, cut. */
function inParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += CELL_LETTERS) parts.push(text.slice(at, at + CELL_LETTERS));
  return parts;
}

function rowXml(line: number, cells: readonly string[]): string {
  return `<row r="${line}">${cells.join('')}</row>`;
}

function textXml(text: string, place: number, line: number, style: Style): string {
  return inlineXml(text, `${columnName(place)}${line}`, style);
}

function inlineXml(text: string, reference: string, style: Style): string {
  return `<c r="${reference}" s="${STYLES[style]}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, CELL_LETTERS))}</t></is></c>`;
}

function cellXml(cell: WrittenCell, kind: WrittenKind, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return '';
    const style = kind === 'integer' && !Number.isInteger(cell) ? 'number' : STYLE_OF[kind];
    return `<c r="${reference}" s="${STYLES[style]}"><v>${cell}</v></c>`;
  }
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return inlineXml(cell, reference, 'text');
  const days = cell.getTime() / DAY_MS + 25_569;
  // Spreadsheets count days from 1900, and believe that its February had 29.
  if (days < 61) return inlineXml(cell.toISOString().slice(0, 10), reference, 'text');
  const style = kind === 'month' ? 'month' : Number.isInteger(days) ? 'date' : 'moment';
  return `<c r="${reference}" s="${STYLES[style]}"><v>${days}</v></c>`;
}

// Signs that XML cannot hold are spelt _x0001_, and what looks like that is spelt out, too.
function escaped(text: string): string {
  return text
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function columnName(place: number): string {
  const rest = place % 26;
  const letter = String.fromCharCode(65 + rest);
  return place < 26 ? letter : columnName((place - rest) / 26 - 1) + letter;
}

/** Names that a workbook takes: at most 31 letters, some signs not, each once. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[\\/?*[\]:\s\u0000-\u001f]+/g, ' ')
        .replace(/^[' ]+|[' ]+$/g, '')
        .slice(0, 26) || 'Sheet';
    let unique = plain;
    for (let nth = 2; taken.has(unique.toLowerCase()); nth++) unique = `${plain} ${nth}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, nth) => `<sheet name="${escaped(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(([kind, target], nth) => `<Relationship Id="rId${nth + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

function contentTypes(files: readonly string[]): string {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = files.map((file) => `<Override PartName="/xl/worksheets/${file}" ContentType="${sheet}.worksheet+xml"/>`);
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheet}.styles+xml"/>${sheets.join('')}</Types>`;
}

const FORMATS: Readonly<Record<Style, string>> = {
  plain: 'numFmtId="0"',
  header: 'numFmtId="49" fontId="1" applyFont="1"',
  text: 'numFmtId="49"',
  integer: 'numFmtId="3"',
  number: 'numFmtId="4"',
  percent: 'numFmtId="10"',
  money: 'numFmtId="4"',
  date: 'numFmtId="164"',
  month: 'numFmtId="165"',
  moment: 'numFmtId="166"',
  wrapped: 'numFmtId="49"'
};
const WRAPPED = '<alignment wrapText="1" vertical="top"/>';
const CELL_FORMATS = (Object.keys(STYLES) as Style[]).map(
  (style) => `<xf ${FORMATS[style]} applyNumberFormat="1"${style === 'wrapped' ? ` applyAlignment="1">${WRAPPED}</xf>` : '/>'}`
);
const STYLE_SHEET = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${CELL_FORMATS.length}">${CELL_FORMATS.join('')}</cellXfs></styleSheet>`;
