import type { Evidence } from '../engine/answer.ts';
import type { WrittenFile, WrittenFormat } from '../engine/formats/write-request.ts';
import { WORDS } from '../i18n/words.ts';
import type { Workbench } from '../session/context.ts';
import { scopeOf } from '../session/view-scope.ts';
import { DIMENSIONS } from '../sources/canonical-tables.ts';
import { UI } from './messages.ts';
import type { Cell, TableColumn, TableModel } from './table-model.ts';

/** What a file says about itself. */
export interface FileStory {
  readonly title: string;
  readonly finding: string;
  readonly definition: readonly string[];
  readonly evidence: Pick<Evidence, 'sql' | 'rows'>;
}

/** A file of these columns that tells where its rows come from: definition, day, filters, files and SQL. */
export function writtenFile(workbench: Workbench, format: WrittenFormat, columns: readonly TableColumn[], story: FileStory): WrittenFile {
  const { locale, view, project } = workbench;
  const words = UI[locale].written;
  const plain = (text: string) => text.replaceAll('**', '');
  const scope = scopeOf(view, project.facts);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const sample = project.facts?.readings.find(({ code }) => code === 'sampled')?.params?.['of'];
  const filters = DIMENSIONS.flatMap((dimension) => {
    const values = scope.filters[dimension];
    return values ? [`${WORDS[locale].dimensions[dimension]}: ${values.map((value) => value || WORDS[locale].unknown).join(', ')}`] : [];
  });
  const notes: (readonly [string, string])[] = [
    [words.title, story.title],
    [words.finding, plain(story.finding)],
    [words.definition, plain(story.definition.join('\n'))],
    [words.asOf, day(scope.asOf)],
    [words.from, scope.from ? day(scope.from) : words.all],
    [words.filters, filters.length > 0 ? filters.join('\n') : words.none],
    ...(typeof sample === 'number' ? [[words.sample, words.sampled(String(sample))] as const] : []),
    ...(project.facts?.readings.some(({ code }) => code === 'gathered') ? [[words.orders, words.gathered] as const] : []),
    [words.rows, String(story.evidence.rows)],
    [words.currency, project.facts?.currency ?? words.none],
    [words.files, project.sources.map((source) => source.file.name).join('\n')],
    [words.columns, columns.map(({ id, label }) => `${id}: ${label}`).join('\n')],
    [words.sql, story.evidence.sql]
  ];
  return {
    format,
    columns: columns.map(({ id, label, kind }) => ({ id, label, kind })),
    sheets: [story.title, words.sheet],
    notes: notes.filter(([, text]) => text !== '')
  };
}

/** The columns and cells of a table that belong into a file. */
export function writtenTable({ columns, rows }: TableModel): { readonly columns: TableColumn[]; readonly cells: Cell[][] } {
  const kept = columns.flatMap((column, at) => (column.only === 'screen' ? [] : [at]));
  return { columns: columns.filter((_, at) => kept.includes(at)), cells: rows.map((row) => kept.map((at) => row[at] ?? null)) };
}
