const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  yen: '¥',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×'
};

/** Text with its character references resolved; names that XML and web pages do not have stay as they are. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Text of a workbook: signs that XML cannot hold are written as _x000D_ there. */
export function workbookText(text: string): string {
  const plain = plainText(text);
  return plain.includes('_x') ? plain.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : plain;
}

/** Reads one attribute, resolved; undefined where a tag has none. `name` may have a prefix, which the tag may spell otherwise. */
export function attributeOf(name: string): (attributes: string) => string | undefined {
  const needle = ` ${name}="`;
  const local = name.slice(name.indexOf(':') + 1);
  const loose = new RegExp(`(?:^|\\s)${name.includes(':') ? '[\\w.-]+:' : ''}${local}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  return (attributes) => {
    const at = attributes.indexOf(needle);
    if (at >= 0) {
      const start = at + needle.length;
      const end = attributes.indexOf('"', start);
      return plainText(attributes.slice(start, end < 0 ? undefined : end));
    }
    if (!LOOSELY_WRITTEN.test(attributes) && !attributes.includes(`:${local}=`)) return undefined;
    const found = loose.exec(attributes);
    const value = found?.[1] ?? found?.[2] ?? found?.[3];
    return value === undefined ? undefined : plainText(value);
  };
}

// Anything but one blank, a name and a value in double quotes.
const LOOSELY_WRITTEN = /'|[\t\n\r]|\s=|=\s|=[^"'\s]|[A-Z]+=/;
