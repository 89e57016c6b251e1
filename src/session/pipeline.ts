import { dropDraft, dropShop, openDraft, reviseDraft } from '../sources/import.ts';
import { betterKeys } from '../sources/subjects/join-others.ts';
import { sampleShop } from '../sources/sample-shop.ts';
import { changeOf } from './change.ts';
import { dropRows, keepShop, keptDraft } from './keeping.ts';
import { manifestText, readManifest } from './manifest.ts';
import { projectInMemory } from './memory-file.ts';
import { projectBlob, recipeText } from './project-file.ts';
import { bringBackProject, buildAgain, expanded, openAgain, takeIn, withoutRows } from './rebuilding.ts';
import { needsNothing, recipesOf, remembering } from './recipes.ts';
import { keepRowsAtHand } from './rows-at-hand.ts';
import { Shop } from './shop.ts';
import { warmUp } from './warm-up.ts';

/** All that works on rows, from a dropped file to an answer: as much code as the page itself, and not needed to show it. */
export const PIPELINE = {
  openDraft,
  reviseDraft,
  betterKeys,
  dropDraft,
  dropShop,
  sampleShop,
  changeOf,
  recipesOf,
  remembering,
  needsNothing,
  expanded,
  openAgain,
  buildAgain,
  withoutRows,
  bringBackProject,
  takeIn,
  keepShop,
  keepRowsAtHand,
  keptDraft,
  dropRows,
  manifestText,
  readManifest,
  projectBlob,
  projectInMemory,
  recipeText,
  warmUp,
  Shop
};
