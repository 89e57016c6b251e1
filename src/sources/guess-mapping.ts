import type { ColumnRead } from '../engine/contract.ts';
import type { Mapping } from './mapping.ts';

/** Guesses what each column means from its header and the first rows: exact header, alias, part of the header, values. */
export function guessMapping(columns: readonly string[], _sample: readonly (readonly string[])[]): Mapping {
  return { family: null, roles: columns.map(() => null), personal: columns.map(() => null), confidence: columns.map(() => null), answers: {}, rules: {} };
}

/** Columns that may tell customers apart, best first; they must be loaded for the identity gate to measure them. */
export function customerCandidates(_columns: readonly string[], _mapping: Mapping): number[] {
  return [];
}

/**
 * How to read each column: mapped ones typed where every first row agrees, candidates and ids as text, the rest
 * (personal columns among them) skipped.
 */
export function chooseReads(columns: readonly string[], _sample: readonly (readonly string[])[], mapping: Mapping): ColumnRead[] {
  return columns.map((_, column) => (mapping.roles[column] ? 'text' : 'skip'));
}
