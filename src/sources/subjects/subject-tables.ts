import { literal } from '../../engine/sql.ts';

/** The canonical tables about something other than orders, by the names that analyses use. */
export const SUBJECT_TABLES = ['members', 'events', 'feedback', 'touches', 'products'] as const;
export type SubjectTable = (typeof SUBJECT_TABLES)[number];

/** The base table behind a canonical table: every row, whatever the scope. */
export type SubjectBase = `all_${SubjectTable}`;
export const SUBJECT_BASES: readonly SubjectBase[] = SUBJECT_TABLES.map((table): SubjectBase => `all_${table}`);

/**
 * Columns and types. `customer` is the number of a customer of the orders, null for anybody else.
 * - `members`: one row per member. `key` is the member's own key, a keyed hash where it is personal; `phone` and
 *   `email` are null unless an outreach list was asked for.
 * - `events`: one row per thing that somebody did.
 * - `feedback`: one row per answer: kind 'nps' (score 0 to 10), 'csat' (score 1 to 5), 'comment' or 'ticket' (score
 *   1 to 5 where it was rated). A comment stands with the first score of its answer sheet. Hours are counted from `opened`.
 * - `touches`: one row per message of a campaign to somebody. `responded` is false where nothing is told of a response.
 * - `products`: one row per product.
 */
const COLUMNS: Readonly<Record<SubjectTable, readonly (readonly [name: string, type: string])[]>> = {
  members: [
    ['customer', 'integer'],
    ['key', 'varchar'],
    ['member_since', 'date'],
    ['birthday', 'date'],
    ['gender', 'varchar'],
    ['tier', 'varchar'],
    ['region', 'varchar'],
    ['tags', 'varchar'],
    ['consent', 'boolean'],
    ['owner', 'varchar'],
    ['company', 'varchar'],
    ['channel', 'varchar'],
    ['points', 'double'],
    ['phone', 'varchar'],
    ['email', 'varchar']
  ],
  events: [
    ['customer', 'integer'],
    ['event_time', 'timestamp'],
    ['day', 'date'],
    ['event', 'varchar'],
    ['channel', 'varchar'],
    ['product', 'varchar'],
    ['amount', 'decimal(18, 2)']
  ],
  feedback: [
    ['customer', 'integer'],
    ['day', 'date'],
    ['kind', 'varchar'],
    ['score', 'double'],
    ['type', 'varchar'],
    ['comment', 'varchar'],
    ['opened', 'timestamp'],
    ['first_reply', 'timestamp'],
    ['resolved', 'timestamp'],
    ['first_reply_hours', 'double'],
    ['resolved_hours', 'double'],
    ['status', 'varchar'],
    ['order_id', 'varchar'],
    ['channel', 'varchar'],
    ['product', 'varchar']
  ],
  touches: [
    ['customer', 'integer'],
    ['campaign', 'varchar'],
    ['grp', 'varchar'],
    ['sent', 'timestamp'],
    ['day', 'date'],
    ['cost', 'decimal(18, 4)'],
    ['response', 'varchar'],
    ['responded', 'boolean'],
    ['channel', 'varchar']
  ],
  products: [
    ['sku', 'varchar'],
    ['product', 'varchar'],
    ['category', 'varchar'],
    ['cost', 'decimal(18, 4)'],
    ['unit_price', 'decimal(18, 4)']
  ]
};

/** The columns of a canonical table, in order. */
export function columnsOf(table: SubjectTable): readonly string[] {
  return COLUMNS[table].map(([name]) => name);
}

/** The statements that create the base tables, empty; `name` gives each its name. */
export function createSubjectTables(name: (base: SubjectBase) => string): string[] {
  return SUBJECT_TABLES.map(
    (table) => `create table ${name(`all_${table}`)} (${COLUMNS[table].map(([column, type]) => `${column} ${type}`).join(', ')})`
  );
}

/**
 * The definition of each of these tables as of a day, from a day on where there is one. Members are there from the day
 * they joined, or always when that is not known; answers and messages without a day belong to no range.
 */
export function subjectDefinitions(asOf: Date, from: Date | null): Readonly<Record<SubjectTable, string>> {
  const until = (day: string) => `${day} <= ${literal(asOf)}`;
  const since = from === null ? '' : ` and day >= ${literal(from)}`;
  const dated = (table: SubjectTable) =>
    `select * from all_${table} where ${from === null ? `(${until('day')} or day is null)` : `${until('day')}${since}`}`;
  return {
    members: `select * from all_members where (${until('member_since')} or member_since is null)`,
    events: `select * from all_events where ${until('day')}${since}`,
    feedback: dated('feedback'),
    touches: dated('touches'),
    products: 'select * from all_products'
  };
}
