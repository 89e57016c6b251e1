import type { Unreadable } from './unreadable.ts';

type Kind = Extract<Unreadable, `kind:${string}`>;

const SIGNATURES: readonly (readonly [kind: Kind, bytes: readonly number[]])[] = [
  ['kind:xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['kind:xlsx', [0x50, 0x4b, 0x05, 0x06]],
  ['kind:xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['kind:parquet', [0x50, 0x41, 0x52, 0x31]],
  ['kind:gzip', [0x1f, 0x8b]],
  ['kind:pdf', [0x25, 0x50, 0x44, 0x46]],
  ['kind:image', [0x89, 0x50, 0x4e, 0x47]],
  ['kind:image', [0xff, 0xd8, 0xff]],
  ['kind:image', [0x47, 0x49, 0x46, 0x38]],
  ['kind:binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['kind:binary', [0x37, 0x7a, 0xbc, 0xaf]],
  ['kind:binary', [0x52, 0x61, 0x72, 0x21]],
  ['kind:binary', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]]
];

/** What a file that is not a text table is, by its first bytes (never by its name); null when it may be one. */
export function foreignKind(bytes: Uint8Array): Kind | null {
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind;
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).replace(/^ï»¿/, '').trimStart();
  if (/^<(?:!doctype|html|head|body|table|meta|\?xml)/i.test(start)) return 'kind:html';
  if (/^(?:\[\s*)?\{\s*"/.test(start)) return 'kind:json';
  return null;
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
