import { isBlankCell } from '../blank-cells.ts';
import { roleExpression, type Formats } from '../column-formats.ts';
import { spanHours } from '../durations.ts';
import { idExpression, textExpression } from '../id-text.ts';
import { joinForm, joinKind, type JoinKind } from '../join-form.ts';
import { columnOf, type Mapping, type Role } from '../mapping.ts';
import { isLoaded, rawName, type RawTable } from '../raw-table.ts';

/** The cells of a row of a raw table by role, as SQL; null values of the right type where a role is not mapped. */
export interface SubjectCells {
  readonly raw: RawTable;
  readonly mapping: Mapping;
  readonly has: (role: Role) => boolean;
  /** A text without the blanks around it; null where it says nothing. */
  readonly text: (role: Role) => string;
  /** An id without its wrappings. */
  readonly id: (role: Role) => string;
  readonly moment: (role: Role) => string;
  /** An amount of money, as decimal. */
  readonly money: (role: Role) => string;
  readonly number: (role: Role) => string;
  /** Whether the cell holds something, readable or not. */
  readonly isFilled: (role: Role) => string;
  /** Hours, where the column says how long something took, else null. */
  readonly hours: (role: Role) => string | null;
  /** The key in the form in which it is compared, and its kind; null where the role is not mapped. */
  readonly form: (role: Role) => { readonly sql: string; readonly kind: JoinKind } | null;
}

export function subjectCells(raw: RawTable, mapping: Mapping, formats: Formats): SubjectCells {
  const place = (role: Role) => {
    const column = columnOf(mapping, role);
    return column !== null && isLoaded(raw, column) ? column : null;
  };
  const readOf = (column: number) => raw.reads[column] ?? 'text';
  const typed = (role: Role, type: string) => roleExpression(raw, mapping, formats, role) ?? `cast(null as ${type})`;
  const isFilled = (role: Role) => {
    const column = place(role);
    if (column === null) return 'false';
    const name = rawName(column);
    return readOf(column) === 'text' ? `(${name} is not null and not ${isBlankCell(name)})` : `${name} is not null`;
  };
  const spoken = (role: Role, expression: (name: string, read: ReturnType<typeof readOf>) => string) => {
    const column = place(role);
    if (column === null) return 'cast(null as varchar)';
    return `case when ${isFilled(role)} then ${expression(rawName(column), readOf(column))} end`;
  };
  return {
    raw,
    mapping,
    isFilled,
    has: (role) => place(role) !== null,
    text: (role) => spoken(role, textExpression),
    id: (role) => spoken(role, idExpression),
    moment: (role) => (isSpan(role) ? 'cast(null as timestamp)' : typed(role, 'timestamp')),
    money: (role) => typed(role, 'decimal(18, 4)'),
    number: (role) => typed(role, 'double'),
    hours: (role) => {
      const column = place(role);
      const unit = column === null ? undefined : formats.spans.get(column);
      return column === null || unit === undefined ? null : spanHours(rawName(column), readOf(column) === 'text', unit);
    },
    form: (role) => {
      const column = place(role);
      if (column === null) return null;
      const kind = joinKind(mapping, column);
      return { sql: joinForm(rawName(column), readOf(column), kind), kind };
    }
  };

  function isSpan(role: Role): boolean {
    const column = place(role);
    return column !== null && formats.spans.has(column);
  }
}
