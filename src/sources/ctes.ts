import { tablesRead } from './scope.ts';

interface Cte {
  readonly name: string;
  /** '' or 'not materialized '. */
  readonly hint: string;
  readonly body: string;
}

/** A CTE on its own, and the statement without it. */
export interface TakenCte {
  /** The select that gives its rows, with the CTEs that it reads. */
  readonly table: string;
  /** The statement that reads the table `stored` in its place, without the CTEs that nothing reads any more. */
  readonly rest: (stored: string) => string;
}

/** Takes the CTE `name` out of `sql`; null when there is no such CTE. */
export function takeCte(sql: string, name: string): TakenCte | null {
  const { ctes, rest } = cut(sql);
  const at = ctes.findIndex((cte) => cte.name === name);
  const taken = ctes[at];
  if (taken === undefined) return null;
  return {
    table: joined(ctes.slice(0, at), taken.body),
    rest: (stored) =>
      joined(
        ctes.map((cte) => (cte === taken ? { name, hint: 'not materialized ', body: `select * from ${stored}` } : cte)),
        rest
      )
  };
}

/** `rest` with those of `ctes` that it reads, or that those read. */
function joined(ctes: readonly Cte[], rest: string): string {
  const needed: Cte[] = [];
  for (const cte of ctes.toReversed()) {
    // A CTE reads only those before it.
    const readers = [rest, ...needed.map(({ body }) => body)];
    if (readers.some((text) => tablesRead(text, [cte.name]).length > 0)) needed.unshift(cte);
  }
  if (needed.length === 0) return rest;
  const texts = needed.map(({ name, hint, body }) => `${name} as ${hint}(${body})`).join(',\n');
  const inner = START.exec(rest);
  return inner ? `with ${texts},\n${rest.slice(inner[0].length)}` : `with ${texts}\n${rest}`;
}

const START = /^(?:\s|--[^\n]*\n)*with\s+/i;
const SPACE = /(?:\s|--[^\n]*(?:\n|$))*/y;
const CTE_HEAD = /([a-z_]\w*)\s+as\s+((?:not\s+)?materialized\s+)?\(/iy;
const PART = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g;

/** A statement cut at its outermost CTEs. */
function cut(sql: string): { readonly ctes: readonly Cte[]; readonly rest: string } {
  const ctes: Cte[] = [];
  const start = START.exec(sql);
  if (!start) return { ctes, rest: sql };
  let at = start[0].length;
  for (;;) {
    at = endOf(SPACE, sql, at);
    CTE_HEAD.lastIndex = at;
    const head = CTE_HEAD.exec(sql);
    if (!head) throw new SyntaxError(`not a CTE: ${sql.slice(at, at + 60)}`);
    const end = closing(sql, CTE_HEAD.lastIndex);
    ctes.push({ name: head[1] ?? '', hint: head[2] ?? '', body: sql.slice(CTE_HEAD.lastIndex, end) });
    at = endOf(SPACE, sql, end + 1);
    if (sql[at] !== ',') return { ctes, rest: sql.slice(at) };
    at += 1;
  }
}

function endOf(pattern: RegExp, sql: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(sql) ? pattern.lastIndex : from;
}

/** Where the parenthesis closes that was opened just before `from`. */
function closing(sql: string, from: number): number {
  let depth = 1;
  PART.lastIndex = from;
  for (let part = PART.exec(sql); part; part = PART.exec(sql)) {
    if (part[0] === '(') depth += 1;
    if (part[0] === ')') depth -= 1;
    if (depth === 0) return part.index;
  }
  throw new SyntaxError('a parenthesis is never closed');
}
