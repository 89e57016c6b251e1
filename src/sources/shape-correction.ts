import type { FileSketch, TextShape } from '../engine/contract.ts';

/** What a user has said about how a file is cut, for the next file of its kind; nothing of what was recognised by itself. */
export interface ShapeCorrection {
  readonly shape: Partial<TextShape>;
  /** The name of the table that was chosen, where a file holds several. */
  readonly table: string | null;
}

/** A correction, and whether the headers it leads to (a `headersKey`) are the expected ones. */
export interface CorrectionToTry extends ShapeCorrection {
  readonly fits: (headers: string) => boolean;
}

/** What was said so far, with one thing more; what is undefined now is left to recognition again. */
export function withCorrection(before: Partial<TextShape> | undefined, change: Partial<TextShape>): Partial<TextShape> {
  const all = Object.entries({ ...before, ...change }).filter(([, value]) => (value as unknown) !== undefined);
  return Object.fromEntries(all);
}

/** The correction of a file that was read, for the next one. */
export function correctionOf(sketch: FileSketch, corrected: Partial<TextShape> | undefined): ShapeCorrection {
  const shape = corrected ?? {};
  return { shape, table: shape.sheet === undefined ? null : (sketch.tables[shape.sheet]?.name ?? null) };
}

/** How another file is to be cut: its table is that of the same name, else the one at the same place; null where it has neither. */
export function shapeBy({ shape, table }: ShapeCorrection, sketch: FileSketch): Partial<TextShape> | null {
  if (shape.sheet === undefined) return shape;
  const named = sketch.tables.findIndex(({ name }) => table !== null && table !== '' && name === table);
  const sheet = named >= 0 ? named : shape.sheet;
  return sheet < sketch.tables.length ? { ...shape, sheet } : null;
}
