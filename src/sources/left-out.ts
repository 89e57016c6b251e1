import { EngineError } from '../engine/contract.ts';
import { LEFT_OUT, ROWS_QUESTION, withoutSample, type Mapping, type Role } from './mapping.ts';

/** How a file of orders is made to fit where memory does not suffice for all of it. */
export interface Lighter {
  /** Takes one in so many customers. */
  readonly sample?: number | undefined;
  /** Leaves out what no customer is counted by. */
  readonly fewColumns?: boolean | undefined;
  /** Loads the orders of a customer on a day as one row. */
  readonly byDay?: boolean | undefined;
  /** In how many parts those are read; by default as many as the size of the file asks for. */
  readonly parts?: number | undefined;
}

/** The mapping with all of the file taken, as it was before anything was left out. */
export function withoutLighter(mapping: Mapping, headers: readonly string[]): Mapping {
  return withAllRows(withoutSample(mapping), headers);
}

/** The mapping with all rows and columns of the customers taken: what made one file fit is not asked of the next. */
export function withAllRows(mapping: Mapping, headers: readonly string[]): Mapping {
  const roles = new Map(leftOutOf(mapping).map(({ header, role }) => [header, role]));
  const { [LEFT_OUT]: _columns, [ROWS_QUESTION]: _rows, ...answers } = mapping.answers;
  return {
    ...mapping,
    answers,
    roles: mapping.roles.map((role, column) => {
      const before = role === null ? roles.get(headers[column] ?? '') : undefined;
      return before && !mapping.roles.includes(before) ? before : role;
    })
  };
}

/** The columns whose meaning was left out, by the names in the file. */
export function leftOutOf({ answers }: Mapping): { readonly header: string; readonly role: Role }[] {
  const told: unknown = JSON.parse(answers[LEFT_OUT] ?? '{}');
  return Object.entries(told as Record<string, Role>).map(([header, role]) => ({ header, role }));
}

/** Whether a file that could not be read may go in when less of it is taken: memory did not suffice, or its orders cannot be gathered. */
export function hasWayOn(error: unknown): boolean {
  return error instanceof EngineError && (error.fault === 'out-of-memory' || error.fault === 'engine-lost' || isUngathered(error));
}

/** Whether a file was refused because the orders of a day cannot be read as one. */
export function isUngathered(error: unknown): boolean {
  return error instanceof EngineError && error.fault === 'unreadable-file' && error.message.startsWith('gather-');
}
