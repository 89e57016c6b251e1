import type { LoadWarning } from '../contract.ts';
import { unreadable } from '../readers/unreadable.ts';
import { CellNumbers, hasLostDigits } from './cell-text.ts';
import { LIMITS } from './limits.ts';
import type { NumberKind } from './number-format.ts';
import { WarningCounts } from './warning-counts.ts';
import type { Markup } from './xml-scanner.ts';
import { attributeOf, workbookText } from './xml-text.ts';

/** Takes the rows of a sheet in order: the row's place counting from 0, its cells as text, '' for empty ones. */
export type TakeRow = (row: number, cells: string[]) => void;

/** What cells of a workbook refer to. */
export interface CellSources {
  readonly strings: readonly string[];
  readonly styles: readonly NumberKind[];
  readonly is1904: boolean;
}

const reference = attributeOf('r');
const style = attributeOf('s');
const type = attributeOf('t');
const range = attributeOf('ref');

/** Reads the markup of a worksheet (ECMA-376 part 1, 18.3) into rows and joined cells. */
export class XlsxSheet implements Markup {
  readonly #warnings = new WarningCounts();
  readonly #sources: CellSources;
  readonly #numbers: CellNumbers;
  readonly #takeRow: TakeRow;
  readonly #takeMerge: (range: string) => void;
  #row = -1;
  #cells: string[] = [];
  #column = 0;
  #type: string | undefined;
  #style = 0;
  #value = '';
  #isFormula = false;
  /** What text belongs to now: the value, an inline text, or nothing that counts. */
  #within: 'value' | 'inline' | null = null;
  #isAid = false;

  constructor(sources: CellSources, takeRow: TakeRow, takeMerge: (range: string) => void) {
    this.#sources = sources;
    this.#numbers = new CellNumbers(sources.is1904);
    this.#takeRow = takeRow;
    this.#takeMerge = takeMerge;
  }

  get warnings(): readonly LoadWarning[] {
    return this.#warnings.all;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        break;
      case 'v':
        this.#within = 'value';
        break;
      case 'f':
        this.#isFormula = true;
        break;
      case 'row':
        this.#openRow(reference(attributes));
        break;
      case 't':
        this.#within = this.#isAid ? null : 'inline';
        break;
      case 'rPh':
        this.#isAid = true;
        break;
      case 'mergeCell':
        this.#takeMerge(range(attributes) ?? '');
        break;
    }
  }

  text(text: string): void {
    if (this.#within !== null) this.#value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'c':
        this.#closeCell();
        break;
      case 'v':
      case 't':
        this.#within = null;
        break;
      case 'rPh':
        this.#isAid = false;
        break;
      case 'row':
        this.#takeRow(this.#row, this.#cells);
        this.#cells = [];
        break;
    }
  }

  #openRow(place: string | undefined): void {
    const row = place === undefined ? this.#row + 1 : Number(place) - 1;
    if (!Number.isInteger(row) || row <= this.#row) throw unreadable('damaged');
    if (row >= LIMITS.sheetRows) throw unreadable('sheet-too-large', { rows: LIMITS.sheetRows, columns: LIMITS.sheetColumns });
    this.#row = row;
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const place = reference(attributes);
    this.#column = place === undefined ? this.#column + 1 : columnOf(place);
    if (this.#column < 0 || this.#column >= LIMITS.sheetColumns)
      throw unreadable('sheet-too-large', { rows: LIMITS.sheetRows, columns: LIMITS.sheetColumns });
    this.#type = type(attributes);
    this.#style = Number(style(attributes) ?? -1);
    this.#value = '';
    this.#isFormula = false;
  }

  #closeCell(): void {
    const text = this.#text();
    if (text === '') return;
    const cells = this.#cells;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #text(): string {
    const value = this.#value;
    if (value === '') {
      if (this.#isFormula && this.#type !== 'str') this.#warnings.count('uncomputed-formula', this.#row + 1);
      return '';
    }
    switch (this.#type) {
      case 's':
        return this.#sources.strings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return workbookText(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        this.#warnings.count('error-cell', this.#row + 1);
        return '';
      case 'd':
        return value.replace('T', ' ').replace(/(?: 00:00:00(?:\.0+)?)?Z?$/, '');
      default:
        return this.#number(value);
    }
  }

  #number(value: string): string {
    const number = Number(value);
    if (!Number.isFinite(number)) return workbookText(value);
    const kind = this.#sources.styles[this.#style] ?? 'number';
    if (kind === 'number' && hasLostDigits(number)) this.#warnings.count('lost-digits', this.#row + 1);
    return this.#numbers.text(number, kind);
  }
}

/** The column of a reference such as AB12, counting from 0; -1 when it has none. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
