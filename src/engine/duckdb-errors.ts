import { EngineError, type Fault } from './contract.ts';

const FAULTS: readonly (readonly [RegExp, Fault])[] = [
  [/out of memory|memory limit|failed to allocate|could not allocate|bad_alloc/i, 'out-of-memory'],
  [/interrupt|cancel/i, 'cancelled'],
  [
    /unreachable|memory access out of bounds|table index is out of bounds|null function|worker (?:was )?(?:closed|terminated)|indirect call|Maximum call stack/i,
    'engine-lost'
  ],
  [
    /Permission Error|file system operations are disabled|configuration has been locked|read-only|Cannot execute statement of type|disabled by configuration|locked/i,
    'refused'
  ]
];

/** Any error thrown by duckdb-wasm as an `EngineError` that carries its SQL and position. */
export function faultOf(error: unknown, sql: string): EngineError {
  const { message, position } = told(error instanceof Error ? error.message : String(error));
  const fault = FAULTS.find(([pattern]) => pattern.test(message))?.[1] ?? 'sql';
  return new EngineError({ fault, message: cleaned(message), sql, position: position ?? positionOf(message, sql) });
}

/** Parser errors come as JSON, all others as text. */
function told(message: string): { message: string; position?: number } {
  if (!message.startsWith('{"exception_type"')) return { message };
  const told = JSON.parse(message) as { exception_type: string; exception_message: string; position?: string };
  const position = Number(told.position);
  return { message: `${told.exception_type} Error: ${told.exception_message}`, ...(Number.isInteger(position) ? { position } : {}) };
}

/** DuckDB appends the failing line with a caret; the page shows that itself. */
function cleaned(message: string): string {
  return message.replace(/\n*LINE \d+:[\s\S]*$/, '').trim();
}

/** "LINE 3: … \n        ^" as an offset into the statement, if the message has one. */
export function positionOf(message: string, sql: string): number | undefined {
  const match = /LINE (\d+): ([^\n]*)\n( *)\^/.exec(message);
  if (!match) return undefined;
  const [, line = '1', excerpt = '', indent = ''] = match;
  const lineStart = sql
    .split('\n')
    .slice(0, Number(line) - 1)
    .reduce((sum, text) => sum + text.length + 1, 0);
  const caret = indent.length - `LINE ${line}: `.length;
  // Long lines are cut and lead with "...": find the excerpt in the line.
  const whole = sql.split('\n')[Number(line) - 1] ?? '';
  const isCut = excerpt.startsWith('...');
  const shown = isCut ? excerpt.slice(3) : excerpt;
  const from = isCut ? Math.max(0, whole.indexOf(shown.replace(/\.\.\.$/, ''))) - 3 : 0;
  const position = lineStart + Math.max(0, from + caret);
  return position <= sql.length ? position : undefined;
}
