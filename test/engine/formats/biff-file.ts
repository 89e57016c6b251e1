/** Writes old binary workbooks by hand: records, and the OLE container around them. */

const u16 = (...values: number[]) => values.flatMap((value) => [value & 255, (value >> 8) & 255]);
const u32 = (...values: number[]) => values.flatMap((value) => [...u16(value & 0xffff), ...u16(Math.floor(value / 65_536) & 0xffff)]);

function float(value: number): number[] {
  return [...new Uint8Array(new Float64Array([value]).buffer)];
}

export function record(id: number, bytes: readonly number[]): number[] {
  return [...u16(id, bytes.length), ...bytes];
}

const wide = (text: string) => [...text].flatMap((character) => u16(character.charCodeAt(0)));
const SUBSTREAM = { globals: 5, sheet: 0x10 } as const;
const bof = (version: number, kind: keyof typeof SUBSTREAM) => record(0x0809, u16(version, SUBSTREAM[kind], 0, 0));
const EOF = record(0x000a, []);

/** Records of cells; `style` is the place of a format among the workbook's. */
export const cell = {
  shared: (row: number, column: number, place: number) => record(0x00fd, [...u16(row, column, 0), ...u32(place)]),
  number: (row: number, column: number, value: number, style = 0) => record(0x0203, [...u16(row, column, style), ...float(value)]),
  rk: (row: number, column: number, rk: number, style = 0) => record(0x027e, [...u16(row, column, style), ...u32(rk)]),
  rks: (row: number, column: number, rks: readonly number[]) =>
    record(0x00bd, [...u16(row, column), ...rks.flatMap((rk) => [...u16(0), ...u32(rk)]), ...u16(column + rks.length - 1)]),
  bytes: (row: number, column: number, bytes: Uint8Array) => record(0x0204, [...u16(row, column, 0, bytes.length), ...bytes]),
  boolean: (row: number, column: number, value: boolean) => record(0x0205, [...u16(row, column, 0), value ? 1 : 0, 0]),
  error: (row: number, column: number) => record(0x0205, [...u16(row, column, 0), 42, 1]),
  formula: (row: number, column: number, text: string) => [
    ...record(0x0006, [...u16(row, column, 0), 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...u16(0), ...u32(0), ...u16(0)]),
    ...record(0x0207, [...u16(text.length), 1, ...wide(text)])
  ],
  merged: (top: number, bottom: number, left: number, right: number) => record(0x00e5, u16(1, top, bottom, left, right))
};

export interface BiffParts {
  readonly sheets: readonly { readonly name: string; readonly cells: readonly number[]; readonly isHidden?: boolean }[];
  readonly texts?: readonly string[];
  /** Number formats of the styles, in order; built-in ones by number. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Excel 5 writes bytes in a code page instead of Unicode. */
  readonly codePage?: number;
  readonly isEncrypted?: boolean;
}

/** The stream of a workbook: what is common first, then each sheet. */
export function biffStream({ sheets, texts = [], formats = [], is1904, codePage, isEncrypted }: BiffParts): Uint8Array<ArrayBuffer> {
  const version = codePage === undefined ? 0x0600 : 0x0500;
  const nameOf = (name: string) =>
    codePage === undefined ? [name.length, 1, ...wide(name)] : [name.length, ...new TextEncoder().encode(name)];
  const before = [
    ...bof(version, 'globals'),
    ...(isEncrypted ? record(0x002f, u16(1, 1)) : []),
    ...(codePage === undefined ? [] : record(0x0042, u16(codePage))),
    ...record(0x0022, u16(is1904 ? 1 : 0)),
    ...formats.flatMap((code, at) => (typeof code === 'string' ? record(0x041e, [...u16(200 + at, code.length), 1, ...wide(code)]) : [])),
    ...[0, ...formats.map((code, at) => (typeof code === 'number' ? code : 200 + at))].flatMap((id) => record(0x00e0, u16(0, id, 0, 0)))
  ];
  const list = (places: readonly number[]) =>
    sheets.flatMap(({ name, isHidden }, at) => record(0x0085, [...u32(places[at] ?? 0), isHidden ? 1 : 0, 0, ...nameOf(name)]));
  // Each text is split after its first character over two records, the rest in the other width.
  const shared = texts.flatMap((text, at) => {
    const head = at === 0 ? u32(texts.length, texts.length) : [0].slice(1);
    const first = [...head, ...u16(text.length), 1, ...wide(text.slice(0, 1))];
    const isNarrow = [...text.slice(1)].every((character) => character.charCodeAt(0) < 256);
    const rest = text.length < 2 ? [] : isNarrow ? [0, ...[...text.slice(1)].map((one) => one.charCodeAt(0))] : [1, ...wide(text.slice(1))];
    return [...record(at === 0 ? 0x00fc : 0x003c, first), ...(rest.length > 0 ? record(0x003c, rest) : [])];
  });
  const bodies = sheets.map(({ cells }) => [...bof(version, 'sheet'), ...cells, ...EOF]);
  let at = before.length + list([]).length + shared.length + EOF.length;
  const places = bodies.map((body) => {
    const place = at;
    at += body.length;
    return place;
  });
  return Uint8Array.from([...before, ...list(places), ...shared, ...EOF, ...bodies.flat()]);
}

