import { guessMapping } from '../sources/guess-mapping.ts';
import { headersKey } from '../sources/header.ts';
import type { ImportOptions } from '../sources/import.ts';
import { withAllRows } from '../sources/left-out.ts';
import { correctionOf, type CorrectionToTry } from '../sources/shape-correction.ts';
import { askedTogether } from '../sources/shop-currency.ts';
import type { Mapping } from '../sources/mapping.ts';
import type { Draft } from '../sources/source.ts';
import type { Recipe } from './manifest.ts';
import type { Storage } from './storage.ts';

const SEPARATOR = '\u001f';
/** Files that share so many of their headers are the same export, grown or shrunk by a few columns. */
const SAME_EXPORT = 0.6;
/** A file is not looked at in more ways than this. */
const MOST_CORRECTIONS = 6;

/** How these sources are read and understood, for the next files of their kind; the newest first. */
export function recipesOf(sources: readonly Draft[], before: readonly Recipe[]): Recipe[] {
  const made = sources.map(({ file, sketch, corrected, mapping }) => ({
    file: file.name,
    headers: headersKey(sketch.columns),
    corrected: correctionOf(sketch, corrected),
    mapping: withAllRows(mapping, sketch.columns)
  }));
  const all = [...made.reverse(), ...before];
  return all.filter(({ headers }, place) => all.findIndex((one) => one.headers === headers) === place);
}

/** What differs between the headers of a file and those of the recipe it is read by. */
export interface Drift {
  /** The file that the recipe was made for. */
  readonly file: string;
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

/** The recipe for a file with these headers (a `headersKey`): of the same headers, or of nearly the same. */
function recipeFor(recipes: readonly Recipe[], headers: string): Recipe | undefined {
  const exact = recipes.find((recipe) => recipe.headers === headers);
  if (exact) return exact;
  const shared = recipes.map((recipe) => ({ recipe, share: shareOf(recipe.headers, headers) }));
  return shared.sort((a, b) => b.share - a.share).find(({ share }) => share >= SAME_EXPORT)?.recipe;
}

/** How many of two files' headers are in both, of those of the wider one. */
function shareOf(some: string, others: string): number {
  const [mine, theirs] = [new Set(some.split(SEPARATOR)), new Set(others.split(SEPARATOR))];
  return [...mine].filter((one) => theirs.has(one)).length / Math.max(mine.size, theirs.size);
}

/**
 * How to cut a file that at first sight has these headers: as was said of its kind before, or, where it looks like nothing
 * known, in each way that was ever said, because a file cut wrongly has other headers.
 */
export function correctionsFor(recipes: readonly Recipe[], headers: string): CorrectionToTry[] {
  const known = recipeFor(recipes, headers);
  return (known ? [known] : recipes)
    .filter(({ corrected }) => Object.keys(corrected.shape).length > 0)
    .slice(0, MOST_CORRECTIONS)
    .map((recipe) => ({ ...recipe.corrected, fits: (found) => shareOf(recipe.headers, found) >= SAME_EXPORT }));
}

/** Whether a file with these headers is of a kind that a recipe tells. */
export function isKnownKind(recipes: readonly Recipe[], headers: string): boolean {
  return recipeFor(recipes, headers) !== undefined;
}

/** What became of the headers since the recipe; null when no recipe fits, or nothing did. */
export function driftOf(recipes: readonly Recipe[], headers: string): Drift | null {
  const recipe = recipeFor(recipes, headers);
  if (!recipe || recipe.headers === headers) return null;
  const [mine, theirs] = [headers.split(SEPARATOR), recipe.headers.split(SEPARATOR)];
  return { file: recipe.file, added: mine.filter((one) => !theirs.includes(one)), gone: theirs.filter((one) => !mine.includes(one)) };
}

/**
 * The mapping that the project's recipes give a file with these headers. Columns that moved keep their meaning and
 * their answers; new ones are guessed by their headers, without taking a role away.
 */
export function mappingFor(recipes: readonly Recipe[], headers: string): Mapping | undefined {
  const recipe = recipeFor(recipes, headers);
  if (!recipe || recipe.headers === headers) return recipe?.mapping;
  const [mine, theirs] = [headers.split(SEPARATOR), recipe.headers.split(SEPARATOR)];
  const { mapping } = recipe;
  const guess = guessMapping(mine, []);
  const was = mine.map((header) => theirs.indexOf(header));
  const kept = new Set(was.flatMap((place) => (place >= 0 ? (mapping.roles[place] ?? []) : [])));
  return {
    ...mapping,
    roles: was.map((place, column) => {
      if (place >= 0) return mapping.roles[place] ?? null;
      const role = guess.roles[column] ?? null;
      return role !== null && kept.has(role) ? null : role;
    }),
    personal: was.map((place, column) => (place >= 0 ? (mapping.personal[place] ?? null) : (guess.personal[column] ?? null))),
    confidence: was.map((place, column) => (place >= 0 ? (mapping.confidence[place] ?? null) : (guess.confidence[column] ?? null))),
    answers: Object.fromEntries(
      Object.entries(mapping.answers).flatMap(([question, answer]) => {
        const [, stem = '', place] = /^(.*?)(\d+)$/.exec(question) ?? [];
        if (place === undefined) return [[question, answer]];
        const column = was.indexOf(Number(place));
        return column < 0 ? [] : [[`${stem}${column}`, answer]];
      })
    )
  };
}

/** The options with what is remembered of such files: the project's own recipes come before what `storage` knows of files elsewhere. */
export function remembering(options: ImportOptions, recipes: readonly Recipe[], storage: Storage): ImportOptions {
  return {
    ...options,
    corrections: (headers) => correctionsFor(recipes, headers),
    remembered: (headers) => mappingFor(recipes, headers) ?? storage.mapping(headers)
  };
}

/**
 * Whether nothing has to be asked about a draft that joins `sources`: its headers are those of a recipe, in whatever order,
 * every role is found again, no question is open, and no row could not be cut.
 */
export function needsNothing(draft: Draft, drafts: readonly Draft[], sources: readonly Draft[], recipes: readonly Recipe[]): boolean {
  const headers = headersKey(draft.sketch.columns);
  const recipe = recipeFor(recipes, headers);
  const drift = driftOf(recipes, headers);
  if (!recipe || (drift && drift.added.length + drift.gone.length > 0)) return false;
  const roles = (mapping: Mapping) => mapping.roles.filter((role) => role !== null).sort();
  const isWhole = draft.load.rejectedCount === 0 && draft.load.warnings.every(({ kind }) => kind !== 'unclosed-quote');
  return (
    isWhole &&
    draft.balance.used > 0 &&
    roles(draft.mapping).join() === roles(recipe.mapping).join() &&
    askedTogether(draft, drafts, sources).questions.every(({ answer }) => answer !== null)
  );
}
