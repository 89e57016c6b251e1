import type { ColumnRead } from '../engine/contract.ts';
import { literal } from '../engine/sql.ts';
import { customerCandidates, isStandIn } from './guess-mapping.ts';
import { idExpression, isScientific } from './id-text.ts';
import { columnOf, type Mapping } from './mapping.ts';
import { countsOf, isLoaded, rawName, rowsOf, type RawTable, type Run } from './raw-table.ts';
import type { Identity, Note } from './source.ts';

/** How keys are compared: e-mails fold case; phones fold +86, blanks, dashes; all others are exact. */
type KeyKind = 'exact' | 'email' | 'phone';

/** The customer key that passed the gate. */
export interface CustomerKey {
  readonly column: number;
  readonly kind: KeyKind;
  /** Folded keys that stand for nobody: the placeholders that occur, and a key on too many rows. */
  readonly nobody: readonly string[];
}

/** The gate's measurements, and the key to build customers with (null exactly when `chosen` is). */
export interface MeasuredIdentity extends Identity {
  readonly key: CustomerKey | null;
}

type Candidate = Identity['candidates'][number];

interface Measured {
  readonly candidate: Candidate;
  readonly key: CustomerKey;
}

/** Keys that are nobody, lower case. */
const PLACEHOLDERS: readonly string[] = [
  '0',
  '00',
  '000',
  '0000',
  '00000',
  '000000',
  '00000000',
  '00000000000',
  '-1',
  '-',
  '--',
  '.',
  '/',
  'null',
  '(null)',
  'none',
  'nil',
  'nan',
  'n/a',
  'na',
  '#n/a',
  'undefined',
  'unknown',
  'guest',
  'guest user',
  'guest customer',
  'anonymous',
  'anon',
  'test',
  'default',
  'walk-in',
  'walk in',
  'walkin',
  'walk-in customer',
  'guest checkout',
  'cash customer',
  '匿名客户',
  '未知客户',
  'cash',
  '无',
  '空',
  '匿名',
  '匿名用户',
  '匿名买家',
  '游客',
  '散客',
  '非会员',
  '未知',
  '未登录',
  '普通客户',
  '零散客户',
  '暂无',
  '\\n'
];

/** The remark about a key of whoever got the parcel. */
export const STAND_IN = 'key-recipient';
const MASKED_SHARE = 0.3;
/** One customer on fewer rows than this is a short file, not a constant. */
const FEWEST_TOLD = 10;
const PLACEHOLDER_SHARE = 0.05;
/** Shops that number their customers from 1 and guests 0. */
const GUEST_IS_ZERO: readonly string[] = ['woocommerce', 'woocommerce-orders', 'bigcommerce'];
/** A key on that many times the rows of the others is a store's phone or a till; a good customer of a small shop is not. */
const STANDS_OUT = 5;

/**
 * Measures every candidate key on all rows, one scan each. The cells of the chosen one stay in the table `keys`:
 * cell, rows (how many hold it), key (folded). `chosen` is the mapped customer column unless it
 * is unsound, else the soundest other candidate, else null; null also when the user took the role away.
 * The caller gives the role to `chosen`.
 */
export async function measureIdentity(run: Run, raw: RawTable, mapping: Mapping, keys: string): Promise<MeasuredIdentity> {
  const columns = customerCandidates(raw.headers, mapping).filter((column) => isLoaded(raw, column));
  const measured: Measured[] = [];
  const mapped = columnOf(mapping, 'customer');
  // Most likely the mapped column is the one, and its cells need not be gathered again.
  const likely = columns.find((column) => column === mapped) ?? columns[0] ?? null;
  for (const column of columns) {
    const select = keysSelect(raw, column, keyKind(mapping, column));
    if (column === likely) await run(`create or replace table ${keys} as ${select}`);
    measured.push(await measure(run, raw, mapping, column, column === likely ? keys : `(${select}) as cells`));
  }
  const isRefusedByUser = mapped === null && columns.some((column) => mapping.confidence[column] === 'user');
  const own = measured.find(({ candidate }) => candidate.column === mapped && candidate.verdict !== 'unsound');
  const best = measured
    .filter(({ candidate }) => candidate.verdict === 'sound')
    .sort((a, b) => nobodyShare(a.candidate) - nobodyShare(b.candidate))[0];
  // A key that half of the rows lack gives way to a whole one, unless the user chose it.
  const isBetter =
    best && own && mapping.confidence[own.candidate.column] !== 'user' && nobodyShare(own.candidate) - nobodyShare(best.candidate) > 0.2;
  const chosen = isRefusedByUser ? null : ((isBetter ? best : (own ?? best)) ?? null);
  if (chosen && chosen.key.column !== likely)
    await run(`create or replace table ${keys} as ${keysSelect(raw, chosen.key.column, chosen.key.kind)}`);
  return { candidates: measured.map(({ candidate }) => candidate), chosen: chosen?.candidate.column ?? null, key: chosen?.key ?? null };
}