/** A compound file that holds one stream; below 4,096 bytes that lies among the small ones. */
export function oleFile(stream: Uint8Array, name = 'Workbook'): Uint8Array<ArrayBuffer> {
  const SECTOR = 512;
  const isSmall = stream.length < 4_096;
  const unit = isSmall ? 64 : SECTOR;
  const units = Math.max(1, Math.ceil(stream.length / unit));
  const dataSectors = Math.ceil((units * unit) / SECTOR);
  const smallSectors = isSmall ? Math.ceil((units * 4) / SECTOR) : 0;
  const total = 2 + smallSectors + dataSectors;
  const tables = Math.ceil((total * 4) / (SECTOR - 4)) + 1;
  const END = 0xfffffffe;
  const FREE = 0xffffffff;
  // Order: table of sectors, directory, table of small sectors, data.
  const directory = tables;
  const small = directory + 1;
  const data = small + smallSectors;
  const next = new Map<number, number>();
  for (let sector = 0; sector < tables; sector++) next.set(sector, 0xfffffffd);
  next.set(directory, END);
  for (let sector = 0; sector < smallSectors; sector++) next.set(small + sector, sector + 1 < smallSectors ? small + sector + 1 : END);
  for (let sector = 0; sector < dataSectors; sector++) next.set(data + sector, sector + 1 < dataSectors ? data + sector + 1 : END);
  const entry = (title: string, kind: number, first: number, size: number) => {
    const letters = wide(title + '\0');
    const padded = [...letters, ...Array.from({ length: 64 - letters.length }, () => 0)];
    return [
      ...padded,
      ...u16(letters.length),
      kind,
      1,
      ...u32(FREE, FREE, kind === 5 ? 1 : FREE),
      ...Array.from({ length: 36 }, () => 0),
      ...u32(first, size, 0)
    ];
  };
  const header = [
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...Array.from({ length: 16 }, () => 0),
    ...u16(0x3e, 3, 0xfffe, 9, 6),
    ...Array.from({ length: 6 }, () => 0),
    ...u32(0, tables, directory, 0, 4_096, smallSectors > 0 ? small : END, smallSectors, END, 0),
    ...u32(...Array.from({ length: 109 }, (_, at) => (at < tables ? at : FREE)))
  ];
  const file = new Uint8Array((1 + data + dataSectors) * SECTOR);
  const at = (sector: number) => (sector + 1) * SECTOR;
  file.set(header);
  file.set(u32(...Array.from({ length: (tables * SECTOR) / 4 }, (_, sector) => next.get(sector) ?? FREE)), at(0));
  const root = isSmall ? entry('Root Entry', 5, data, units * 64) : entry('Root Entry', 5, END, 0);
  file.set([...root, ...entry(name, 2, isSmall ? 0 : data, stream.length)], at(directory));
  if (isSmall)
    file.set(
      u32(
        ...Array.from({ length: (smallSectors * SECTOR) / 4 }, (_, place) => (place + 1 < units ? place + 1 : place < units ? END : FREE))
      ),
      at(small)
    );
  file.set(stream, at(data));
  return file;
}
