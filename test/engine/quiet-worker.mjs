// DuckDB's own worker, without its habit of printing every query error.
import { createRequire } from 'node:module';

console.log = () => undefined;
createRequire(import.meta.url)('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs');
