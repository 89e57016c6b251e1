import { quoteText } from '../../engine/sql.ts';
import { withSetAside } from '../balance.ts';
import type { Catalogue } from '../canonical-tables.ts';
import { rowsOfTable, type Work } from '../engine-work.ts';
import type { GivenUp } from '../join-drafts.ts';
import type { OpenDraft } from '../open-draft.ts';
import type { Balance } from '../source.ts';
import { stagedName } from '../staged-tables.ts';
import { customerOf, joinsOf, type Directory } from './directory.ts';
import { areTickets } from './feedback.ts';
import { columnsOf, type SubjectTable } from './subject-tables.ts';

/** The rows that give way to the same member, ticket or product in a later file, by their `identity`. */
export function olderRows(draft: OpenDraft, given: readonly OpenDraft[]): (GivenUp & { readonly reason: 'overlap' })[] {
  const subject = draft.subjectStage?.subject;
  if (subject === undefined) return [];
  const later = given.slice(given.indexOf(draft) + 1).filter((other) => other.subjectStage?.subject === subject);
  if (later.length === 0) return [];
  const identities = later.map(
    (other) => `select identity from ${stagedName('subject_rows', other.staged)} where fate is null and identity is not null`
  );
  return [{ reason: 'overlap', test: `coalesce(rows.identity in (${identities.join(' union all ')}), false)` }];
}

/** SQL: whether a row of the draft (`rows`) is used beside the other files. */
export function keptRows(draft: OpenDraft, given: readonly OpenDraft[]): string {
  return ['rows.fate is null', ...olderRows(draft, given).map(({ test }) => `not ${test}`)].join(' and ');
}

/** The books of a draft beside the other files. */
export async function balanceBeside({ run }: Work, draft: OpenDraft, given: readonly OpenDraft[]): Promise<Balance> {
  let { balance } = draft;
  for (const { reason, test } of olderRows(draft, given)) {
    const [[rows, anonymous] = []] = rowsOfTable(
      await run(
        `select count(*), count(*) filter (where coalesce(form_customer, form_phone, form_email) is null) from ${stagedName('subject_rows', draft.staged)} as rows where rows.fate is null and ${test}`
      )
    );
    const isPerson = draft.subjectStage?.subject !== 'products';
    balance = withSetAside(balance, reason, Number(rows), 0, isPerson ? Number(anonymous) : 0);
  }
  return balance;
}

/** What the base tables are filled with. */
export interface Filling {
  readonly into: Catalogue;
  readonly prefix: string;
  readonly directory: Directory;
  /** Keeps personal keys comparable and unreadable; without it they are not kept at all. */
  readonly hashKey: string | undefined;
}

/** Fills the base tables, which are there and empty, from the files about something other than orders. */
export async function fillTables({ execute }: Work, given: readonly OpenDraft[], filling: Filling): Promise<void> {
  const { into, prefix } = filling;
  for (const table of ['members', 'events', 'feedback', 'touches', 'products'] as const) {
    const selects = given.flatMap((draft) => (draft.subjectStage?.subject === table ? rowsOf(draft, given, filling) : []));
    if (selects.length === 0) continue;
    await execute([
      `insert into ${into}.main.${prefix}all_${table} (${columnsOf(table).join(', ')})
select ${columnsOf(table).join(', ')} from (${selects.join('\nunion all\n')}) as filled order by ${ORDER[table]}`
    ]);
  }
}

const ORDER: Readonly<Record<SubjectTable, string>> = {
  members: 'customer nulls last, key',
  events: 'customer nulls last, event_time, event',
  feedback: 'customer nulls last, day, kind',
  touches: 'customer nulls last, sent, campaign',
  products: 'category, product, sku'
};

/** The selects that give a draft's rows in the columns of its table. */
function rowsOf(draft: OpenDraft, given: readonly OpenDraft[], filling: Filling): string[] {
  const stage = draft.subjectStage;
  if (stage === null) return [];
  const from = `from ${stagedName('subject_rows', draft.staged)} as rows
${joinsOf(draft, filling.directory)}
left join ${filling.into}.main.${filling.prefix}customer_profiles as profiles on profiles.customer_id = ${customerOf(draft)}
where ${keptRows(draft, given)} and not rows.is_merged`;
  const select = (columns: Readonly<Record<string, string>>, which = 'true') =>
    `select ${columnsOf(stage.subject)
      .map((column) => `${columns[column] ?? `rows.${column}`} as ${column}`)
      .join(', ')} ${from} and ${which}`;
  const customer = 'profiles.customer';
  if (stage.subject === 'members') {
    const isOutreach = draft.mapping.rules['outreach'] === true;
    const kept = (role: 'phone' | 'email') => (isOutreach ? `rows.${role}` : 'cast(null as varchar)');
    return [select({ customer, key: memberKey(draft, filling.hashKey), phone: kept('phone'), email: kept('email') })];
  }
  if (stage.subject === 'events') return [select({ customer, day: 'cast(rows.event_time as date)' })];
  if (stage.subject === 'touches') return [select({ customer, day: 'cast(rows.sent as date)' })];
  if (stage.subject === 'products') return [select({})];
  return feedbackRows(draft, select, customer);
}

/** SQL: a member's own key; a personal one only as a hash that nobody without `hashKey` can look up. */
function memberKey({ mapping, subjectStage }: OpenDraft, hashKey: string | undefined): string {
  const keys = (subjectStage?.keys ?? []).map(({ role, kind }) => {
    const isPersonal = kind !== 'id' || (mapping.personal[mapping.roles.indexOf(role)] ?? null) !== null;
    if (!isPersonal) return `rows.form_${role}`;
    return hashKey === undefined ? 'cast(null as varchar)' : `sha256(${quoteText(`${hashKey}\u001f${kind}\u001f`)} || rows.form_${role})`;
  });
  return keys.length === 0 ? 'cast(null as varchar)' : `coalesce(${keys.join(', ')})`;
}

/** An answer sheet gives a row per score, with the comment beside the first, or a row for the comment alone. */
function feedbackRows(
  draft: OpenDraft,
  select: (columns: Readonly<Record<string, string>>, which?: string) => string,
  customer: string
): string[] {
  const day = 'cast(rows.told_at as date)';
  const none = (type: string) => `cast(null as ${type})`;
  const isTicket = areTickets(draft.mapping);
  if (isTicket) return [select({ customer, day, kind: "'ticket'", score: 'rows.csat', opened: 'rows.told_at' })];
  const sheet = { customer, day, opened: none('timestamp') };
  return [
    select({ ...sheet, kind: "'nps'", score: 'rows.nps' }, 'rows.nps is not null'),
    select(
      { ...sheet, kind: "'csat'", score: 'rows.csat', comment: 'case when rows.nps is null then rows.comment end' },
      'rows.csat is not null'
    ),
    select({ ...sheet, kind: "'comment'", score: none('double') }, 'rows.nps is null and rows.csat is null')
  ];
}
