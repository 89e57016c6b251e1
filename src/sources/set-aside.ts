import { quoteName, quoteText } from '../engine/sql.ts';
import type { Reason } from './cleaning.ts';
import type { GivenUp } from './join-drafts.ts';
import { subjectOf } from './guess-mapping.ts';
import type { OpenDraft } from './open-draft.ts';
import { isLoaded, rawName } from './raw-table.ts';
import { stagedName } from './staged-tables.ts';

/** The table of rows that are in the files but not in the shop. */
export const SET_ASIDE = 'set_aside';

/** Our own columns; a header of the same name gets a number. */
const OURS = ['reason', 'file', 'data_row', 'line', 'rows_together'] as const;

/**
 * One row per row set aside: reason, file, data_row (its place among the file's data rows, from 1; null for
 * rows outside the table), line (for those), then the file's own columns that were read, as text.
 * `givenUp` tells the used rows that give way to other files.
 */
export function setAsideSelect(draft: OpenDraft, givenUp: readonly GivenUp[] = []): string {
  const { raw, load, staged } = draft;
  const headers = uniqueHeaders(raw.headers);
  const columns = headers.flatMap((header, column) =>
    isLoaded(raw, column) ? [`${shownCell(draft, column)} as ${quoteName(header)}`] : []
  );
  const own = (reason: string, dataRow: string, line: string) =>
    `${reason} as reason, ${quoteText(draft.file.name)} as file, ${dataRow} as data_row, ${line} as line`;
  // Of gathered rows nobody knows the places, but how many they are.
  const carried = raw.carried === undefined ? [] : ['raw.carried as rows_together'];
  const [verdicts, cells] = [stagedName('verdicts', staged), stagedName('cells', staged)];
  const select = (reason: string, from: string, row = 'raw.rowid') =>
    `select ${[own(reason, raw.carried === undefined ? `cast(${row} + 1 as bigint)` : 'cast(null as bigint)', 'cast(null as bigint)'), ...carried, ...columns].join(', ')}\nfrom ${from}`;
  const inTable = draft.subjectStage
    ? othersAside(draft, givenUp, select)
    : !draft.stage
      ? select(quoteText(unusedReason(draft)), `${raw.name} as raw`)
      : [
          select(
            'aside.fate',
            `${draft.stage.suspects} as raw\njoin (select row, fate from ${verdicts} where fate is not null) as aside on aside.row = raw.row`,
            'raw.row'
          ),
          ...givenUp.flatMap(({ reason, test }, place) =>
            reason === 'detail'
              ? []
              : select(
                  quoteText(reason),
                  `${raw.name} as raw\njoin (select cell.row from ${cells} as cell left join ${verdicts} as verdict on verdict.row = cell.row where verdict.fate is null and ${[test, ...givenUp.slice(0, place).map((one) => `not ${one.test}`)].join(' and ')}) as older on older.row = raw.rowid`
                )
          )
        ].join('\nunion all by name\n');
  const first = headers.find((_, column) => isLoaded(raw, column));
  const outside = [
    ...load.outside.map((row) => ({ reason: row.kind, line: row.line, text: row.text })),
    ...load.rejected.map((row) => ({ reason: 'malformed', line: row.line, text: row.text }))
  ];
  if (outside.length === 0) return inTable;
  // What the reader could not cut into cells is kept whole, in the first column.
  const values = outside
    .map(({ reason, line, text }) => `(${quoteText(reason)}, ${line}, ${quoteText(text.replaceAll('\0', ' '))})`)
    .join(', ');
  return `${inTable}
union all by name
select ${own('reason', 'cast(null as bigint)', 'cast(line as bigint)')}${first === undefined ? '' : `, text as ${quoteName(first)}`}
from (values ${values}) as outside(reason, line, text)`;
}

/** SQL: a cell as it is shown; keys of persons in files that are joined by them are masked, unless they are kept for outreach. */
function shownCell({ mapping, subjectStage }: OpenDraft, column: number): string {
  const text = `cast(raw.${rawName(column)} as varchar)`;
  const kind = mapping.personal[column] ?? null;
  if (subjectStage === null || kind === null || kind === 'message' || mapping.rules['outreach'] === true) return text;
  return `left(${text}, 2) || '****'`;
}

/** Why no row of a file is used. */
function unusedReason({ raw, mapping, isAfterSales }: OpenDraft): Reason {
  if (isAfterSales) return 'refund-row';
  return subjectOf(raw.headers, mapping) === 'orders' ? 'not-orders' : 'needs-missing';
}

type SelectAside = (reason: string, from: string, row?: string) => string;

/** The rows of a file about something other than orders that are set aside by themselves, or give way to other files. */
function othersAside({ raw, staged }: OpenDraft, givenUp: readonly GivenUp[], select: SelectAside): string {
  const rows = `${raw.name} as raw\njoin ${stagedName('subject_rows', staged)} as rows on rows.row = raw.rowid`;
  return [
    select('rows.fate', `${rows}\nwhere rows.fate is not null`),
    ...givenUp.map(({ reason, test }) => select(quoteText(reason), `${rows}\nwhere rows.fate is null and ${test}`))
  ].join('\nunion all by name\n');
}

/** The rows set aside, as they are downloaded; for one reason, or all. */
export function setAsideQuery(reason: string | null = null): string {
  return `select * from ${SET_ASIDE}${reason === null ? '' : ` where reason = ${quoteText(reason)}`} order by file, reason, coalesce(data_row, line)`;
}

// The engine compares column names without regard to letter case.
function uniqueHeaders(headers: readonly string[]): string[] {
  const taken = new Set<string>(OURS);
  return headers.map((header) => {
    const base = header.replaceAll('\0', '').trim() || '?';
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
