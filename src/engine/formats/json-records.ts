import { unreadable } from '../readers/unreadable.ts';
import { numberText } from './cell-text.ts';
import { CsvWriter } from './csv-writer.ts';
import { LIMITS } from './limits.ts';
import { WarningCounts } from './warning-counts.ts';

interface Node {
  /** -1 for a name that only stands before others, such as `customer` of `customer.email`. */
  column: number;
  readonly children: Map<string, Node>;
  /** Kinds of values seen, as bits. */
  kinds: number;
  isMixed: boolean;
}

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 4;
const OBJECT = 8;

// A whole number of JSON with more digits than a double holds, outside strings as far as one can see.
const LONG_NUMBER = /[:,[{]\s*-?\d{16}|^\s*-?\d{16}/;
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Records of JSON as rows. Objects inside become columns named by their path (`customer.email`); lists stay in one
 * cell: plain values side by side, lists of objects as JSON.
 */
export class JsonRecords {
  readonly writer = new CsvWriter();
  readonly warnings = new WarningCounts();
  readonly #root: Node = node();
  readonly #names: string[] = [];
  #entries = 0;
  #hasObjects = false;

  /** Adds one record, given as JSON. */
  add(text: string): void {
    const value = this.#parsed(text);
    if (Array.isArray(value) && !this.#hasObjects) {
      this.writer.row(value.map((cell) => this.#cell(cell)));
      return;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.skip();
    if (!this.#hasObjects && this.writer.rows > 0) return this.skip();
    this.#hasObjects = true;
    const cells: string[] = [];
    this.#fill(value as Record<string, unknown>, this.#root, '', cells, 1);
    this.writer.row(cells);
  }

  /** Notes something between the records that is none. */
  skip(): void {
    this.warnings.count('not-a-record', this.#entries);
  }

  /** Counts one more thing in the list, record or not. */
  next(): void {
    this.#entries++;
  }

  /** Names of the columns; null where the records were lists. */
  get header(): readonly string[] | null {
    return this.#hasObjects ? this.#names : null;
  }

  #parsed(text: string): unknown {
    if (text.length > LIMITS.recordBytes) throw unreadable('record-too-large', { limit: LIMITS.recordBytes });
    // Ids of more than 15 digits would lose their last ones as numbers: they are read as text.
    const safe = LONG_NUMBER.test(text) ? text.replace(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`)) : text;
    try {
      return JSON.parse(safe);
    } catch (error) {
      if (error instanceof SyntaxError) throw unreadable('json-broken', { line: this.#entries });
      throw error;
    }
  }

  #fill(record: Readonly<Record<string, unknown>>, parent: Node, path: string, cells: string[], depth: number): void {
    if (depth > LIMITS.jsonDepth) throw unreadable('json-too-deep', { depth: LIMITS.jsonDepth });
    for (const key of Object.keys(record)) {
      const value = record[key];
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      let child = parent.children.get(key);
      if (!child) {
        child = node();
        parent.children.set(key, child);
      }
      if (isObject) {
        this.#note(child, OBJECT);
        this.#fill(value as Record<string, unknown>, child, path === '' ? key : `${path}.${key}`, cells, depth + 1);
        continue;
      }
      if (value === null || value === '') {
        if (child.column < 0 && child.kinds === 0) child.column = this.#column(key, path);
        continue;
      }
      if (child.column < 0) child.column = this.#column(key, path);
      this.#note(child, kindOf(value));
      while (cells.length < child.column) cells.push('');
      const text = this.#cell(value);
      cells[child.column] = cells[child.column] ? `${cells[child.column]}; ${text}` : text;
    }
  }

  #column(key: string, path: string): number {
    const name = path === '' ? key : `${path}.${key}`;
    const same = this.#names.indexOf(name);
    const column = same >= 0 ? same : this.#names.push(name) - 1;
    if (column >= LIMITS.columns) throw unreadable('too-many-columns', { columns: LIMITS.columns });
    return column;
  }

  #note(child: Node, kind: number): void {
    child.kinds |= kind;
    if (child.isMixed || (child.kinds & (child.kinds - 1)) === 0) return;
    child.isMixed = true;
    this.warnings.count('mixed-types', this.#entries);
  }

  #cell(value: unknown): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numberText(value);
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return String(value);
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null))
      return value.map((one) => this.#cell(one)).join('; ');
    this.warnings.count('list-as-text', this.#entries);
    return this.#written(value);
  }

  #written(value: unknown): string {
    try {
      return JSON.stringify(value);
    } catch (error) {
      // Too deep to be written.
      if (error instanceof RangeError) throw unreadable('json-too-deep', { depth: LIMITS.jsonDepth });
      throw error;
    }
  }
}

/** Long numbers were made texts on the way in: they are of either kind. */
function kindOf(value: unknown): number {
  if (typeof value === 'number') return NUMBER;
  if (typeof value === 'boolean') return BOOLEAN;
  return typeof value === 'string' && value.length >= 16 && /^-?\d+$/.test(value) ? 0 : TEXT;
}

function node(): Node {
  return { column: -1, children: new Map(), kinds: 0, isMixed: false };
}
