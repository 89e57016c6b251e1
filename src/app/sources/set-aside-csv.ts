import { decode } from '../../engine/arrow.ts';
import type { EngineService } from '../../engine/contract.ts';
import { randomId } from '../../engine/random-id.ts';
import type { Locale } from '../../i18n/locale.ts';
import { cancellable } from '../../session/shop.ts';
import { reasonText } from '../../sources/messages.ts';
import { asOpen } from '../../sources/open-draft.ts';
import { setAsideSelect } from '../../sources/set-aside.ts';
import type { Draft } from '../../sources/source.ts';
import { csvLines } from '../../ui/csv.ts';
import type { Cell, TableColumn } from '../../ui/table-model.ts';

const BOM = '\ufeff';
/** Rows written between two breaths of the page. */
const PART = 2_000;

/** SQL: the rows of a draft that would be set aside, as they are downloaded. */
export function draftSetAside(draft: Draft): string {
  return setAsideSelect(asOpen(draft));
}

/**
 * The rows that `sql` gives as a CSV file: UTF-8 with BOM, safe from formulas, every cell as text as it stood
 * in the file. Beside `reason` stands `why`, the reason in the user's words. The page stays responsive.
 */
export async function setAsideCsv(engine: EngineService, sql: string, locale: Locale, signal?: AbortSignal): Promise<Blob> {
  const job = `set aside ${randomId()}`;
  const { bytes } = await cancellable(engine, job, signal, () => engine.run(job, sql));
  const result = decode(bytes);
  const reason = result.columns.findIndex((column) => column.name === 'reason');
  const columns = result.columns.map(({ name }): TableColumn => ({ id: name, label: name, kind: 'text' }));
  columns.splice(reason + 1, 0, { id: 'why', label: 'why', kind: 'text' });
  const parts: string[] = [BOM, csvLines(columns, [], true)];
  for (let from = 0; from < result.rows; from += PART) {
    signal?.throwIfAborted();
    const rows = Array.from({ length: Math.min(PART, result.rows - from) }, (_, at) => {
      const cells = result.columns.map((_column, place) => cellOf(result.at(from + at, place)));
      cells.splice(reason + 1, 0, reasonText(String(cells[reason] ?? ''), locale));
      return cells;
    });
    parts.push(csvLines(columns, rows, false));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' ? value : value === null || value === undefined ? null : String(value);
}
