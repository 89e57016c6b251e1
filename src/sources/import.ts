import { EngineError, type EngineService, type LoadProgress, type TextShape } from '../engine/contract.ts';
import { buildFrom } from './build-shop.ts';
import { CURRENCY_QUESTION } from './currency-answer.ts';
import type { AnsweringShop } from './early-shop.ts';
import { workOn } from './engine-work.ts';
import { guessMapping } from './guess-mapping.ts';
import { SAMPLE_QUESTION, withRole, type Mapping, type Role } from './mapping.ts';
import type { RawTable } from './raw-table.ts';
import { asOpen, dropStagedOf, loadAndStage, mustReload, stageDraft, understand, type OpenDraft } from './open-draft.ts';
import type { Repair, SharedKey } from './repairs.ts';
import { withCorrection, type CorrectionToTry } from './shape-correction.ts';
import { unlikeTheLast } from './shop-currency.ts';
import type { Lighter } from './left-out.ts';
import { withLighter } from './lighter.ts';
import { keySample, lessSampled, thinned, withSample, type Thinned } from './sampling.ts';
import { dropBase } from './shop-tables.ts';
import { stagedName } from './staged-tables.ts';
import type { Draft, ShopFacts } from './source.ts';
import type { Subject } from './subject.ts';

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** How the file is to be cut, where the user has already said so. */
  readonly shape?: Partial<TextShape>;
  /** Takes less of a file of orders. */
  readonly lighter?: Lighter;
  /** Leaves the loaded rows in the engine once a shop is built of them, so that they can be kept elsewhere. */
  readonly keepsRows?: boolean;
  /** A random text of the project's own: personal keys of members are kept only as hashes made with it, or not at all. */
  readonly hashKey?: string;
  /** What is done to doubtful orders. */
  readonly repairs?: readonly Repair[];
  /** Customers found to be the same person when columns were here that may not be any more. */
  readonly samePeople?: readonly SharedKey[];
  /** Corrections of files of this kind (by their headers, as above), to be tried in this order before the file is understood. */
  readonly corrections?: (headers: string) => readonly CorrectionToTry[];
  /** Mapping remembered for these headers (normalised, joined), or undefined. */
  readonly remembered?: (headers: string) => Mapping | undefined;
}

export type DraftChange =
  | { readonly kind: 'shape'; readonly shape: Partial<TextShape> }
  /** `by`: whose word it is, the user's where it is not said. */
  | { readonly kind: 'role'; readonly column: number; readonly role: Role | null; readonly by?: 'values' }
  | { readonly kind: 'subject'; readonly subject: Subject }
  | { readonly kind: 'lighter'; readonly lighter: Lighter }
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string }
  | { readonly kind: 'rule'; readonly reason: string; readonly isOn: boolean };

/** Looks at a file, guesses what it means, loads it and says how every row would be used. */
export async function openDraft(engine: EngineService, id: string, file: File, options: ImportOptions = {}): Promise<Draft> {
  return loadAndStage(engine, id, file, await understand(engine, id, file, options.shape, options), 1, options);
}

/**
 * The draft with one thing changed. Only what the change needs is done again: a shape reads the whole file
 * anew, a role or a subject only when its columns were left out, a rule or an answer stages the loaded rows again.
 * What the columns mean is guessed anew for another subject. When
 * it fails or is cancelled the old draft can still be used; when it is done, only the new one.
 */
export async function reviseDraft(engine: EngineService, draft: Draft, change: DraftChange, options: ImportOptions = {}): Promise<Draft> {
  const before = asOpen(draft);
  const revision = before.revision + 1;
  let after: OpenDraft;
  if (change.kind === 'shape') {
    const known = await understand(engine, before.id, before.file, { ...before.sketch.shape, ...change.shape }, options);
    const isSame = known.sketch.columns.join('\u001f') === before.sketch.columns.join('\u001f');
    const corrected = withCorrection(before.corrected, change.shape);
    const meant = { ...known, corrected, mapping: isSame ? before.mapping : known.mapping };
    after = await loadAndStage(engine, before.id, before.file, meant, revision, options);
  } else {
    const mapping =
      change.kind === 'subject'
        ? guessMapping(before.sketch.columns, before.sketch.sample, change.subject)
        : change.kind === 'lighter'
          ? withLighter(before.mapping, before.sketch.columns, change.lighter)
          : changed(before.mapping, change);
    const thin =
      change.kind === 'answer' && change.question === SAMPLE_QUESTION ? await thinnedDraft(engine, before, mapping, options) : null;
    after = thin
      ? await stageDraft(
          engine,
          workOn(engine, `draft:${before.id}:${revision}`, options.signal),
          { ...before, ...thin, mapping, revision },
          options
        )
      : change.kind === 'lighter' || mustReload(before, mapping)
        ? await loadAndStage(
            engine,
            before.id,
            before.file,
            { sketch: before.sketch, corrected: before.corrected, mapping },
            revision,
            options
          )
        : await stageDraft(
            engine,
            workOn(engine, `draft:${before.id}:${revision}`, options.signal),
            { ...before, mapping, revision },
            options
          );
  }
  await dropStagedOf(engine, before.staged);
  if (after.raw.name !== before.raw.name) await engine.execute(`drop:${before.id}`, [`drop table if exists ${before.raw.name}`]);
  return after;
}

