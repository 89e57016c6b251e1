// The same SQL in native DuckDB with one thread: `node native.mjs <orders.csv> <statements.json>`, run in a folder
// where @duckdb/node-api is installed. Prints the median of five runs of each question, in ms, as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [file, input] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.join(process.cwd(), 'any.js'))('@duckdb/node-api');
const { setup, questions } = JSON.parse(readFileSync(input, 'utf8'));

const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
for (const statement of setup) await connection.run(statement.replaceAll('$FILE', file.replaceAll("'", "''")));
const result = {};
for (const [name, sql] of Object.entries(questions)) {
  const times = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (const statement of sql.split(/;\s*\n/)) if (statement.trim()) await (await connection.run(statement)).getRows();
    times.push(performance.now() - start);
  }
  result[name] = times.sort((a, b) => a - b)[2];
}
console.log(JSON.stringify(result));
process.exit(0);
