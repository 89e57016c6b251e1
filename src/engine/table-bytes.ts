import { decode } from './arrow.ts';
import { EngineError, type KeptRows, type KeptTable, type TableColumn } from './contract.ts';
import type { Session } from './duckdb.ts';
import { quoteName, quoteText } from './sql.ts';

/** Bytes that come out of one part at most. */
export const MOST_PER_PART = 1_000_000_000;
/** Whole numbers up to here, and decimals of so many units, pass through a double unchanged. */
const EXACT = 2 ** 53;
const ARRIVED = 'arrived_part';

const PLAIN = /^(?:VARCHAR|BOOLEAN|U?TINYINT|U?SMALLINT|U?INTEGER|FLOAT|DOUBLE|DATE|TIMESTAMP)$/;
const WIDE = /^(?:U?BIGINT|HUGEINT)$/;
const DECIMAL = /^DECIMAL\((\d{1,2}),(\d{1,2})\)$/;
const ENUM = /^ENUM\((.*)\)$/s;

/** The columns of a table, in order, and its rows. Throws a TypeError on a type that cannot be kept exactly. */
export async function describeTable(session: Session, table: string): Promise<{ columns: TableColumn[]; rows: number }> {
  const described = decode((await session.run(`describe select * from ${table}`)).bytes);
  const columns = Array.from({ length: described.rows }, (_, row) => ({
    name: String(described.at(row, 0)),
    type: String(described.at(row, 1))
  }));
  for (const { type } of columns) typeSql(type);
  const counted = decode((await session.run(`select count(*) as n from ${table}`)).bytes);
  return { columns, rows: Number(counted.at(0, 0)) };
}

/** A type as SQL, written anew from what was recognised in it, so that a stranger's file cannot bring its own. Throws a TypeError on any other. */
function typeSql(type: string): string {
  if (PLAIN.test(type) || WIDE.test(type) || DECIMAL.test(type)) return type;
  const values = enumValues(type);
  if (values) return `ENUM(${values.map(quoteText).join(', ')})`;
  throw new TypeError(`a column of the type ${type.slice(0, 80)} cannot be kept`);
}

function enumValues(type: string): string[] | null {
  const list = ENUM.exec(type)?.[1];
  if (list === undefined || !/^'(?:[^']|'')*'(?:, ?'(?:[^']|'')*')*$/.test(list)) return null;
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) => value.replaceAll("''", "'"));
}

/** The statement that makes an empty table of these columns. */
function createTable(table: string, columns: readonly TableColumn[]): string {
  return `create table ${table} (${columns.map(({ name, type }) => `${quoteName(name)} ${typeSql(type)}`).join(', ')})`;
}

/**
 * The rows of `table` at the places `from` up to `to`, packed. The stream knows neither enums nor decimals nor
 * wide integers exactly: those travel as text or as doubles that are exact, and come back by a cast.
 */
export async function dumpRows(session: Session, { table, columns }: KeptTable, from: number, to: number): Promise<Uint8Array> {
  const range = `rowid >= ${Math.floor(from)} and rowid < ${Math.floor(to)}`;
  const wide = columns.flatMap(({ name, type }, place) => {
    const digits = DECIMAL.exec(type)?.[2] ?? (WIDE.test(type) ? '0' : null);
    return digits === null ? [] : [{ place, test: `max(abs(cast(${quoteName(name)} as double))) * 1e${digits} < ${EXACT / 4}` }];
  });
  const fits = new Set<number>();
  if (wide.length > 0) {
    const judged = decode(
      (await session.run(`select ${wide.map(({ test }) => `coalesce(${test}, true)`).join(', ')} from ${table} where ${range}`)).bytes
    );
    wide.forEach(({ place }, column) => {
      if (judged.at(0, column) === true) fits.add(place);
    });
  }
  const carried = columns.map(({ name, type }, place) => {
    const cell = quoteName(name);
    return `${PLAIN.test(type) ? cell : `cast(${cell} as ${fits.has(place) ? 'double' : 'varchar'})`} as c${place}`;
  });
  return (await session.run(`select ${carried.join(', ')} from ${table} where ${range}`)).bytes;
}

/** Makes `table` of the parts, whose bytes `unpacking` hands out in their order. Throws, and leaves no table, unless exactly the promised rows arrive. */
export async function restoreTable(
  session: Session,
  { table, columns }: KeptTable,
  parts: readonly KeptRows[],
  unpacking: () => Promise<Uint8Array>
): Promise<void> {
  const cells = columns.map(({ type }, place) => `cast(c${place} as ${typeSql(type)})`);
  await session.run(createTable(table, columns));
  try {
    for (const { rows } of parts) {
      await session.tidyUp(`drop table if exists ${ARRIVED}`);
      await session.insertArrow(await unpacking(), ARRIVED);
      const arrived = Number(decode((await session.run(`select count(*) as n from ${ARRIVED}`)).bytes).at(0, 0));
      if (arrived !== rows) throw new EngineError({ fault: 'unreadable-file', message: `damaged: ${arrived} of ${rows} rows of ${table}` });
      await session.run(`insert into ${table} select ${cells.join(', ')} from ${ARRIVED}`);
    }
  } catch (error) {
    await session.tidyUp(`drop table if exists ${table}`);
    throw error;
  } finally {
    await session.tidyUp(`drop table if exists ${ARRIVED}`);
  }
}

/** Hands out what `make` makes of each item, in order, with the next two always under way. */
export function lookAhead<T, R>(items: readonly T[], make: (item: T) => Promise<R>): () => Promise<R> {
  const under: Promise<R>[] = [];
  let place = 0;
  const more = () => {
    const item = items[place];
    if (item === undefined) return;
    place += 1;
    const making = make(item);
    making.catch(() => undefined); // told to whoever takes it
    under.push(making);
  };
  more();
  more();
  return () => {
    more();
    const next = under.shift();
    return next ?? Promise.reject(new RangeError('nothing is left to hand out'));
  };
}

/** Bytes as they are kept on disk. */
export async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return inflow(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('gzip')));
}

/** Dumped rows as an Arrow stream, packed or not. Throws when the bytes are neither, damaged, or more than `most` come out. */
export async function unpack(dumped: Blob, most: number): Promise<Uint8Array> {
  const head = new Uint8Array(await dumped.slice(0, 4).arrayBuffer());
  if (head.length === 4 && head.every((byte) => byte === 0xff)) return new Uint8Array(await dumped.arrayBuffer());
  if (head[0] !== 0x1f || head[1] !== 0x8b) throw new EngineError({ fault: 'unreadable-file', message: 'damaged: these are no rows' });
  return inflow(dumped.stream().pipeThrough(new DecompressionStream('gzip')), most);
}

async function inflow(stream: ReadableStream<Uint8Array>, most = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new EngineError({ fault: 'unreadable-file', message: `more than ${most} bytes come out of the packed rows` });
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
