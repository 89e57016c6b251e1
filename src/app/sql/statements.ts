/** One statement of a text, and where it starts in it. */
export interface Statement {
  readonly text: string;
  readonly from: number;
}

// Comments and quoted parts are matched whole, so that a semicolon inside them does not cut.
const PIECE = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|;|[^;'"/-]+|[\s\S]/g;

/** The statements of `sql`, cut at its semicolons; pieces of only blanks and comments are left out. */
export function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  let hasCode = false;
  const cut = (until: number) => {
    if (hasCode) {
      const piece = sql.slice(from, until);
      const lead = piece.length - piece.trimStart().length;
      statements.push({ text: piece.trim(), from: from + lead });
    }
    from = until + 1;
    hasCode = false;
  };
  for (const match of sql.matchAll(PIECE)) {
    const [piece] = match;
    if (piece === ';') cut(match.index);
    else if (!piece.startsWith('--') && !piece.startsWith('/*') && piece.trim() !== '') hasCode = true;
  }
  cut(sql.length);
  return statements;
}
