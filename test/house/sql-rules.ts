/** What a portable query never says, and what it says instead; see src/engine/functions.ts. */
const FORBIDDEN: readonly (readonly [found: RegExp, instead: string])[] = [
  [/\bselect\s+(?:distinct\s+)?(?:\w+\s*\.\s*)?\*/g, 'select * hides the columns: name them'],
  [/\b(?:group|order)\s+by\s+all\b/g, 'group by all: name the columns'],
  [/\b(?:group|order)\s+by\s+\d/g, 'columns by position: name them'],
  [/\bqualify\b/g, 'qualify: filter in an outer query'],
  [/::/g, ':: is a dialect: cast(x as type)'],
  [/\bfilter\s*\(\s*where\b/g, 'filter (where …): sum or count over case'],
  [/\b(?:generate_series|range|unnest|unpivot|pivot)\s*\(/g, 'made-up rows come from the table numbers'],
  [/\b(?:arg_max|arg_min|max_by|min_by|any_value|first|last)\s*\(/g, 'arg_max and its like: row_number() in a CTE'],
  [/\bmode\s*\(/g, 'mode: count and row_number()'],
  [
    /\b(?:strftime|strptime|date_trunc|date_part|date_diff|datediff|date_add|extract|epoch\w*|to_timestamp|age|make_date)\s*\(/g,
    'dates go through our own functions'
  ],
  [/\binterval\b/g, 'interval: add_days, add_months, add_periods'],
  [/\b(?:median|quantile|quantile_cont|quantile_disc|percentile_\w+|approx_\w+)\s*\(/g, 'median_of, quantile_of'],
  [/\b(?:list|array|map|struct|string|regexp)_\w+\s*\(/g, 'lists and patterns are dialect'],
  [/->/g, 'lambdas and json arrows are dialect'],
  [/\b(?:exclude|replace|columns|positional|asof|semi|anti)\s*(?:\(|join\b)/g, 'a DuckDB extension'],
  [/\bi?like\b|~/g, 'patterns: text_contains'],
  [/\b(?:current_date|current_timestamp|now\s*\(|today\s*\(|random\s*\()/g, 'nothing reads the clock or throws dice'],
  [/\[|\{/g, 'lists and structs are dialect'],
  [/\busing\s*\(|\bnatural\s+join\b/g, 'joins name their columns: on a.x = b.x'],
  [/\b(?:insert|update|delete|create|drop|alter|copy|attach|install|load|set|pragma)\s+\w/g, 'a query reads only'],
  [/;/g, 'one statement without a semicolon'],
  [/\/(?!\s*nullif\s*\()(?!\s*\d)(?!\s*(?:cast\s*\(\s*)?\$)/g, 'division: share_of(part, whole) or / nullif(x, 0)']
];

/** Windows whose value depends on the order of rows. */
const ORDERED_WINDOW = /\b(?:row_number|rank|dense_rank|ntile|percent_rank|cume_dist|lag|lead|first_value|last_value|nth_value)\s*\(/g;

/**
 * What is wrong with an analysis's query, one sentence each; empty when it is in the portable subset.
 * A part, which other queries put into their `with`, needs no order of its own.
 */
export function faultsOfQuery(sql: string, isPart = false): string[] {
  const faults: string[] = [];
  if (!/^-- \S/.test(sql)) faults.push('the first line says what one row is, as a comment');
  const code = codeOf(sql);
  const capital = /[A-Z]\w*/.exec(code);
  if (capital) faults.push(`SQL is lower case: ${capital[0]}`);
  for (const [found, instead] of FORBIDDEN)
    for (const match of code.matchAll(found)) faults.push(`${match[0].trim()} (line ${lineOf(code, match.index)}): ${instead}`);
  for (const match of code.matchAll(ORDERED_WINDOW)) {
    const over = /^\s*over\s*(\(|\w+)/.exec(code.slice(closing(code, match.index + match[0].length - 1) + 1));
    const isNamed = over !== null && over[1] !== '(';
    const start = closing(code, match.index + match[0].length - 1) + 1 + (over ? over[0].length - 1 : 0);
    const window = isNamed
      ? (new RegExp(`\\b${over[1]}\\s+as\\s*\\(([^)]*)`).exec(code)?.[1] ?? '')
      : code.slice(start, closing(code, start));
    if (!/\border\s+by\b/.test(window)) faults.push(`${match[0]}…) (line ${lineOf(code, match.index)}): its window has no order`);
  }
  if (!isPart && !/\border\s+by\b/.test(outermost(code))) faults.push('the rows have no order: end with order by');
  return faults;
}

/** The query without comments, and with its texts and quoted names emptied, offsets kept. */
function codeOf(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (part) =>
    part.replace(/[^\n'"]/g, ' ').replace(/^(['"]).*\1$/s, (text) => text)
  );
}

/** The last select of the statement, without anything in parentheses. */
function outermost(code: string): string {
  let depth = 0;
  const flat = [...code].filter((char) => {
    if (char === '(') depth += 1;
    const isOutside = depth === 0;
    if (char === ')') depth -= 1;
    return isOutside;
  });
  const text = flat.join('');
  return text.slice(text.lastIndexOf('select'));
}

/** The place of the parenthesis that closes the one at `open`. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let place = open; place < code.length; place++) {
    if (code[place] === '(') depth += 1;
    if (code[place] === ')' && --depth === 0) return place;
  }
  return code.length;
}

function lineOf(code: string, offset: number): number {
  return code.slice(0, offset).split('\n').length;
}
