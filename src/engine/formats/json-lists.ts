import { unreadable } from '../readers/unreadable.ts';
import { LIMITS } from './limits.ts';

/** A list of records in a JSON text; places count in characters. */
export interface JsonList {
  /** Names of the objects around it, such as `data.orders`; '' for the text itself. */
  readonly name: string;
  /** Behind its opening bracket. */
  readonly start: number;
  /** Objects and lists directly in it. */
  readonly records: number;
}

/** Lists further inside than this belong to records. */
const DEEPEST_NAME = 4;

interface Level {
  readonly isList: boolean;
  readonly start: number;
  /** Null when a list lies around it. */
  readonly name: string | null;
  key: string;
  records: number;
}

/** Goes once over a JSON text, given in pieces, and finds the lists that could be tables. */
export class JsonLists {
  readonly lists: JsonList[] = [];
  /** Objects and lists that are in nothing: more than one where texts follow each other. */
  roots = 0;
  /** The text is a list, of whatever. */
  isList = false;
  readonly #levels: Level[] = [];
  #offset = 0;
  #isString = false;
  #isEscaped = false;
  /** The string being read, while it may be a name. */
  #string: string | null = null;

  write(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isString) {
        const end = this.#stringEnd(text, at);
        if (this.#string !== null && this.#string.length < 500) this.#string += text.slice(at, end);
        at = end;
        continue;
      }
      if (code === 0x22) {
        this.#isString = true;
        const top = this.#levels[this.#levels.length - 1];
        this.#string = top && !top.isList && this.#levels.length <= DEEPEST_NAME ? '' : null;
      } else if (code === 0x3a) {
        const top = this.#levels[this.#levels.length - 1];
        if (top && this.#string !== null) top.key = this.#string;
        this.#string = null;
      } else if (code === 0x7b || code === 0x5b) this.#open(code === 0x5b, this.#offset + at + 1);
      else if (code === 0x7d || code === 0x5d) this.#close(code === 0x5d);
    }
    this.#offset += text.length;
  }

  /** Rejects a text that stops in the middle. */
  end(): void {
    if (this.#levels.length > 0 || this.#isString) throw unreadable('json-broken', { line: this.#recordsSoFar() });
  }

  /** Where the string that goes on at `from` ends in this piece: at its quote, or at the piece's end. */
  #stringEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      if (this.#isEscaped) {
        this.#isEscaped = false;
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === 0x5c) this.#isEscaped = true;
      else if (code === 0x22) {
        this.#isString = false;
        return at;
      }
    }
    return text.length;
  }

  #open(isList: boolean, start: number): void {
    const top = this.#levels[this.#levels.length - 1];
    if (top) top.records += 1;
    else {
      this.roots += 1;
      this.isList = isList && this.roots === 1;
    }
    if (this.#levels.length >= LIMITS.jsonDepth) throw unreadable('json-too-deep', { depth: LIMITS.jsonDepth });
    const name = !top ? '' : top.isList || top.name === null ? null : top.name === '' ? top.key : `${top.name}.${top.key}`;
    this.#levels.push({ isList, start, name: this.#levels.length > DEEPEST_NAME ? null : name, key: '', records: 0 });
    this.#string = null;
  }

  #close(isList: boolean): void {
    const level = this.#levels.pop();
    if (!level || level.isList !== isList) throw unreadable('json-broken', { line: this.#recordsSoFar() });
    if (level.isList && level.name !== null && level.records > 0)
      this.lists.push({ name: level.name, start: level.start, records: level.records });
  }

  #recordsSoFar(): number {
    return this.#levels.find((level) => level.isList)?.records ?? Math.max(1, this.roots);
  }
}
