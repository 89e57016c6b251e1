import { decoded, RECORD, recordsFrom, rkNumber, type BiffRecord } from './biff-records.ts';
import { CellNumbers, hasLostDigits } from './cell-text.ts';
import { Merges } from './merges.ts';
import type { NumberKind } from './number-format.ts';
import { WarningCounts } from './warning-counts.ts';

/** What cells of a binary workbook refer to. */
export interface BiffSources {
  /** Texts of Excel 97 and later know their width; older ones are bytes in a code page. */
  readonly isUnicode: boolean;
  readonly texts: readonly string[];
  readonly styles: readonly NumberKind[];
  readonly is1904: boolean;
  readonly decode: (bytes: Uint8Array) => string;
}

/** The cells of one sheet by row, as text. Rejects with a RangeError where a record is shorter than it must be. */
export class BiffSheet {
  readonly rows: string[][] = [];
  readonly merges = new Merges();
  readonly warnings = new WarningCounts();
  readonly #sources: BiffSources;
  readonly #numbers: CellNumbers;
  /** A formula's text stands in the record behind it. */
  #waiting: { row: number; column: number } | null = null;

  constructor(bytes: Uint8Array, start: number, sources: BiffSources) {
    this.#sources = sources;
    this.#numbers = new CellNumbers(sources.is1904);
    let depth = 0;
    for (const record of recordsFrom(bytes, start)) {
      if (record.id === RECORD.bof) depth++;
      // A chart inside the sheet has an end of its own.
      else if (record.id === RECORD.eof && --depth <= 0) return;
      else if (depth === 1) this.#take(record);
    }
    throw new RangeError('the sheet has no end');
  }

  #take({ id, data }: BiffRecord): void {
    switch (id) {
      case RECORD.labelSst:
        this.#set(data, this.#sources.texts[data.getUint32(6, true)] ?? '');
        break;
      case RECORD.label:
      case RECORD.rString:
        this.#set(data, textAt(data, 6, this.#sources));
        break;
      case RECORD.number:
        this.#set(data, this.#number(data, 4, data.getFloat64(6, true)));
        break;
      case RECORD.rk:
        this.#set(data, this.#number(data, 4, rkNumber(data.getInt32(6, true))));
        break;
      case RECORD.mulRk:
        for (let at = 4, column = data.getUint16(2, true); at + 6 <= data.byteLength - 2; at += 6, column++)
          this.#put(data.getUint16(0, true), column, this.#number(data, at, rkNumber(data.getInt32(at + 2, true))));
        break;
      case RECORD.boolErr:
        this.#set(data, data.getUint8(7) === 1 ? this.#error(data) : data.getUint8(6) === 1 ? 'TRUE' : 'FALSE');
        break;
      case RECORD.formula:
      case RECORD.formulaOld:
      case RECORD.formulaOlder:
        this.#formula(data);
        break;
      case RECORD.string:
        if (this.#waiting) this.#put(this.#waiting.row, this.#waiting.column, textAt(data, 0, this.#sources));
        this.#waiting = null;
        break;
      case RECORD.mergedCells:
        for (let at = 2; at + 8 <= data.byteLength; at += 8) {
          const [top, bottom, left, right] = [0, 2, 4, 6].map((more) => data.getUint16(at + more, true)) as [
            number,
            number,
            number,
            number
          ];
          this.merges.add({ top, bottom, left, right });
        }
        break;
    }
  }

  #formula(data: DataView): void {
    const isNumber = data.getUint16(12, true) !== 0xffff;
    if (isNumber) return this.#set(data, this.#number(data, 4, data.getFloat64(6, true)));
    const kind = data.getUint8(6);
    if (kind === 0) this.#waiting = { row: data.getUint16(0, true), column: data.getUint16(2, true) };
    else if (kind === 1) this.#set(data, data.getUint8(8) === 1 ? 'TRUE' : 'FALSE');
    else if (kind === 2) this.#set(data, this.#error(data));
  }

  #error(data: DataView): string {
    this.warnings.count('error-cell', data.getUint16(0, true) + 1);
    return '';
  }

  #number(data: DataView, styleAt: number, value: number): string {
    const kind = this.#sources.styles[data.getUint16(styleAt, true)] ?? 'number';
    if (kind === 'number' && hasLostDigits(value)) this.warnings.count('lost-digits', data.getUint16(0, true) + 1);
    return this.#numbers.text(value, kind);
  }

  #set(data: DataView, text: string): void {
    this.#put(data.getUint16(0, true), data.getUint16(2, true), text);
  }

  #put(row: number, column: number, text: string): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] as string[];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
}

/** A text with its length before it, at a place in a record; one that is cut off gives what is there. */
export function textAt(data: DataView, at: number, { isUnicode, decode }: Pick<BiffSources, 'isUnicode' | 'decode'>): string {
  const length = data.getUint16(at, true);
  if (!isUnicode) {
    const start = data.byteOffset + at + 2;
    return decode(new Uint8Array(data.buffer, start, Math.min(length, data.byteLength - at - 2)));
  }
  if (length === 0) return '';
  const isWide = (data.getUint8(at + 2) & 1) === 1;
  const most = Math.floor((data.byteLength - at - 3) / (isWide ? 2 : 1));
  return decoded(data, at + 3, Math.min(length, most), isWide);
}
