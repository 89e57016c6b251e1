/** Record numbers of the binary workbook format ([MS-XLS] 2.3), as far as cells need them. */
export const RECORD = {
  formula: 0x0006,
  formulaOld: 0x0206,
  formulaOlder: 0x0406,
  eof: 0x000a,
  date1904: 0x0022,
  continue: 0x003c,
  filepass: 0x002f,
  codepage: 0x0042,
  sheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  mergedCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809
} as const;

/** One record; its bytes may go on in `continue` records behind it. */
export interface BiffRecord {
  readonly id: number;
  readonly at: number;
  readonly data: DataView;
}

/** The records from `at` on; a record that is cut off at the end is left out. */
export function* recordsFrom(bytes: Uint8Array, at: number): Generator<BiffRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  while (at + 4 <= bytes.length) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > bytes.length) return;
    yield { id: view.getUint16(at, true), at, data: new DataView(bytes.buffer, bytes.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}

/** A number packed into 30 bits ([MS-XLS] 2.5.217). */
export function rkNumber(rk: number): number {
  let value: number;
  if (rk & 2) value = rk >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(0, rk & 0xfffffffc);
    value = view.getFloat64(0);
  }
  return rk & 1 ? value / 100 : value;
}

/** The shared texts of a workbook, whose characters may change their width where one record goes on in the next. */
export function sharedTexts(blocks: readonly DataView[]): string[] {
  const source = new Blocks(blocks);
  source.skip(4);
  const count = source.uint32();
  const texts: string[] = [];
  while (texts.length < count && !source.isAtEnd) {
    const length = source.uint16();
    const flags = source.uint8();
    const runs = flags & 8 ? source.uint16() : 0;
    const extra = flags & 4 ? source.uint32() : 0;
    texts.push(source.characters(length, (flags & 1) === 1));
    source.skip(runs * 4 + extra);
  }
  return texts;
}

class Blocks {
  readonly #blocks: readonly DataView[];
  #block = 0;
  #at = 0;

  constructor(blocks: readonly DataView[]) {
    this.#blocks = blocks;
  }

  get isAtEnd(): boolean {
    this.#next();
    return this.#block >= this.#blocks.length;
  }

  uint8(): number {
    this.#next();
    const value = this.#view().getUint8(this.#at);
    this.#at++;
    return value;
  }

  uint16(): number {
    return this.uint8() | (this.uint8() << 8);
  }

  uint32(): number {
    return this.uint16() + this.uint16() * 65_536;
  }

  skip(bytes: number): void {
    while (bytes > 0 && !this.isAtEnd) {
      const here = Math.min(bytes, this.#view().byteLength - this.#at);
      this.#at += here;
      bytes -= here;
    }
  }

  characters(count: number, isWide: boolean): string {
    let text = '';
    while (count > 0) {
      if (this.#at >= this.#view().byteLength) {
        if (this.#block + 1 >= this.#blocks.length) throw new RangeError('a text is cut off');
        this.#block++;
        // Each part of a text that goes on begins with its own width.
        isWide = (this.#view().getUint8(0) & 1) === 1;
        this.#at = 1;
      }
      const view = this.#view();
      const here = Math.min(count, Math.floor((view.byteLength - this.#at) / (isWide ? 2 : 1)));
      if (here === 0) throw new RangeError('a character is cut off');
      text += decoded(view, this.#at, here, isWide);
      this.#at += here * (isWide ? 2 : 1);
      count -= here;
    }
    return text;
  }

  #view(): DataView {
    const view = this.#blocks[this.#block];
    if (!view) throw new RangeError('a text is cut off');
    return view;
  }

  #next(): void {
    while (this.#block < this.#blocks.length && this.#at >= this.#view().byteLength) {
      this.#block++;
      this.#at = 0;
    }
  }
}

/** Characters of one or two bytes: Latin-1, not Windows-1252, or UTF-16. */
export function decoded(view: DataView, at: number, count: number, isWide: boolean): string {
  if (isWide) return new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at, count * 2));
  let text = '';
  for (let index = 0; index < count; index++) text += String.fromCharCode(view.getUint8(at + index));
  return text;
}
