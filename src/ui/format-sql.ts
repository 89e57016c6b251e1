/** `sql` laid out for reading; as it was when the formatter does not understand it. */
export async function formatSql(sql: string): Promise<string> {
  const { formatDialect, duckdb } = await import('sql-formatter');
  try {
    return formatDialect(sql, { dialect: duckdb, keywordCase: 'lower', tabWidth: 2, expressionWidth: 90 });
  } catch (error) {
    console.debug('left as written:', error);
    return sql;
  }
}