function nobodyShare({ empty, placeholder, rows }: Candidate): number {
  return rows === 0 ? 1 : (empty + placeholder) / rows;
}

function keyKind(mapping: Mapping, column: number): KeyKind {
  const kind = mapping.personal[column];
  return kind === 'email' || kind === 'phone' ? kind : 'exact';
}

/** SQL: the folded key of a cell, or null when it is empty. */
export function keyExpression(column: string, read: ColumnRead, kind: KeyKind): string {
  const id = idExpression(column, read);
  if (kind === 'email') return `lower(${id})`;
  // The same column may hold e-mails beside phones; folding case does no harm to digits.
  return kind === 'phone' ? `lower(regexp_replace(translate(${id}, ' -()', ''), '^(?:\\+|00)?86(1[3-9]\\d{9})$', '\\1'))` : id;
}

/** SQL: the customer of a row, or null for nobody. */
export function customerExpression(raw: RawTable, key: CustomerKey): string {
  const folded = keyExpression(rawName(key.column), raw.reads[key.column] ?? 'text', key.kind);
  return key.nobody.length === 0 ? folded : `case when ${folded} not in ${literal(key.nobody)} then ${folded} end`;
}

/** One row per different cell of a column: cell, rows, key. Grouped first, so that keys are folded once per different cell. */
function keysSelect(raw: RawTable, column: number, kind: KeyKind): string {
  return `select cast(cell as varchar) as cell, rows, ${keyExpression('cell', raw.reads[column] ?? 'text', kind)} as key
    from (select ${rawName(column)} as cell, ${rowsOf(raw)} as rows from ${raw.name} group by 1) as cells`;
}

/** Measures the key whose cells are in `cells`, in the columns of `keysSelect`. */
async function measure(run: Run, raw: RawTable, mapping: Mapping, column: number, cells: string): Promise<Measured> {
  const kind = keyKind(mapping, column);
  // Cheap looks first: the pattern runs only on keys that hold such a sign.
  const masked = String.raw`(contains(key, '*') or contains(key, '#') or contains(key, '$') or ends_with(key, '=')) and regexp_matches(key, '\*|##|#.*#|\$\$|\$.+\$|^[A-Za-z0-9+/]{22,}={1,2}$')`;
  const result = await run(`with folded as (select key, cast(sum(rows) as bigint) as rows from ${cells} group by key),
    judged as (
      select key, rows, key is null as is_empty, coalesce(lower(key) in ${literal(PLACEHOLDERS)}, false) as is_placeholder, coalesce(${masked}, false) as is_masked,
        coalesce(contains(key, '+') and ${isScientific('key')}, false) as is_scientific
      from folded)
    select
      coalesce(sum(rows), 0) as rows,
      coalesce(sum(rows) filter (where is_empty), 0) as empty,
      coalesce(sum(rows) filter (where is_placeholder), 0) as placeholder,
      coalesce(sum(rows) filter (where is_masked), 0) as masked,
      coalesce(sum(rows) filter (where is_scientific), 0) as scientific,
      count(*) filter (where not is_empty and not is_placeholder) as keys,
      coalesce(max(rows) filter (where not is_empty and not is_placeholder), 0) as top_rows,
      arg_max(key, rows) filter (where not is_empty and not is_placeholder) as top_key,
      string_agg(key, chr(31)) filter (where is_placeholder) as placeholders,
      coalesce(sum(rows) filter (where key = '0'), 0) as zero_rows
    from judged`);
  const count = countsOf(result);
  const textOf = (wanted: string) => {
    const value = result.at(
      0,
      result.columns.findIndex((one) => one.name === wanted)
    );
    return typeof value === 'string' ? value : null;
  };
  const rows = count('rows');
  const topRows = count('top_rows');
  const isLikeOthers =
    !GUEST_IS_ZERO.includes(mapping.family ?? '') &&
    count('zero_rows') > 0 &&
    count('keys') > 0 &&
    count('zero_rows') <= (STANDS_OUT * (rows - count('zero_rows'))) / count('keys');
  const zeroRows = isLikeOthers && (await isNumbered(run, raw, column, count('keys'))) ? count('zero_rows') : 0;
  const keys = count('keys') + (zeroRows > 0 ? 1 : 0);
  const placeholders = count('placeholder') - zeroRows;
  const known = rows - count('empty') - placeholders;
  const topShare = rows === 0 ? 0 : topRows / rows;
  const others = keys > 1 ? (known - topRows) / (keys - 1) : 0;
  const isTopNobody = keys > 1 && topShare > PLACEHOLDER_SHARE && topRows >= 5 && topRows >= STANDS_OUT * others;
  const top = textOf('top_key');
  const nobody = [
    ...(textOf('placeholders')?.split('\u001f') ?? []).filter((key) => zeroRows === 0 || key !== '0'),
    ...(isTopNobody && top !== null ? [top] : [])
  ];
  const distinct = keys - (isTopNobody ? 1 : 0);
  const placeholder = placeholders + (isTopNobody ? topRows : 0);
  const facts = { column, distinct, rows, empty: count('empty'), masked: count('masked'), placeholder, topShare };
  const judged = judge(facts, {
    kind: mapping.personal[column] ?? null,
    confidence: mapping.confidence[column] ?? null,
    isStandIn: isStandIn(raw.headers, mapping, column),
    topRows: isTopNobody ? topRows : 0,
    scientific: count('scientific')
  });
  return { candidate: { ...facts, ...judged }, key: { column, kind, nobody } };
}

