import { literal, quoteText } from '../engine/sql.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import { CONTACTS } from './join-drafts.ts';
import { joinForm, joinKind } from './join-form.ts';
import type { OpenDraft } from './open-draft.ts';
import { isLoaded, rawName } from './raw-table.ts';
import { MOST_LINKED, type SamePeople, type SharedKey } from './repairs.ts';
import { stagedName } from './staged-tables.ts';

/** A key that more customer ids share than this is no person's. */
export const MOST_SHARING = 5;

/**
 * Customer ids of the orders that share a telephone number or an e-mail address, in the files of orders themselves or
 * in those of members; null where no file tells both an id and such a key. `before` are links found when columns were
 * here that are not any more: those between customers that are still there count on.
 */
export async function findSamePeople(work: Work, given: readonly OpenDraft[], before: readonly SharedKey[]): Promise<SamePeople | null> {
  const contacts = given.flatMap((draft) => [...contactsOfOrders(draft), ...contactsOfMembers(draft, given)]);
  const files = new Set(given.map(({ file }) => file.name));
  const kept = before.filter(({ file }) => files.has(file));
  if (contacts.length === 0 && kept.length === 0) return null;
  const found = contacts.length === 0 ? { links: [], tooShared: 0 } : await sharedKeys(work, contacts);
  const known = kept.length === 0 ? [] : await stillThere(work, given, kept);
  const nameOf = ({ kind, ids }: SharedKey) => [kind, ...ids].join('\u001f');
  const links = [...new Map([...known, ...found.links].map((link) => [nameOf(link), link])).values()];
  const leftOut = (found.leftOut ?? 0) + Math.max(0, links.length - MOST_LINKED);
  return { links: links.slice(0, MOST_LINKED), tooShared: found.tooShared, ...(leftOut > 0 ? { leftOut } : {}) };
}

async function sharedKeys({ run, execute }: Work, contacts: readonly string[]): Promise<SamePeople> {
  await execute([
    `create table ${CONTACTS} as select kind, form, customer_id, min(file) as file from (${contacts.join('\nunion all\n')}) as contacts
where form is not null and customer_id is not null group by kind, form, customer_id`
  ]);
  const shared = `select kind, form, count(*) as ids from ${CONTACTS} group by kind, form having count(*) > 1`;
  // A key is looked at with all its ids, or not at all.
  const counted = `select kind, form, sum(ids) over (order by kind, form rows unbounded preceding) as so_far from (${shared}) as shared where ids <= ${MOST_SHARING}`;
  const [[tooShared, leftOut] = []] = rowsOfTable(
    await run(
      `select (select count(*) from (${shared}) as shared where ids > ${MOST_SHARING}), (select count(*) from (${counted}) as counted where so_far > ${MOST_LINKED})`
    )
  );
  const rows = rowsOfTable(
    await run(`select contacts.kind, contacts.form, contacts.customer_id, contacts.file from ${CONTACTS} as contacts
join (${counted}) as counted on counted.kind = contacts.kind and counted.form = contacts.form and counted.so_far <= ${MOST_LINKED}
order by contacts.kind, contacts.form, contacts.customer_id`)
  );
  const links: SharedKey[] = [];
  let first: readonly string[] = [];
  for (const [kind = '', form = '', id = '', file = ''] of rows.map((row) => row.map(String))) {
    if (kind !== first[0] || form !== first[1]) first = [kind, form, id];
    else links.push({ kind: kind === 'email' ? 'email' : 'phone', ids: [first[2] ?? '', id], file, shown: masked(form) });
  }
  return { links, tooShared: Number(tooShared), leftOut: Number(leftOut) };
}

/** Which links are between customers that the orders still have. */
async function stillThere({ run }: Work, given: readonly OpenDraft[], links: readonly SharedKey[]): Promise<SharedKey[]> {
  if (customerIds(given) === '') return [];
  const ids = [...new Set(links.flatMap((link) => link.ids))];
  const rows = await run(`select distinct customer_id from (${customerIds(given)}) as customers where customer_id in ${literal(ids)}`);
  const there = new Set(rowsOfTable(rows).map(([id]) => String(id)));
  return links.filter((link) => link.ids.every((id) => there.has(id)));
}

/** Selects of kind, form, customer_id, file: the columns of persons beside the customer's own, as far as they were read. */
function contactsOfOrders(draft: OpenDraft): string[] {
  const key = draft.identity.chosen;
  if (draft.stage === null || key === null) return [];
  const { raw, mapping, staged, file } = draft;
  return mapping.personal.flatMap((personal, column) => {
    if (column === key || (personal !== 'phone' && personal !== 'email') || !isLoaded(raw, column)) return [];
    const pairs = `select distinct cast(${rawName(column)} as varchar) as contact, cast(${rawName(key)} as varchar) as cell from ${raw.name} where ${rawName(column)} is not null`;
    // A form costs twenty looks: only those are made of contacts whose last digits stand beside several customers.
    const rough = personal === 'phone' ? "right(regexp_replace(contact, '[^0-9]', '', 'g'), 8)" : "''";
    // Materialized, because the engine loses the lists of the form when it plans the join over them.
    return [
      `select kind, form, customer_id, file from (
with pairs as materialized (select contact, cell, ${rough} as rough from (${pairs}) as cells),
doubtful as materialized (
  select ${joinForm('contact', 'text', personal)} as form, cell from pairs
  where rough in (select rough from pairs group by rough having min(cell) <> max(cell))
)
select '${personal}' as kind, doubtful.form, buyers.customer_id, ${quoteText(file.name)} as file
from doubtful join ${stagedName('buyers', staged)} as buyers on buyers.cell = doubtful.cell) as found`
    ];
  });
}

function contactsOfMembers(draft: OpenDraft, given: readonly OpenDraft[]): string[] {
  const stage = draft.subjectStage;
  const key = stage?.keys.find(({ role }) => role === 'customer');
  const others = (stage?.keys ?? []).filter(({ role }) => role !== 'customer');
  if (stage?.subject !== 'members' || !key || others.length === 0 || customerIds(given) === '') return [];
  const column = draft.mapping.roles.indexOf('customer');
  const known = `select distinct customer_id, ${joinForm('customer_id', 'text', joinKind(draft.mapping, column))} as form from (${customerIds(given)}) as ids`;
  return others.map(
    ({ role }) => `select '${role}' as kind, rows.form_${role} as form, known.customer_id, ${quoteText(draft.file.name)} as file
from ${stagedName('subject_rows', draft.staged)} as rows join (${known}) as known on known.form = rows.form_customer where rows.fate is null`
  );
}

/** Select of the customers in the files of orders. */
function customerIds(given: readonly OpenDraft[]): string {
  return given
    .filter((draft) => draft.stage !== null && draft.identity.chosen !== null)
    .map((draft) => `select customer_id from ${stagedName('buyers', draft.staged)}`)
    .join(' union all ');
}

function masked(form: string): string {
  const [name = '', host] = form.split('@');
  if (host !== undefined) return `${name.slice(0, 2)}***@${host}`;
  return form.length >= 9 ? `${form.slice(0, 3)}****${form.slice(-4)}` : `${form.slice(0, 2)}****`;
}
