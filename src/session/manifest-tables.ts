import type { KeptTableFiles, Manifest } from './manifest.ts';

/** All tables that a manifest speaks of: those of the shop, and the rows of its files, also of those that were removed. */
export function tablesOf({ tables, sources, removed = [] }: Manifest): readonly KeptTableFiles[] {
  return [...tables, ...[...sources, ...removed].flatMap(({ rows }) => rows ?? [])];
}
