import type { FileKind } from '../contract.ts';
import type { Unreadable } from './unreadable.ts';

/** What the first bytes of a file tell: a kind that is read, an archive to be opened, or why it is refused. */
export type FirstBytes = FileKind | 'zip' | 'gzip' | Extract<Unreadable, `kind:${string}`>;

const SIGNATURES: readonly (readonly [kind: FirstBytes, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  // A workbook without the container around it, as simple exporters write it.
  ['xls', [0x09, 0x08]],
  ['xls', [0x09, 0x04, 0x06, 0x00]],
  ['xls', [0x09, 0x02, 0x06, 0x00]],
  ['xls', [0x09, 0x00, 0x04, 0x00]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['gzip', [0x1f, 0x8b]],
  ['kind:pdf', [0x25, 0x50, 0x44, 0x46]],
  ['kind:image', [0x89, 0x50, 0x4e, 0x47]],
  ['kind:image', [0xff, 0xd8, 0xff]],
  ['kind:image', [0x47, 0x49, 0x46, 0x38]],
  ['kind:binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['kind:archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['kind:archive', [0x52, 0x61, 0x72, 0x21]],
  ['kind:archive', [0x42, 0x5a, 0x68]],
  ['kind:archive', [0xfd, 0x37, 0x7a, 0x58]],
  ['kind:archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['kind:arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['kind:arrow', [0x46, 0x45, 0x41, 0x31]],
  ['kind:arrow', [0xff, 0xff, 0xff, 0xff]],
  ['kind:database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['kind:database', [0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6e]]
];

const TAR_SIGN = 257;

/** What a file is by its first bytes (up to 4,096), never by its name. */
export function kindOf(bytes: Uint8Array): FirstBytes {
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind;
  }
  if (new TextDecoder('latin1').decode(bytes.subarray(TAR_SIGN, TAR_SIGN + 5)) === 'ustar') return 'kind:archive';
  const start = startOf(bytes);
  if (/^<(?:\?xml|\?mso-application|workbook|ss:workbook)/i.test(start))
    return /urn:schemas-microsoft-com:office:spreadsheet/.test(start) && !/<html\b/i.test(start) ? 'xml' : 'html';
  if (/^(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype|html|head|body|table|meta|style|div|tr)\b/i.test(start)) return 'html';
  if (/^\{\s*(?:"|\}|$)/.test(start)) return isLines(start) ? 'ndjson' : 'json';
  return /^\[\s*(?:[[{\]"]|-?\d+(?:\.\d+)?\s*[,\]]|(?:true|false|null)\b|$)/.test(start) ? 'json' : 'text';
}

/** Whether the first line is a record of its own and another one, or nothing, follows it. */
function isLines(start: string): boolean {
  const end = start.indexOf('\n');
  const [line, next] = end < 0 ? [start, ''] : [start.slice(0, end), start.slice(end).trimStart()];
  if (next !== '' && !next.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return next !== '';
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
}

function startOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).trimStart();
}

/** Whether decoded text is full of control characters, as no table is. */
export function isBinary(text: string): boolean {
  const length = Math.min(text.length, 20_000);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) controls++;
  }
  return controls > Math.max(8, length * 0.05);
}
