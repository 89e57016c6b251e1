import { decode } from '../arrow.ts';
import type { ColumnRead } from '../contract.ts';
import type { Session } from '../duckdb.ts';
import { quoteName, quoteText } from '../sql.ts';
import { isInPart, keyOf } from './key-sample.ts';
import { unreadable } from './unreadable.ts';

/**
 * Rows that differ in nothing but the moment of the day, their id and numbers that can be added are loaded as one, with the
 * sums and the earliest moment. About which anything may have to be decided stay by themselves: rows whose id stands in
 * another row, without a day, without an amount above 0, with something in `zero`, and all of a key that has a row with a
 * negative amount or an id that ends in `suffix`.
 */
export interface Gathering {
  /** The columns that hold the key, of which the first filled one counts. */
  readonly by: readonly number[];
  readonly days: readonly number[];
  readonly amount: number;
  /** Numbers that are added, beside the amount; empty where they are not plain numbers. */
  readonly sums: readonly number[];
  readonly zero: number | null;
  readonly id: number | null;
  readonly suffix: string | null;
  /** Columns that gathered rows do without. */
  readonly blanks: readonly number[];
  /** In how many parts the keys are read; by default as many as the size of the file asks for. */
  readonly parts?: number | undefined;
}

/** Only so much of a file is in the database at once before its rows are gathered. */
const PART_BYTES = 256 * 1024 * 1024;
/** Where so many rows must stay by themselves, gathering does not make a file fit. */
const MOST_ALONE = 0.7;
/** Fewer rows than this say nothing about that. */
const FEWEST_TOLD = 1_000;
/** A time that begins with its day, 2024/1/5 13:00 or 5/1/2024; nothing behind it may move it to another day. */
const DAY_FIRST = String.raw`^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}/\d{1,2}/\d{4})(?:[ T]\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?)?$`;

const TYPES: Readonly<Partial<Record<ColumnRead, string>>> = { number: 'double', timestamp: 'timestamp', date: 'date' };

/** What is loaded; `reads` changes when a column turns out to be something else. */
export interface GatheredTable {
  readonly table: string;
  readonly gather: Gathering;
  readonly reads: readonly ColumnRead[];
  /** The size of the file, as a text. */
  readonly bytes: number;
  /** Hears after each part how many rows were read, and the share. */
  readonly heard: (rows: number, share: number) => void;
}

/**
 * Fills the table with the gathered rows of a file and a column `carried`, which tells how many rows of the file each stands
 * for. The file is read a part of the keys at a time: `load` puts the rows that pass `test` into `part`, and says false when
 * all must begin anew; they tell their `place` in the file. Returns how many rows the file has, or null after such a false. Throws `gather-…` where the rows do
 * not allow it.
 */
export async function gatherParts(
  session: Session,
  { table, gather, reads, bytes, heard }: GatheredTable,
  load: (part: string, test: string) => Promise<boolean>
): Promise<number | null> {
  const parts = gather.parts ?? Math.max(1, Math.ceil(bytes / PART_BYTES));
  const names = {
    into: quoteName(table),
    judged: quoteName(`${table}_judged`),
    ids: quoteName(`${table}_ids`),
    again: quoteName(`${table}_again`),
    alone: quoteName(`${table}_alone`)
  };
  const part = `${table}_part`;
  const clear = [names.judged, names.ids, names.again, names.alone, quoteName(part)].map((name) => `drop table if exists ${name}`);
  for (const statement of clear) await session.run(statement);
  const hasIds = gather.id !== null && parts > 1;
  const gatherAll = async (watches: boolean): Promise<number | null> => {
    await session.run(`drop table if exists ${names.into}`);
    await session.run(`drop table if exists ${names.alone}`);
    let rows = 0;
    for (let place = 0; place < parts; place++) {
      if (!(await load(part, isInPart(gather.by, parts, place)))) return null;
      if (reads[gather.amount] !== 'number') throw unreadable('gather-amounts');
      await session.run(`create table ${names.judged} as ${judgedSelect(quoteName(part), names.again, gather, reads)}`);
      await session.run(`drop table ${quoteName(part)}`);
      await checkAlone(session, names.judged);
      rows += await count(session, names.judged);
      const into = (name: string) => (place === 0 ? `create table ${name} as` : `insert into ${name}`);
      const { alike, alone } = gatheredSelects(names.judged, gather, reads);
      await session.run(`${into(names.into)} ${alike}`);
      await session.run(`${into(names.alone)} ${alone}`);
      if (watches) await session.run(`${into(names.ids)} ${idsSelect(names.judged)}`);
      await session.run(`drop table ${names.judged}`);
      heard(rows, (place + 1) / parts);
    }
    // What is decided may depend on which row comes first.
    await session.run(`insert into ${names.into} select * exclude (place) from ${names.alone} order by place`);
    await session.run(`drop table ${names.alone}`);
    return rows;
  };
  try {
    await session.run(`create table ${names.again} (id ubigint)`);
    const rows = await gatherAll(hasIds);
    if (rows === null || !hasIds) return rows;
    for (let place = 0; place < parts; place++)
      await session.run(
        `insert into ${names.again} select id from ${names.ids} where id % ${parts} = ${place} group by id having count(*) > 1 and bool_or(is_alike)`
      );
    await session.run(`drop table ${names.ids}`);
    // An id that keys of several parts share is known only after the last of them.
    return (await count(session, names.again)) === 0 ? rows : await gatherAll(false);
  } catch (error) {
    if (!session.isCancelled()) await session.tidyUp(`drop table if exists ${names.into}`);
    throw error;
  } finally {
    for (const statement of clear) await session.tidyUp(statement);
  }
}

