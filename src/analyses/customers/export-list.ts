import type { WrittenFile } from '../../engine/formats/write-request.ts';
import type { Locale } from '../../i18n/locale.ts';
import { SEGMENTS } from '../scores/messages.ts';

/** Beyond every list: all of it is asked for at once, and written outside the page. */
const WHOLE = 1_000_000_000;

/** The parameters of a list's page query that ask for all of it. */
export const WHOLE_LIST = { page_size: WHOLE, page_start: 0 } as const;

/** The file of a list: segments by their names. */
export function listFile(file: WrittenFile, locale: Locale): WrittenFile {
  return {
    ...file,
    columns: file.columns.map((column) => (column.id === 'segment' ? { ...column, words: SEGMENTS[locale].names } : column))
  };
}
