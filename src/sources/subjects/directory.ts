import { quoteText } from '../../engine/sql.ts';
import type { Work } from '../engine-work.ts';
import { joinForm, type JoinKind } from '../join-form.ts';
import { columnOf } from '../mapping.ts';
import type { OpenDraft } from '../open-draft.ts';
import { isLoaded, rawName } from '../raw-table.ts';
import { stagedName } from '../staged-tables.ts';
import { joinCandidates, subjectOf } from '../guess-mapping.ts';
import type { KeyRole } from './subject-stage.ts';

/** Where customers are looked up, as tables that are made for the purpose. */
export interface Directory {
  /**
   * Table: kind, form, customer_id (null: several customers share the form, and it tells none of them): the
   * customers' own keys, and those that files of members hold beside.
   */
  readonly forms: string;
  /** Table: form of an order's number, customer_id. */
  readonly orders: string;
}

/** What is known of the customers: selects of customer_id; of kind, form, customer_id; and of order_id, customer_id. */
export interface KnownCustomers {
  readonly customers: string;
  readonly further?: string | undefined;
  readonly orders: string;
  /** Select of alias, customer_id: further ids of customers. */
  readonly merged?: string | undefined;
}

export function directoryOf(prefix: string): Directory {
  return { forms: `${prefix}key_forms`, orders: `${prefix}order_forms` };
}

/** The statements that drop a directory. */
export function dropDirectory(prefix: string): string[] {
  return Object.values(directoryOf(prefix)).map((table) => `drop table if exists ${table}`);
}

/** Makes the directory `prefix` of the customers and of the members' further keys in `given`. */
export async function makeDirectory(
  { execute }: Work,
  prefix: string,
  known: KnownCustomers,
  given: readonly OpenDraft[]
): Promise<Directory> {
  const { forms, orders } = directoryOf(prefix);
  // A form costs a look at every customer: only those are made that something is compared in.
  const kinds = new Set<JoinKind>([
    'id',
    ...given.flatMap(({ raw, mapping }) => joinCandidates(raw.headers, mapping).map(({ kind }) => kind))
  ]);
  const own = [...kinds].map(
    (kind) =>
      `select ${quoteText(kind)} as kind, ${joinForm('customer_id', 'text', kind)} as form, customer_id from customers${known.merged === undefined ? '' : ` union all select ${quoteText(kind)}, ${joinForm('alias', 'text', kind)}, customer_id from (${known.merged}) as merged`}`
  );
  const isAsked = given.some(({ subjectStage, mapping }) => subjectStage?.subject === 'feedback' && mapping.roles.includes('order_id'));
  const members = given.filter((draft) => subjectOf(draft.raw.headers, draft.mapping) === 'members' && draft.subjectStage !== null);
  await execute([
    ...dropDirectory(prefix),
    `create table ${forms} as with customers as (select distinct customer_id from (${known.customers}) as known where customer_id is not null)
${oneEach(own.join('\nunion all\n'))}`,
    `create table ${orders} as select form, min(customer_id) as customer_id
from (select ${joinForm('order_id', 'text', 'id')} as form, customer_id from (${known.orders}) as known${isAsked ? '' : ' where false'}) as forms
where form is not null and customer_id is not null group by form having min(customer_id) = max(customer_id)`
  ]);
  const further = [
    ...given.flatMap((draft) => contactForms(draft, forms)),
    ...(known.further === undefined ? [] : [known.further]),
    ...members.flatMap((draft) => furtherForms(draft, { forms, orders }))
  ];
  if (further.length === 0) return { forms, orders };
  // What is a customer's own key is not another's further one.
  const links = `select links.* from (${further.join('\nunion all\n')}) as links left join ${forms} as own on own.kind = links.kind and own.form = links.form where own.form is null and links.customer_id is not null`;
  await execute([`insert into ${forms} ${oneEach(links)}`]);
  return { forms, orders };
}

/** The phones and e-mails that a file of orders tells beside its customers, where the user asked for it; as ids, too. */
function contactForms(draft: OpenDraft, forms: string): string[] {
  const { raw, mapping, staged, stage, identity } = draft;
  const key = identity.chosen;
  if (stage === null || key === null) return [];
  return (['phone', 'email'] as const).flatMap((role) => {
    const column = columnOf(mapping, role);
    if (column === null || !isLoaded(raw, column)) return [];
    // Materialized, because the engine loses the lists of the form when it plans the joins over them.
    const links = `with pairs as materialized (
  select distinct cast(${rawName(column)} as varchar) as contact, cast(${rawName(key)} as varchar) as cell from ${raw.name} where ${rawName(column)} is not null
), told as materialized (select cell, ${joinForm('contact', 'text', role)} as form from pairs),
named as materialized (
  select told.form, ${joinForm('buyers.customer_id', 'text', 'id')} as id from told join ${stagedName('buyers', staged)} as buyers on buyers.cell = told.cell where told.form is not null
)`;
    const under = (kind: JoinKind) =>
      `select kind, form, customer_id from (${links}
select ${quoteText(kind)} as kind, named.form, own.customer_id from named join ${forms} as own on own.kind = 'id' and own.form = named.id) as links`;
    return [under(role), under('id')];
  });
}

/** One row per kind and form; a form of several customers tells none. */
function oneEach(select: string): string {
  return `select kind, form, case when min(customer_id) = max(customer_id) then min(customer_id) end as customer_id
from (${select}) as forms where form is not null group by kind, form`;
}

/** The keys of the members that one of their keys makes known, each under its own kind; phones and e-mails as ids, too. */
function furtherForms(draft: OpenDraft, directory: Directory): string[] {
  const keys = draft.subjectStage?.keys ?? [];
  const found = `select rows.*, ${customerOf(draft)} as customer_id from ${stagedName('subject_rows', draft.staged)} as rows ${joinsOf(draft, directory)} where rows.fate is null`;
  const under = (role: KeyRole, kind: JoinKind) =>
    `select ${quoteText(kind)} as kind, form_${role} as form, customer_id from (${found}) as found where form_${role} is not null`;
  return keys.flatMap(({ role, kind }) => [under(role, kind), ...(kind === 'id' ? [] : [under(role, 'id')])]);
}

/** SQL: joins of the rows of a draft (`rows`) with the directory, one per key of theirs. */
export function joinsOf(draft: OpenDraft, { forms, orders }: Directory): string {
  const keys = (draft.subjectStage?.keys ?? []).map(
    ({ role, kind }) => `left join ${forms} as by_${role} on by_${role}.kind = ${quoteText(kind)} and by_${role}.form = rows.form_${role}`
  );
  const isFeedback = draft.subjectStage?.subject === 'feedback';
  return [...keys, ...(isFeedback ? [`left join ${orders} as by_order on by_order.form = rows.form_order`] : [])].join('\n');
}

/** SQL: the customer_id of a row joined so: the first of its keys that tells one. */
export function customerOf(draft: OpenDraft): string {
  const keys = (draft.subjectStage?.keys ?? []).map(({ role }) => `by_${role}.customer_id`);
  const all = draft.subjectStage?.subject === 'feedback' ? [...keys, 'by_order.customer_id'] : keys;
  return all.length === 0 ? 'cast(null as varchar)' : `coalesce(${all.join(', ')})`;
}
