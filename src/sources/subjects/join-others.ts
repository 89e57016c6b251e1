import type { EngineService } from '../../engine/contract.ts';
import { workOn, type Work } from '../engine-work.ts';
import type { OpenDraft } from '../open-draft.ts';
import { asOpen } from '../open-draft.ts';
import type { Balance, Draft, FileMatch } from '../source.ts';
import { stagedName } from '../staged-tables.ts';
import { dropDirectory, makeDirectory, type Directory, type KnownCustomers } from './directory.ts';
import { enrichOrders, type Enrichment } from './enrich-orders.ts';
import { balanceBeside, keptRows } from './fill-tables.ts';
import { foundElsewhere } from './elsewhere.ts';
import { betterKey, findsFew, measureMatch } from './matches.ts';

/** What files about something other than orders have to do with the orders. */
export interface Joined extends Enrichment {
  readonly directory: Directory;
  readonly matches: readonly FileMatch[];
  /** The books of each of them beside the others, by the draft's id. */
  readonly balances: ReadonlyMap<string, Balance>;
}

/**
 * Joins the other files to the customers of `orders`, a table in the columns of `staged_orders`, and fills what that lacks.
 * `merged` tells further ids of theirs, as a select of alias, customer_id.
 */
export async function joinOthers(
  work: Work,
  given: readonly OpenDraft[],
  orders: string,
  { prefix, merged }: { readonly prefix: string; readonly merged?: string | undefined }
): Promise<Joined> {
  const directory = await makeDirectory(
    work,
    prefix,
    { customers: `select customer_id from ${orders}`, orders: `select order_id, customer_id from ${orders}`, merged },
    given
  );
  const balances = new Map<string, Balance>();
  const matches: FileMatch[] = [];
  for (const draft of given.filter((one) => one.subjectStage !== null)) {
    balances.set(draft.id, await balanceBeside(work, draft, given));
    const match = await measureMatch(work, draft, directory, keptRows(draft, given));
    if (match) matches.push(match);
  }
  return { directory, balances, matches, ...(await enrichOrders(work, orders, given, directory)) };
}

const LOOK = 'look_';
const CHOOSE = 'choose_';

/**
 * How the people in each draft are found among the customers of the other drafts' orders and, with `hasShop`, of the shop
 * that answers. Empty where there are no customers to find anybody among. Changes nothing.
 */
export async function matchDrafts(
  engine: EngineService,
  drafts: readonly Draft[],
  { hasShop, signal, prefix = LOOK }: { readonly hasShop: boolean; readonly signal?: AbortSignal; readonly prefix?: string }
): Promise<FileMatch[]> {
  const given = drafts.map(asOpen);
  const others = given.filter((draft) => draft.subjectStage !== null);
  const known = knownCustomers(given, hasShop);
  if (others.length === 0 || known === null) return [];
  const work = workOn(engine, `match-drafts:${prefix}`, signal);
  const orders = given.filter((draft) => draft.stage !== null && draft.identity.chosen !== null);
  try {
    const directory = await makeDirectory(work, prefix, known, given);
    const matches: FileMatch[] = [];
    for (const draft of others) {
      const match = await measureMatch(work, draft, directory);
      if (!match) continue;
      matches.push(findsFew(match) ? { ...match, elsewhere: await foundElsewhere(work, draft, orders) } : match);
    }
    return matches;
  } finally {
    await engine.execute('match-drafts:clear', dropDirectory(prefix));
  }
}

/** The columns by which the people of `drafts` are found best, by draft, where that is not how they are looked up. Changes nothing. */
export async function betterKeys(
  engine: EngineService,
  drafts: readonly Draft[],
  options: { readonly hasShop: boolean; readonly signal?: AbortSignal }
): Promise<ReadonlyMap<string, number>> {
  const matches = await matchDrafts(engine, drafts, { ...options, prefix: CHOOSE });
  return new Map(
    matches.flatMap((match) => {
      const draft = drafts.find(({ id }) => id === match.draft);
      const column = draft ? betterKey(match, draft.mapping) : null;
      return column === null ? [] : [[match.draft, column] as const];
    })
  );
}

function knownCustomers(given: readonly OpenDraft[], hasShop: boolean): KnownCustomers | null {
  const orders = given.filter((draft) => draft.stage !== null && draft.identity.chosen !== null);
  const ofDraft = (draft: OpenDraft) =>
    `select order_id, buyers.customer_id from ${stagedName('orders', draft.staged)} as staged join ${stagedName('buyers', draft.staged)} as buyers on buyers.cell = staged.customer_id`;
  const ofShop = 'select order_id, customer_id from all_orders join customer_profiles using (customer)';
  const all = [...orders.map(ofDraft), ...(hasShop ? [ofShop] : [])];
  if (all.length === 0) return null;
  const customers = [
    ...orders.map((draft) => `select customer_id from ${stagedName('buyers', draft.staged)}`),
    ...(hasShop ? ['select customer_id from customer_profiles'] : [])
  ];
  return {
    customers: customers.join(' union all '),
    orders: all.join(' union all '),
    // Members' own keys that were kept in the shop; those of persons are kept as hashes, which match nothing here.
    further: hasShop
      ? "select 'id' as kind, key as form, customer_id from all_members join customer_profiles using (customer) where key is not null"
      : undefined
  };
}
