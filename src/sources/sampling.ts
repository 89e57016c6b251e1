import type { KeySample, LoadReport } from '../engine/contract.ts';
import { isInSample } from '../engine/readers/key-sample.ts';
import type { Work } from './engine-work.ts';
import { subjectOf } from './guess-mapping.ts';
import { columnOf, SAMPLE_QUESTION, withoutSample, type Mapping } from './mapping.ts';
import { countsOf, rawTable, rowsOf, type RawTable } from './raw-table.ts';

/** Of how many customers one is taken; 1 where all are. */
export function sampleOf({ answers }: Mapping): number {
  const of = Number(answers[SAMPLE_QUESTION] ?? 1);
  return Number.isInteger(of) && of > 1 ? of : 1;
}

/** The mapping with one in `of` customers taken, 1 for all. */
export function withSample(mapping: Mapping, of: number): Mapping {
  return of > 1 ? { ...mapping, answers: { ...mapping.answers, [SAMPLE_QUESTION]: String(of) } } : withoutSample(mapping);
}

/** How the rows of a file are sampled: by its customers, where nobody is named by the order; undefined where all are taken. */
export function keySample(headers: readonly string[], mapping: Mapping): KeySample | undefined {
  const of = sampleOf(mapping);
  const by = (['customer', 'order_id'] as const).map((role) => columnOf(mapping, role)).filter((column) => column !== null);
  return of > 1 && by.length > 0 && subjectOf(headers, mapping) === 'orders' ? { of, by } : undefined;
}

/** Rows that are in the engine, thinned to a sample. */
export interface Thinned {
  readonly raw: RawTable;
  readonly load: LoadReport;
}

/**
 * The loaded rows of the customers in the sample as a table of their own called `name`, the whole one left as it is; null
 * where it does not hold them all, so that the file must be read again.
 */
export async function thinned(work: Work, { raw, load }: Thinned, sample: KeySample, name: string): Promise<Thinned | null> {
  if (sample.of % (load.sampled?.of ?? 1) !== 0) return null;
  await work.execute([`create or replace table ${name} as select * from ${raw.name} where ${isInSample(sample)}`]);
  const count = countsOf(await work.run(`select count(*) as into, ${rowsOf(raw)} as rows from ${name}`));
  const [rows, gathered] = [count('rows'), load.gathered && { into: count('into') }];
  const leftOut = (load.sampled?.leftOut ?? 0) + load.rows - rows;
  const thin = { ...load, rows, gathered, sampled: { of: sample.of, leftOut } };
  return { raw: rawTable(name, raw.headers, thin), load: thin };
}

/** The largest sample among files of orders, and those that hold more customers than it: all must be sampled alike. */
export function lessSampled<D extends { readonly mapping: Mapping; readonly sketch: { readonly columns: readonly string[] } }>(
  drafts: readonly D[]
): { readonly of: number; readonly drafts: readonly D[] } {
  const orders = drafts.filter(({ sketch, mapping }) => subjectOf(sketch.columns, mapping) === 'orders');
  const of = Math.max(1, ...orders.map(({ mapping }) => sampleOf(mapping)));
  return { of, drafts: orders.filter(({ mapping }) => sampleOf(mapping) < of) };
}
