import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnRead, FileSketch, LoadReport, TextShape } from '../../src/engine/contract.ts';
import { rows, startEngine } from './engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** Sketches and loads, all columns as text unless told. */
async function taken(content: BlobPart, override?: Partial<TextShape>, read: (sketch: FileSketch, column: number) => ColumnRead = () => 'text') {
  const file = new File([content], 'orders.csv');
  const sketch = await engine.sketch('s', file, override);
  const report: LoadReport = await engine.load('l', file, { table: 'raw', shape: sketch.shape, columns: sketch.columns.map((name, column) => ({ name, read: read(sketch, column) })) }, () => undefined);
  expect(await rows(engine, 'select count(*)::integer from raw')).toEqual([[report.rows]]);
  return { sketch, report, cells: await rows(engine, 'select * from raw order by rowid') };
}

describe('public files load whole', () => {
  const folder = resolve(import.meta.dirname, '../../../shared/data');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  const expected: Record<string, number> = {
    'cdnow_sample_transactions.csv': 6_919, 'cdnow_sample_rfm_summary.csv': 2_357, 'lifetimes_example_transactions.csv': 15_273,
    'rfm_data_orders.csv': 4_906, 'cn_orders_shujubuchuiniu.csv': 28_833, 'tmall_order_report.csv': 28_010,
    'hillstrom_email_experiment.csv': 64_000, 'surv_lung.csv': 228, 'surv_rossi.csv': 432, 'surv_waltons_dataset.csv': 163
  };
  test.skipIf(files.length === 0).each(files)('%s', async (name) => {
    const { report, sketch } = await taken(readFileSync(resolve(folder, name)));
    expect(report).toMatchObject({ rows: expected[name], outsideCount: 0, rejectedCount: 0, warnings: [], lines: (expected[name] ?? 0) + 1 });
    expect(sketch.shape).toEqual({ encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1, hasDescriptionRow: false, trimsOutsideRows: true });
  });
});
