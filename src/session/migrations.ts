/** The version that is written, of manifests and of recipes; `migrated` brings older ones up to it. */
export const VERSION = 2;

type Fields = Record<string, unknown>;

/** What each version changed, from the first to the last; the step at place 0 makes version 2 of version 1. */
const STEPS: readonly ((older: Fields) => Fields)[] = [
  /**
   * Version 2: a recipe holds what the user corrected about the cut of a file, not all that was recognised in it; the project
   * keeps how its pages count, and a mark of the data it holds, by which tabs tell whether another has changed them.
   */
  (older) => ({
    ...older,
    definitions: {},
    repairs: older['repairs'] ?? [],
    ...('savedAt' in older ? { state: `saved-${older['savedAt'] instanceof Date ? older['savedAt'].getTime() : 0}` } : {}),
    recipes: inEach(older['recipes'], ({ shape: _shape, ...recipe }) => ({ ...recipe, corrected: { shape: {}, table: null } }))
  })
];

/** What was written by `version`, as the present version writes it. What it cannot make sense of is left to the check that follows. */
export function migrated(written: Fields, version: number): Fields {
  return STEPS.slice(version - 1).reduce((fields, step) => step(fields), written);
}

/** The list with each of its groups changed. */
function inEach(list: unknown, change: (older: Fields) => Fields): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((one: unknown) => (typeof one === 'object' && one !== null ? change(one as Fields) : one));
}
