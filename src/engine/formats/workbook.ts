import type { FileTable } from '../contract.ts';
import { unreadable } from '../readers/unreadable.ts';
import { numberKind, type NumberKind } from './number-format.ts';
import type { Progress } from './progress.ts';
import { scanXml, type Markup } from './xml-scanner.ts';
import { attributeOf, workbookText } from './xml-text.ts';
import type { Zip } from './zip.ts';

/** A sheet of cells; charts and macros have none. */
export interface Sheet extends FileTable {
  readonly path: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  /** Hidden ones last. */
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

const id = attributeOf('Id');
const type = attributeOf('Type');
const target = attributeOf('Target');
const name = attributeOf('name');
const sheetRelation = attributeOf('r:id');
const state = attributeOf('state');
const date1904 = attributeOf('date1904');
const count = attributeOf('ref');
const formatId = attributeOf('numFmtId');
const formatCode = attributeOf('formatCode');

/** A markup of which only the opening tags matter. */
function opening(open: Markup['open']): Markup {
  return { open, text: () => undefined, close: () => undefined };
}

/** The parts of a workbook that its sheets need. Rejects where it has no sheet with cells. */
export async function readWorkbook(zip: Zip, progress: Progress): Promise<Workbook> {
  const main = (await relationsOf(zip, '', progress)).find((one) => one.type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml';
  const relations = await relationsOf(zip, main, progress);
  const part = (kind: string) => relations.find((one) => one.type.endsWith(`/${kind}`) && zip.has(one.path))?.path ?? null;
  const found: Omit<Sheet, 'rows'>[] = [];
  let is1904 = false;
  await scanXml(
    zip.bytes(main, progress),
    opening((tag, attributes) => {
      if (tag === 'workbookPr') is1904 = /^(?:1|true|on)$/.test(date1904(attributes) ?? '');
      if (tag !== 'sheet') return;
      const relation = relations.find((one) => one.id === sheetRelation(attributes));
      if (!relation?.type.endsWith('/worksheet') || !zip.has(relation.path)) return;
      found.push({ name: workbookText(name(attributes) ?? ''), path: relation.path, isHidden: /hidden/i.test(state(attributes) ?? '') });
    })
  );
  if (found.length === 0) throw unreadable('no-sheets');
  const sheets: Sheet[] = [];
  for (const sheet of [...found.filter((one) => !one.isHidden), ...found.filter((one) => one.isHidden)])
    sheets.push({ ...sheet, rows: await rowsOf(zip, sheet.path, progress) });
  return { sheets, is1904, sharedStrings: part('sharedStrings'), styles: part('styles') };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** The parts that `path` refers to. What lies outside the file is never followed. */
async function relationsOf(zip: Zip, path: string, progress: Progress): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const part = `${folder}_rels/${path.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(part)) return relations;
  await scanXml(
    zip.bytes(part, progress),
    opening((tag, attributes) => {
      const to = target(attributes);
      if (tag !== 'Relationship' || to === undefined || /TargetMode\s*=\s*["']External/i.test(attributes)) return;
      relations.push({ id: id(attributes) ?? '', type: type(attributes) ?? '', path: resolved(folder, to) });
    })
  );
  return relations;
}

function resolved(folder: string, to: string): string {
  if (to.startsWith('/')) return to.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of to.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The rows a sheet says it has, near its beginning; null when it does not. */
async function rowsOf(zip: Zip, path: string, progress: Progress): Promise<number | null> {
  for await (const piece of zip.bytes(path, progress)) {
    const range = /<(?:\w+:)?dimension\b([^>]*)>/.exec(new TextDecoder().decode(piece));
    const corner = /:[A-Z]+(\d+)$/.exec(count(range?.[1] ?? '') ?? '');
    return corner ? Number(corner[1]) : null;
  }
  return null;
}

/** The kind of number behind each style of the workbook. */
export async function readStyles(zip: Zip, path: string | null, progress: Progress): Promise<readonly NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  if (path === null) return kinds;
  let isInCells = false;
  await scanXml(zip.bytes(path, progress), {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(formatId(attributes)), formatCode(attributes) ?? '');
      else if (tag === 'cellXfs') isInCells = true;
      else if (tag === 'xf' && isInCells) {
        const number = Number(formatId(attributes) ?? 0);
        kinds.push(numberKind(number, codes.get(number)));
      }
    },
    text: () => undefined,
    close(tag) {
      if (tag === 'cellXfs') isInCells = false;
    }
  });
  return kinds;
}

/** The texts that cells refer to by their place, without the reading aids of Chinese and Japanese. */
export async function readSharedStrings(zip: Zip, path: string | null, progress: Progress): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === null) return strings;
  let text = '';
  let isText = false;
  let isAid = false;
  await scanXml(zip.bytes(path, progress), {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') isAid = true;
      else if (tag === 't') isText = !isAid;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(tag) {
      if (tag === 't') isText = false;
      else if (tag === 'rPh') isAid = false;
      else if (tag === 'si') strings.push(workbookText(text));
    }
  });
  return strings;
}