/** The ids of a part: id, and whether a row that has it is alike others. */
function idsSelect(judged: string): string {
  return `select id, bool_or(is_alike) as is_alike from (select id, is_alike from ${judged} union all select base_id, false from ${judged} where base_id is not null) as named where id is not null group by id`;
}

/** One row per row of the part: its cells, id and base_id (hashes of the id, and of the one that a refund's is made of), whether it has a day, and whether it is alike others. */
function judgedSelect(
  part: string,
  again: string,
  { by, days, amount, zero, id, suffix }: Gathering,
  reads: readonly ColumnRead[]
): string {
  const name = id === null ? 'cast(null as varchar)' : idOf(id);
  const isNamed = suffix === null || id === null ? 'false' : `coalesce(regexp_matches(${name}, ${quoteText(suffix)}), false)`;
  const base = suffix === null ? name : `regexp_replace(${name}, ${quoteText(suffix)}, '')`;
  const given = days.map((column) => `${dayOf(column, reads)} is not null`);
  const sound = days.map((column) => `(c${column} is null or ${dayOf(column, reads)} is not null)`);
  const nothing =
    zero === null
      ? 'true'
      : reads[zero] === 'number'
        ? `coalesce(c${zero}, 0) = 0`
        : `coalesce(not regexp_matches(c${zero}, '[1-9]'), true)`;
  return `with named as (
  select *, ${keyOf(by)} as key, case when ${name} is not null then hash(${name}) end as id,
    case when ${isNamed} then hash(${base}) end as base_id, coalesce(c${amount} < 0, false) or ${isNamed} as is_back
  from ${part}
), again as (
  select id from (select id from named where id is not null union all select base_id from named where base_id is not null) as places group by id having count(*) > 1
  union all
  select id from ${again}
), judged as (
  select *, coalesce(id in (select id from again), false) as is_again, coalesce((${given.join(' or ')}) and ${sound.join(' and ')}, false) as has_day,
    key in (select key from named where is_back) as has_back
  from named
)
select * exclude (key, is_back, has_back),
  not is_again and has_day and not has_back and ${nothing} and coalesce(try_cast(c${amount} as decimal(18, 2)) > 0, false) as is_alike
from judged`;
}

/** One row per group of rows that are alike; and one per row that stays by itself, with its place. */
function gatheredSelects(
  judged: string,
  { days, amount, sums, id, blanks }: Gathering,
  reads: readonly ColumnRead[]
): { readonly alike: string; readonly alone: string } {
  const loaded = reads.flatMap((read, column) => (read === 'skip' ? [] : [column]));
  const groups: string[] = [];
  const empty = (column: number) => `cast(null as ${TYPES[reads[column] ?? 'text'] ?? 'varchar'})`;
  const cells = loaded.map((column) => {
    const cell = `c${column}`;
    if (days.includes(column)) {
      groups.push(dayOf(column, reads));
      return reads[column] === 'text' ? `arg_min(${cell}, lpad(trim(${cell}), 40, ' '))` : `min(${cell})`;
    }
    if (column === amount || sums.includes(column))
      return reads[column] === 'number' ? `cast(sum(try_cast(${cell} as decimal(18, 2))) as double)` : empty(column);
    if (column === id || blanks.includes(column)) return empty(column);
    groups.push(cell);
    return cell;
  });
  return {
    alike: `select ${cells.map((cell, at) => `${cell} as c${loaded[at]}`).join(', ')}, cast(count(*) as integer) as carried from ${judged} where is_alike group by ${groups.join(', ')}`,
    alone: `select ${loaded.map((column) => `c${column}`).join(', ')}, cast(1 as integer) as carried, place from ${judged} where not is_alike`
  };
}

/** SQL: the day of a cell as it is written, null where it cannot be told. */
function dayOf(column: number, reads: readonly ColumnRead[]): string {
  const cell = `c${column}`;
  return reads[column] === 'text' ? `nullif(regexp_extract(trim(${cell}), ${quoteText(DAY_FIRST)}, 1), '')` : `cast(${cell} as date)`;
}

/** SQL: an id without what spreadsheets and shops wrap around it. */
function idOf(column: number): string {
  const cell = `cast(c${column} as varchar)`;
  return `nullif(case when regexp_full_match(${cell}, '[A-Za-z0-9_-]+') then ${cell} else regexp_replace(${cell}, '[^\\pL\\pN_-]', '', 'g') end, '')`;
}

async function checkAlone(session: Session, judged: string): Promise<void> {
  const all = await count(session, judged);
  if (all < FEWEST_TOLD || (await count(session, `${judged} where not is_alike`)) <= MOST_ALONE * all) return;
  if ((await count(session, `${judged} where is_again`)) > all / 2) throw unreadable('gather-lines');
  if ((await count(session, `${judged} where not has_day`)) > all / 2) throw unreadable('gather-days');
  throw unreadable('gather-refunds');
}

async function count(session: Session, from: string): Promise<number> {
  const { bytes } = await session.run(`select cast(count(*) as integer) as rows from ${from}`);
  return Number(decode(bytes).at(0, 0));
}
