import { unreadable } from '../readers/unreadable.ts';
import { LIMITS } from './limits.ts';

/** What is in a marked-up text, in the order of the text. Names are without prefix; attributes are as they stand. */
export interface Markup {
  open(name: string, attributes: string, isEmpty: boolean): void;
  /** Character references are not resolved: see `plainText`. */
  text(text: string): void;
  close(name: string): void;
}

/** Cuts marked-up text into tags and text, given in pieces of any size. Never resolves entities of the text's own. */
export class XmlScanner {
  readonly #markup: Markup;
  readonly #isHtml: boolean;
  #rest = '';
  #depth = 0;
  /** The element of a web page that is open and holds no tags, such as a script. */
  #raw: string | null = null;

  constructor(markup: Markup, isHtml = false) {
    this.#markup = markup;
    this.#isHtml = isHtml;
  }

  /** Rejects document types in XML: what they can declare reaches out or grows without bound. */
  write(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = this.#raw === null ? text.indexOf('<', at) : endOfRaw(text, this.#raw, at);
      if (open < 0) break;
      this.#raw = null;
      const end = this.#endOf(text, open);
      if (end < 0) break;
      if (open > at) this.#markup.text(text.slice(at, open));
      if (end === open) {
        // A sign, not a tag: "a < b" in a web page.
        this.#markup.text('<');
        at = open + 1;
        continue;
      }
      this.#tag(text, open, end);
      at = end;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > LIMITS.recordBytes) throw unreadable('damaged');
  }

  /** Rejects XML that stops in the middle. */
  end(): void {
    if (this.#isHtml) {
      if (this.#rest !== '') this.#markup.text(this.#rest);
    } else if (this.#depth !== 0 || this.#rest.trim() !== '') throw unreadable('damaged');
    this.#rest = '';
  }

  /** Where the tag that opens at `open` ends, -1 when that is not in the text yet, `open` when it is no tag. */
  #endOf(text: string, open: number): number {
    const next = text.charCodeAt(open + 1);
    if (Number.isNaN(next)) return -1;
    if (next === 0x21) {
      const start = text.slice(open, open + 9);
      if (start.startsWith('<!--')) return after(text, '-->', open + 4);
      if (start === '<![CDATA[') return after(text, ']]>', open + 9);
      if (start.length < 9 && ('<![CDATA['.startsWith(start) || '<!--'.startsWith(start))) return -1;
      if (!this.#isHtml && !start.startsWith('<![')) throw unreadable('foreign-entities');
      return after(text, '>', open);
    }
    if (next === 0x3f) return after(text, '>', open);
    if (this.#isHtml && !isLetter(next) && next !== 0x2f) return open;
    let end = text.indexOf('>', open);
    const first = end;
    while (end >= 0 && isInQuotes(text, open, end)) {
      end = text.indexOf('>', end + 1);
      // In a web page a stray quote is likelier than an attribute of this length.
      if (this.#isHtml && (end < 0 || end - open > 20_000)) return first + 1;
    }
    return end < 0 ? -1 : end + 1;
  }

  #tag(text: string, open: number, end: number): void {
    const next = text.charCodeAt(open + 1);
    if (next === 0x21) {
      if (text.startsWith('<![CDATA[', open)) this.#markup.text(text.slice(open + 9, end - 3).replaceAll('&', '&amp;'));
      return;
    }
    if (next === 0x3f) return;
    const isClosing = next === 0x2f;
    const start = isClosing ? open + 2 : open + 1;
    let nameEnd = start;
    let nameStart = start;
    for (; nameEnd < end - 1; nameEnd++) {
      const code = text.charCodeAt(nameEnd);
      if (code === 0x3a) nameStart = nameEnd + 1;
      if (code <= 0x20 || code === 0x2f) break;
    }
    const name = text.slice(nameStart, nameEnd);
    if (isClosing) {
      this.#depth--;
      this.#markup.close(name);
      return;
    }
    const isEmpty = text.charCodeAt(end - 2) === 0x2f;
    this.#markup.open(name, text.slice(nameEnd, isEmpty ? end - 2 : end - 1), isEmpty);
    if (isEmpty) this.#markup.close(name);
    else {
      this.#depth++;
      if (this.#isHtml && /^(?:script|style)$/i.test(name)) this.#raw = name;
    }
  }
}

/** Cuts pieces of bytes as `XmlScanner` does text; UTF-8, or UTF-16 where a mark says so. */
export async function scanXml(bytes: AsyncIterable<Uint8Array>, markup: Markup): Promise<void> {
  const scanner = new XmlScanner(markup);
  let decoder: TextDecoder | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(
      piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8'
    );
    scanner.write(decoder.decode(piece, { stream: true }));
  }
  scanner.write(decoder?.decode() ?? '');
  scanner.end();
}

function endOfRaw(text: string, name: string, from: number): number {
  const at = text.slice(from).search(new RegExp(`</${name}`, 'i'));
  return at < 0 ? -1 : from + at;
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? -1 : at + sign.length;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isInQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (quote === 0) {
      if (code === 0x22 || code === 0x27) quote = code;
    } else if (code === quote) quote = 0;
  }
  return quote !== 0;
}
