import type { Encoding } from '../../src/engine/contract.ts';

/** `text` in an encoding, by turning the platform's decoder round. Throws on a character it does not have. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    if (encoding === 'utf-16be') for (let at = 0; at < bytes.length; at += 2) bytes.subarray(at, at + 2).reverse();
    return bytes;
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = character < '\x80' ? [character.charCodeAt(0)] : table.get(character);
      if (!bytes) throw new RangeError(`${character} is not in ${encoding}`);
      return bytes;
    })
  );
}

function tableOf(encoding: Encoding): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let first = 0x80; first <= 0xff; first++) {
    add([first]);
    if (encoding !== 'windows-1252') for (let second = 0x40; second <= 0xfe; second++) add([first, second]);
  }
  return table;
}
