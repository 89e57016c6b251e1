import type { EngineService } from '../engine/contract.ts';
import { buildStatements, type Catalogue } from './canonical-tables.ts';
import { buildEarly, canBeEarly, type AnsweringShop } from './early-shop.ts';
import { workOn } from './engine-work.ts';
import { givenUp, isJoined, joinDrafts, PARTS } from './join-drafts.ts';
import type { OpenDraft } from './open-draft.ts';
import { payDelays } from './pay-delays.ts';
import { repairedAway, repairOrders } from './repair-orders.ts';
import type { Repair, SharedKey } from './repairs.ts';
import { findSamePeople } from './same-people.ts';
import { SET_ASIDE, setAsideSelect } from './set-aside.ts';
import { isSplitShop } from './shop-currency.ts';
import { countShop, shopFacts } from './shop-facts.ts';
import { dropNext, NEXT, swapStatements } from './shop-tables.ts';
import { stagedName } from './staged-tables.ts';
import { fillTables, olderRows } from './subjects/fill-tables.ts';
import { joinOthers } from './subjects/join-others.ts';

/**
 * Above so many orders the base tables are kept compressed. Compressed ones were seen to answer in about 1.5
 * times the time (ten million orders, nine columns). By the size of the tables at a million orders, building
 * is estimated to take 0.4 to 0.6 GB per million of the 3.1 GB there are; the peak itself was not measured.
 */
export const PACKED_ABOVE = 5_000_000;

interface BuildOptions {
  readonly signal?: AbortSignal | undefined;
  readonly packedAbove?: number;
  /** Makes personal keys of members comparable and unreadable; without it they are not kept. */
  readonly hashKey?: string | undefined;
  readonly repairs?: readonly Repair[] | undefined;
  /** Customers found to be the same person before. */
  readonly samePeople?: readonly SharedKey[] | undefined;
  /** Tables that the first answers do not read may be stored later, where that is possible. */
  readonly mayBeEarly?: boolean | undefined;
}

/**
 * Builds the base tables of `drafts` beside those in use, then changes places in one go: until then a
 * failure or a cancel leaves the shop in use as it was.
 */
export async function buildFrom(
  engine: EngineService,
  given: readonly OpenDraft[],
  job: string,
  { signal, packedAbove = PACKED_ABOVE, hashKey, repairs = [], samePeople: before = [], mayBeEarly = false }: BuildOptions = {}
): Promise<AnsweringShop> {
  const drafts = given.filter((draft) => draft.stage !== null && draft.balance.orders > 0);
  if (drafts.length === 0) throw new RangeError('no order was left to build a shop from');
  const work = workOn(engine, job, signal);
  const orders = drafts.reduce((sum, draft) => sum + draft.balance.orders, 0);
  const into: Catalogue = orders > packedAbove ? 'packed' : 'memory';
  await engine.execute(`${job}:clear`, dropNext());
  try {
    const isTogether = isJoined(given) || repairs.length > 0;
    const { balances, notes } = isTogether
      ? await joinDrafts(work, given, repairs.length > 0)
      : { balances: given.map((draft) => draft.balance), notes: [] };
    const samePeople = await findSamePeople(work, given, before);
    const repaired = repairs.length > 0 ? await repairOrders(work, given, repairs, { balances, links: samePeople?.links ?? [] }) : null;
    const others = given.some((draft) => draft.subjectStage !== null)
      ? await joinOthers(work, given, PARTS, { prefix: NEXT, merged: repaired?.merged })
      : null;
    const [only] = drafts;
    const isSingle = !isTogether && only !== undefined;
    const filled: readonly string[] = others?.filled ?? [];
    const absent = drafts
      .map((draft) => draft.stage?.absent ?? [])
      .reduce((both, one) => both.filter((column) => one.includes(column)))
      .filter((column) => !filled.includes(column));
    const masksIds = drafts.some(hasPersonalKey);
    const people = samePeople ? { samePeople } : {};
    if (isSingle && mayBeEarly && into === 'memory' && canBeEarly(given))
      return await buildEarly(engine, work, { draft: only, absent, masksIds }, people);
    await work.execute([
      ...buildStatements(into, {
        prefix: NEXT,
        staged: isSingle ? stagedName('orders', only.staged) : PARTS,
        buyers: isSingle ? `select cell, customer_id from ${stagedName('buyers', only.staged)}` : undefined,
        absent,
        isSplit: isSplitShop(given),
        masksIds
      }),
      `create table ${NEXT}${SET_ASIDE} as ${given.map((draft) => setAsideSelect(draft, isTogether ? [...givenUp(draft, given), ...olderRows(draft, given), ...(repaired ? repairedAway(draft) : [])] : [])).join('\nunion all by name\n')}`
    ]);
    if (others) await fillTables(work, given, { into, prefix: NEXT, directory: others.directory, hashKey });
    const books = given.map(
      (draft, place) => others?.balances.get(draft.id) ?? repaired?.balances[place] ?? balances[place] ?? draft.balance
    );
    const built = { given, drafts, others, notes: [...notes, ...(repaired?.notes ?? [])], balances: books };
    const counted = await countShop(work, (table) => `${into}.main.${NEXT}${table}`, built);
    const balancePerFile = isTogether ? { balancePerFile: Object.fromEntries(given.map(({ id }, place) => [id, books[place]])) } : {};
    const facts = {
      ...shopFacts(built, counted),
      ...(await payDelays(work, given)),
      ...balancePerFile,
      ...(repaired ? { repairs: repaired.applied } : {}),
      ...people
    };
    // From here on it is quick and not to be interrupted.
    await engine.execute(`${job}:swap`, swapStatements(into, absent, facts));
    return { facts, store: null };
  } catch (error) {
    await engine.execute(`${job}:clear`, dropNext());
    throw error;
  }
}

/** Whether customers are told apart by what tells who they are, which nobody asked to see in full. */
function hasPersonalKey({ identity, mapping }: OpenDraft): boolean {
  return identity.chosen !== null && (mapping.personal[identity.chosen] ?? null) !== null && mapping.rules['outreach'] !== true;
}
