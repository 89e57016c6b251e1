import type { Draft } from '../sources/source.ts';

/** A file that was taken out of the shop and can be put back; its rows stay where they are until it is thrown away. */
export interface Removed {
  readonly draft: Draft;
  /** Where it stood among the sources: of two files that hold the same order the later one counts. */
  readonly place: number;
}

/** `sources` parted into those that stay and those that go. */
export function takenOut(sources: readonly Draft[], ids: readonly string[]): { left: Draft[]; out: Removed[] } {
  return {
    left: sources.filter(({ id }) => !ids.includes(id)),
    out: sources.flatMap((draft, place) => (ids.includes(draft.id) ? [{ draft, place }] : []))
  };
}

/** `sources` with removed ones in their old places, as far as those are there still. */
export function withPutBack(sources: readonly Draft[], removed: readonly Removed[]): Draft[] {
  const all = [...sources];
  for (const { draft, place } of [...removed].sort((a, b) => a.place - b.place)) all.splice(Math.min(place, all.length), 0, draft);
  return all;
}
