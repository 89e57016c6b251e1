/**
 * Values are written into the text by these functions and nowhere else, because duckdb-wasm's
 * prepared statements take no names and no lists and cannot be cancelled. What runs is exactly
 * what is shown.
 */
export type SqlValue = string | number | boolean | Date | null | readonly string[] | readonly number[];
export type SqlParams = Readonly<Record<string, SqlValue>>;

const DAY_MS = 86_400_000;

/** `text` as an SQL string literal. Throws on NUL, which the engine would cut at. */
export function quoteText(text: string): string {
  if (text.includes('\0')) throw new TypeError('a text value holds a NUL character');
  return `'${text.replaceAll("'", "''")}'`;
}

/** `name` as a quoted SQL identifier. Throws on NUL and on the empty name. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0')) throw new TypeError(`not a column or table name: ${JSON.stringify(name)}`);
  return `"${name.replaceAll('"', '""')}"`;
}

/** `value` as an SQL literal; a Date at midnight UTC becomes a date, any other a timestamp. */
export function literal(value: SqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a finite number: ${value}`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (value instanceof Date) {
    const ms = value.getTime();
    if (Number.isNaN(ms)) throw new TypeError('an invalid date');
    const iso = value.toISOString();
    return ms % DAY_MS === 0 ? `date '${iso.slice(0, 10)}'` : `timestamp '${iso.slice(0, 23).replace('T', ' ')}'`;
  }
  if (Array.isArray(value)) {
    // An empty list matches nothing: `x in (null)` is never true.
    return value.length === 0 ? '(null)' : `(${value.map((item: string | number) => literal(item)).join(', ')})`;
  }
  throw new TypeError(`no SQL literal for ${String(value)}`);
}

// Comments and quoted parts are matched first so that a $name inside them is left alone.
const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([a-z_][a-z0-9_]*)/g;

/** Writes `params` into the `$names` of `sql`. Throws on a name without a value and on an unused value. */
export function bind(sql: string, params: SqlParams): string {
  const used = new Set<string>();
  const text = sql.replace(TOKEN, (match, name: string | undefined) => {
    if (name === undefined) return match;
    if (!Object.hasOwn(params, name) || params[name] === undefined) throw new TypeError(`no value for $${name}`);
    used.add(name);
    return literal(params[name]);
  });
  for (const name of Object.keys(params)) if (!used.has(name)) throw new TypeError(`$${name} is not in the query`);
  return text;
}

/** The `$names` a query asks for. */
export function paramNames(sql: string): Set<string> {
  const names = new Set<string>();
  for (const match of sql.matchAll(TOKEN)) if (match[1] !== undefined) names.add(match[1]);
  return names;
}
