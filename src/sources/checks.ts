import type { Formats } from './column-formats.ts';
import type { MeasuredIdentity } from './identity.ts';
import type { Mapping } from './mapping.ts';
import type { RawTable, Run } from './raw-table.ts';
import type { Note } from './source.ts';

/** What was found in each column of the file, from one scan of the raw table; unused columns say so. */
export function checkColumns(_run: Run, _raw: RawTable, mapping: Mapping, _formats: Formats, _identity: MeasuredIdentity): Promise<Note[][]> {
  return Promise.resolve(mapping.roles.map((role) => (role === null ? [{ code: 'not-used', level: 'info' }] : [])));
}