/**
 * Builds the shop from accepted drafts and puts it in the place of the one before, at once: a failure or
 * a cancel leaves the one before untouched. Drops the raw tables unless `keepsRows`. The rows set aside stay in `set_aside`.
 * A draft that is part of the shop already is read again from its file. Where two files hold the same order id, the later one counts. What was last
 * answered about currencies holds for all files. Throws a RangeError when no order is left.
 */
export async function buildShop(engine: EngineService, drafts: readonly Draft[], options: ImportOptions = {}): Promise<ShopFacts> {
  return (await built(engine, drafts, options, false)).facts;
}

/** The same, but the shop of one ordinary file answers before all of it is stored, which is for the caller to have done. */
export function buildShopEarly(engine: EngineService, drafts: readonly Draft[], options: ImportOptions = {}): Promise<AnsweringShop> {
  return built(engine, drafts, options, true);
}

async function built(engine: EngineService, drafts: readonly Draft[], options: ImportOptions, mayBeEarly: boolean): Promise<AnsweringShop> {
  const open: OpenDraft[] = [];
  for (const draft of drafts.map(asOpen))
    open.push(
      (await isLoaded(engine, draft)) ? draft : await loadAndStage(engine, draft.id, draft.file, draft, draft.revision + 1, options)
    );
  for (const { draft, answer } of unlikeTheLast(open)) {
    const revised = await reviseDraft(engine, draft, { kind: 'answer', question: CURRENCY_QUESTION, answer }, options);
    open.splice(open.indexOf(draft), 1, asOpen(revised));
  }
  const aside: RawTable[] = [];
  const few = lessSampled(open);
  for (const draft of few.drafts) {
    const thin = await thinnedDraft(engine, draft, withSample(draft.mapping, few.of), options);
    if (!thin) throw new EngineError({ fault: 'sql', message: `the sample of ${draft.file.name} cannot be taken` });
    aside.push(thin.raw, ...(options.keepsRows ? [] : [draft.raw]));
    const mapping = withSample(draft.mapping, few.of);
    const work = workOn(engine, `draft:${draft.id}:thin`, options.signal);
    await dropStagedOf(engine, draft.staged);
    open.splice(
      open.indexOf(draft),
      1,
      await stageDraft(engine, work, { ...draft, ...thin, mapping, revision: draft.revision + 1 }, options)
    );
  }
  options.onProgress?.({ stage: 'build', rows: open.reduce((sum, draft) => sum + draft.load.rows, 0) });
  const { facts, store } = await buildFrom(engine, open, 'build-shop', {
    signal: options.signal,
    hashKey: options.hashKey,
    repairs: options.repairs,
    samePeople: options.samePeople,
    mayBeEarly: mayBeEarly && aside.length === 0
  });
  const tidy = async () => {
    for (const draft of open) await (options.keepsRows ? dropStagedOf(engine, draft.staged) : dropDraft(engine, draft));
  };
  if (store) return { facts, store: () => store().then(tidy) };
  for (const { name } of aside) await engine.execute('thin:clear', [`drop table if exists ${name}`]);
  await tidy();
  return { facts, store };
}

/** The loaded rows of a draft thinned to the sample of `mapping`, beside the whole; null where its file must be read for it. */
async function thinnedDraft(engine: EngineService, draft: OpenDraft, mapping: Mapping, options: ImportOptions): Promise<Thinned | null> {
  const sample = keySample(draft.sketch.columns, mapping);
  if (!sample || !(await isLoaded(engine, draft))) return null;
  const work = workOn(engine, `thin:${draft.id}`, options.signal);
  return thinned(work, draft, sample, stagedName('raw', `${draft.id}_${draft.revision + 1}`));
}

/** Whether a draft's rows are still in the engine: they are not once it is part of a shop. */
async function isLoaded(engine: EngineService, draft: OpenDraft): Promise<boolean> {
  try {
    // Asking the catalogue takes a tenth of a second; a table that is gone says so at once.
    await engine.run(`look:${draft.id}`, `select 1 from ${draft.raw.name} limit 0`);
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.fault === 'sql') return false;
    throw error;
  }
}

/** Forgets the shop in use. */
export async function dropShop(engine: EngineService): Promise<void> {
  await engine.execute('drop-shop', dropBase());
}

/** Forgets a draft's tables. */
export async function dropDraft(engine: EngineService, draft: Draft): Promise<void> {
  const { staged, raw, id } = asOpen(draft);
  await dropStagedOf(engine, staged);
  await engine.execute(`drop:${id}`, [`drop table if exists ${raw.name}`]);
}

function changed(mapping: Mapping, change: Exclude<DraftChange, { kind: 'shape' | 'subject' | 'lighter' }>): Mapping {
  if (change.kind === 'role') return withRole(mapping, change.column, change.role, change.by);
  if (change.kind === 'answer') return { ...mapping, answers: { ...mapping.answers, [change.question]: change.answer } };
  return { ...mapping, rules: { ...mapping.rules, [change.reason]: change.isOn } };
}
