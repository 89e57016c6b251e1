import { literal } from '../../engine/sql.ts';
import { decideFormats, MONEY_ROLES, type Formats } from '../column-formats.ts';
import type { Reason } from '../cleaning.ts';
import { SIGNS } from '../currency-signs.ts';
import { rowsOfTable, type Work } from '../engine-work.ts';
import type { JoinKind } from '../join-form.ts';
import type { Mapping, Role } from '../mapping.ts';
import { countsOf, isLoaded, rawName, sampleOf, type RawTable } from '../raw-table.ts';
import { stagedName } from '../staged-tables.ts';
import type { OtherSubject } from '../subject-words.ts';
import { EVENTS } from './events.ts';
import { FEEDBACK } from './feedback.ts';
import { hasRowPerOwner, JOINED_BY, MEMBERS } from './members.ts';
import { PRODUCTS } from './products.ts';
import { subjectCells, type SubjectCells } from './subject-cells.ts';
import type { SubjectSpec } from './subject-spec.ts';
import { TOUCHES } from './touches.ts';

const SPECS: Readonly<Record<OtherSubject, SubjectSpec>> = {
  members: MEMBERS,
  events: EVENTS,
  feedback: FEEDBACK,
  touches: TOUCHES,
  products: PRODUCTS
};

/** The roles whose cells are keys of a person, in the order in which they are tried. */
export const KEY_ROLES = ['customer', 'phone', 'email'] as const satisfies readonly Role[];
export type KeyRole = (typeof KEY_ROLES)[number];

/** All that was decided on the way from a raw table to rows about something other than orders. */
export interface SubjectStage {
  readonly subject: OtherSubject;
  readonly formats: Formats;
  /** Rows by the reason for which they are set aside; '' = used. */
  readonly fates: ReadonlyMap<string, number>;
  /** Whether a later row of the same thing puts the earlier ones aside. */
  readonly isDuplicateOn: boolean;
  /** Members, events, answers …: rows used, those that were merged into another left out. */
  readonly records: number;
  /** Used rows that name nobody. */
  readonly anonymous: number;
  /** The mapped keys of a person, in the order in which they are tried; their columns are `form_<role>`. */
  readonly keys: readonly { readonly role: KeyRole; readonly kind: JoinKind }[];
  /** Whether the file tells money, and in which currency; null: it does not say. */
  readonly currency: { readonly code: string | null } | null;
}

/**
 * Makes `subject_rows` of a raw table: row, fate (null: used), is_merged (used, but part of another row), identity (what
 * rows of one thing share), form_customer, form_phone, form_email, form_order, then the subject's own values.
 */
export async function stageSubject(work: Work, id: string, raw: RawTable, mapping: Mapping, subject: OtherSubject): Promise<SubjectStage> {
  const { run, execute } = work;
  const formats = await decideFormats(run, raw, mapping);
  const cells = subjectCells(raw, mapping, formats);
  const spec = SPECS[subject];
  const rows = stagedName('subject_rows', id);
  const keys = KEY_ROLES.flatMap((role) => {
    const form = subject === 'members' || role === 'customer' ? cells.form(role) : null;
    return form === null ? [] : [{ role, kind: form.kind, sql: form.sql }];
  });
  const currency = await currencyOf(work, cells);
  const forms = [...KEY_ROLES, 'order'].map((role) => {
    const sql = role === 'order' ? cells.form('order_id')?.sql : keys.find((key) => key.role === role)?.sql;
    return `${sql ?? 'cast(null as varchar)'} as form_${role}`;
  });
  const values = spec.values(cells).map(([name, sql]) => `${sql} as ${name}`);
  const fate = `case ${spec
    .fates(cells)
    .map(([test, reason]) => `when ${test} then ${literal(reason)}`)
    .join(' ')} end`;
  await execute([
    `create table ${rows} as select *, ${fate} as fate, false as is_merged, cast(null as varchar) as identity
from (select rowid as row, ${[...forms, ...values].join(', ')} from ${raw.name}) as cells`
  ]);
  const isDuplicateOn = await putTogether(work, rows, spec, cells);
  const found = rowsOfTable(
    await run(`select coalesce(fate, ''), count(*) from ${rows} group by fate
union all select 'records', count(*) from ${rows} where fate is null and not is_merged
union all select 'anonymous', count(*) from ${rows} where fate is null and coalesce(form_customer, form_phone, form_email) is null`)
  );
  const counts = new Map(found.map(([name, count]) => [String(name), Number(count)]));
  const told = (name: string) => counts.get(name) ?? 0;
  return {
    subject,
    formats,
    isDuplicateOn,
    keys: keys.map(({ role, kind }) => ({ role, kind })),
    records: told('records'),
    anonymous: subject === 'products' ? 0 : told('anonymous'),
    currency,
    fates: new Map([...counts].filter(([name]) => name !== 'records' && name !== 'anonymous') as [Reason | '', number][])
  };
}

/** Sets the earlier rows of one thing aside, or merges them; says whether duplicates are looked for. */
async function putTogether({ run, execute }: Work, rows: string, spec: SubjectSpec, cells: SubjectCells): Promise<boolean> {
  const hasClock =
    spec.when !== null &&
    countsOf(
      await run(
        `select coalesce(max(case when second(${spec.when}) <> 0 or minute(${spec.when}) <> 0 then 1 else 0 end), 0) as clocks from ${rows}`
      )
    )('clocks') > 0;
  const chosen = cells.mapping.rules['duplicate'];
  const identity = chosen === false ? null : spec.identity(cells, { hasClock: hasClock || chosen === true });
  if (identity === null) return false;
  const isMerging = hasRowPerOwner(cells.mapping);
  const last = `select identity, max(row) as row from ${rows} where fate is null and identity is not null group by identity having count(*) > 1`;
  await execute([
    `update ${rows} set identity = ${identity} where fate is null`,
    ...(isMerging
      ? [
          `update ${rows} as one set is_merged = one.row <> merged.last_row, owner = merged.owners, tags = merged.tags, member_since = merged.since
from (
  select identity, max(row) as last_row, string_agg(distinct owner, ${literal(JOINED_BY)} order by owner) as owners,
    string_agg(distinct tags, ${literal(JOINED_BY)} order by tags) as tags, min(member_since) as since
  from ${rows} where fate is null and identity is not null group by identity having count(*) > 1
) as merged
where one.identity = merged.identity`
        ]
      : [
          `update ${rows} as one set fate = 'duplicate' from (${last}) as latest where one.identity = latest.identity and one.row <> latest.row and one.fate is null`
        ])
  ]);
  return true;
}

/** The currency of amounts and costs, by the header or the cells; null where the file tells no money. */
async function currencyOf({ run }: Work, { raw, mapping }: SubjectCells): Promise<{ code: string | null } | null> {
  const column = MONEY_ROLES.map((role) => mapping.roles.indexOf(role)).find((place) => place >= 0 && isLoaded(raw, place));
  if (column === undefined) return null;
  const texts = [raw.headers[column] ?? '', ...(raw.reads[column] === 'text' ? await sampleOf(run, raw, rawName(column)) : [])];
  const codes = new Set(texts.flatMap((text) => SIGNS.find(([sign]) => sign.test(text))?.[1] ?? []));
  const [only] = codes;
  return { code: codes.size === 1 ? (only ?? null) : null };
}
