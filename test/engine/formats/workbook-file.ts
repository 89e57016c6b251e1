import { zipSync, type Zippable } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What a made-up workbook is made of; sheets are given as the markup of their rows. */
export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly state?: string; readonly rows: string; readonly after?: string }[];
  readonly strings?: readonly string[];
  /** Number formats of the styles, in order; style 0 is General. A number is a built-in format. */
  readonly formats?: readonly (string | number)[];
  readonly is1904?: boolean;
  readonly more?: Zippable;
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** The parts of an Excel workbook, written by hand, so that a test can hold exactly what Excel writes. */
export function workbookParts({ sheets, strings = [], formats = [], is1904 = false, more = {} }: WorkbookParts): Zippable {
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const codes = formats.map((format, at) => (typeof format === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${format}"/>` : ''));
  const styles = formats.map((format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + at}" applyNumberFormat="1"/>`);
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': bytes(`${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
    '_rels/.rels': bytes(
      `${XML}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`
    ),
    'xl/workbook.xml': bytes(
      `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`
    ),
    'xl/_rels/workbook.xml.rels': bytes(
      `${XML}<Relationships xmlns="${PACKAGE}">${sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('rIdS', 'sharedStrings', 'sharedStrings.xml')}${relation('rIdT', 'styles', 'styles.xml')}</Relationships>`
    ),
    'xl/sharedStrings.xml': bytes(`${XML}<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    'xl/styles.xml': bytes(
      `${XML}<styleSheet ${MAIN}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`
    )
  };
  sheets.forEach(({ rows, after = '' }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = bytes(`${XML}<worksheet ${MAIN}><sheetData>${rows}</sheetData>${after}</worksheet>`);
  });
  return { ...parts, ...more };
}

/** A whole workbook of these parts. */
export function workbookFile(parts: WorkbookParts, name = 'orders.xlsx'): File {
  return new File([zipSync(workbookParts(parts)) as Uint8Array<ArrayBuffer>], name);
}

/** A row of inline texts and numbers; a string that starts with '<' is a cell written out. */
export function sheetRow(row: number, cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell, column) => {
    const place = `r="${columnLetters(column)}${row}"`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    return cell.startsWith('<') ? cell : `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

export function columnLetters(column: number): string {
  return (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') + String.fromCharCode(65 + (column % 26));
}
