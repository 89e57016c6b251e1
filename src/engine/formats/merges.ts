import { isValue } from '../readers/text-shape.ts';

/** A block of joined cells, counted from 0, both ends within. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows that may belong to a header. */
export const HEAD_ROWS = 30;
/** Beyond so many joined blocks they are decoration, not structure. */
const MOST = 200_000;

/** What joined cells mean for the rows of a table: a block down a column is one value for each of its rows. */
export class Merges {
  readonly #all: Merge[] = [];
  /** Blocks down one column, by their first row. */
  readonly #down = new Map<number, Merge[]>();
  #open: { readonly merge: Merge; readonly text: string }[] = [];

  add(merge: Merge): void {
    if (this.#all.length >= MOST) return;
    this.#all.push(merge);
    if (merge.bottom === merge.top || merge.left !== merge.right) return;
    const same = this.#down.get(merge.top);
    if (same) same.push(merge);
    else this.#down.set(merge.top, [merge]);
  }

  /** Whether rows must be read again, because cells below others share their value. */
  get reachDown(): boolean {
    return this.#down.size > 0;
  }

  /** Writes the value of a block into its other rows; rows must come in order. */
  fill(row: number, cells: string[]): void {
    this.#open = this.#open.filter((one) => one.merge.bottom >= row);
    for (const { merge, text } of this.#open) {
      while (cells.length <= merge.left) cells.push('');
      cells[merge.left] = text;
    }
    for (const merge of this.#down.get(row) ?? []) {
      const text = cells[merge.left] ?? '';
      if (text !== '') this.#open.push({ merge, text });
    }
  }

  /**
   * Makes one header of two or more rows in which groups of columns are joined above their names, and other names
   * reach down beside them. `rows` are the first of the sheet, filled already: the last row of the header
   * becomes whole, the rows above it one cell each.
   */
  flattenHeader(rows: string[][]): void {
    const tall = this.#all.filter((one) => one.left === one.right && one.bottom > one.top && one.bottom < Math.min(rows.length, HEAD_ROWS));
    const header = tall.find((one) => this.#groups(one).length > 0);
    if (!header) return;
    const { top, bottom } = header;
    const names = rows[bottom] as string[];
    if (rows.slice(top, bottom + 1).some((cells) => cells.some((cell) => cell !== '' && isValue(cell)))) return;
    const written = [...names];
    for (const group of this.#groups(header)) {
      const label = rows[top]?.[group.left] ?? '';
      for (let column = group.left; column <= group.right; column++) {
        const name = written[column] ?? '';
        const isOnly = name !== '' && written.filter((other) => other === name).length === 1;
        if (!isOnly && label !== '') names[column] = name === '' ? label : `${label} ${name}`;
      }
    }
    for (let row = top; row < bottom; row++) {
      const labels = (rows[row] as string[]).filter((cell, column) => cell !== '' && cell !== names[column]);
      rows[row] = labels.length === 0 ? [] : [labels.join(' · ')];
    }
  }

  /** Blocks along the first row of a header that name several columns below them. */
  #groups(header: Merge): Merge[] {
    return this.#all.filter((one) => one.top === header.top && one.bottom < header.bottom && one.right > one.left);
  }
}