/** Where customers are numbered 0, 1, 2, … without a gap, 0 is the first of them and not a guest. */
async function isNumbered(run: Run, raw: RawTable, column: number, keys: number): Promise<boolean> {
  const key = keyExpression('cell', raw.reads[column] ?? 'text', 'exact');
  const count = countsOf(
    await run(`select count(*) as numbers, coalesce(max(cast(key as integer)), 0) as last_number
      from (select distinct ${key} as key from (select distinct ${rawName(column)} as cell from ${raw.name}) as cells) as keys where regexp_full_match(key, '[1-9][0-9]{0,8}')`)
  );
  return count('numbers') === keys && count('last_number') === keys;
}

interface Context {
  readonly kind: Mapping['personal'][number];
  readonly confidence: Mapping['confidence'][number];
  /** Whoever got the parcel, who need not be the buyer. */
  readonly isStandIn: boolean;
  /** Rows of the key that stands for nobody, 0 when there is none. */
  readonly topRows: number;
  readonly scientific: number;
}

/** The verdict on a measured key, and why, in notes. */
function judge(facts: Omit<Candidate, 'verdict' | 'why'>, context: Context): Pick<Candidate, 'verdict' | 'why'> {
  const { distinct, rows, empty, masked, placeholder } = facts;
  const filled = rows - empty;
  const known = filled - placeholder;
  const bad: Note[] = [];
  const doubts: Note[] = [];
  const remarks: Note[] = [];
  if (known === 0) bad.push({ code: 'key-empty', level: 'bad' });
  else {
    if (masked >= MASKED_SHARE * filled) bad.push({ code: 'key-masked', level: 'bad', params: { share: masked / filled } });
    else if (masked > 0) remarks.push({ code: 'key-some-masked', level: 'warn', params: { rows: masked } });
    if (context.scientific >= MASKED_SHARE * filled) bad.push({ code: 'key-cut', level: 'bad', params: { rows: context.scientific } });
    else if (context.scientific > 0) doubts.push({ code: 'key-cut', level: 'warn', params: { rows: context.scientific } });
    if ((distinct === 1 && known >= FEWEST_TOLD) || (distinct <= 5 && known >= 50 * distinct))
      bad.push({ code: 'key-constant', level: 'bad', params: { distinct } });
    if (distinct >= 20 && distinct >= 0.99 * known) {
      // A header that plainly says customer may belong to a shop where everybody bought once.
      const isPlain = context.confidence !== 'contains' && context.confidence !== 'values';
      (isPlain ? doubts : bad).push({ code: 'key-all-different', level: isPlain ? 'warn' : 'bad', params: { distinct } });
    }
    if (context.isStandIn) doubts.push({ code: STAND_IN, level: 'warn' });
    if (context.kind === 'name') doubts.push({ code: 'key-name', level: 'warn' });
    if (known < rows / 2) doubts.push({ code: 'key-mostly-nobody', level: 'warn', params: { share: 1 - known / rows } });
  }
  if (context.topRows > 0)
    remarks.push({ code: 'key-top', level: 'warn', params: { rows: context.topRows, share: context.topRows / rows } });
  const others = empty + placeholder - context.topRows;
  if (others > 0 && known > 0) remarks.push({ code: 'key-nobody', level: 'info', params: { rows: others } });
  const verdict = bad.length > 0 ? 'unsound' : doubts.length > 0 ? 'doubtful' : 'sound';
  return {
    verdict,
    why: [
      ...bad,
      ...doubts,
      ...remarks,
      ...(verdict === 'sound' ? [{ code: 'key-sound', level: 'good', params: { distinct } } as const] : [])
    ]
  };
}
