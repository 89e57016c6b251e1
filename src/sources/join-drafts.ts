import { returnsSelect } from './after-sales.ts';
import { withSetAside } from './balance.ts';
import { DIMENSIONS } from './canonical-tables.ts';
import { rowsOfTable, type Work } from './engine-work.ts';
import { STAND_IN } from './identity.ts';
import { quoteText } from '../engine/sql.ts';
import type { OpenDraft } from './open-draft.ts';
import { currencyIn, isForeign, isSplitShop } from './shop-currency.ts';
import type { Balance, Note } from './source.ts';
import { stagedName } from './staged-tables.ts';

/** The orders of several files, in the columns of `staged_orders`. */
export const PARTS = 'next_parts';
/** What files of refunds give back, per order id: of_order, given_back, is_whole (the whole order). */
const RETURNS = 'next_returns';
/** The order ids that such files refund in full. */
const RETURNED = 'next_returned';
/** The orders that repairs set aside: draft, row (null where it has several), order_id, lines, customer_id, reason. */
export const REPAIRED_AWAY = 'next_repaired_away';
/** Telephone numbers and e-mail addresses beside customers: kind, form, customer_id, file. */
export const CONTACTS = 'next_contacts';
export const JOINING = [PARTS, RETURNS, RETURNED, REPAIRED_AWAY, CONTACTS] as const;

/** What item details tell of the orders in a list. */
const DETAILS = ['quantity', 'product', 'category'] as const;

/** Why orders that a file by itself would use give way, and SQL that tells which, by their `order_id`. */
export interface GivenUp {
  /** `detail`: its rows are used, to tell more of an order in another file. */
  readonly reason: 'overlap' | 'other-currency' | 'refunded' | 'detail' | 'outlier';
  readonly test: string;
}

/** SQL: how many orders of the files are in rows of orders: of those gathered by day, which have no number, several are one row. */
export const ORDERS = 'cast(coalesce(sum(case when order_id is null then lines else 1 end), 0) as bigint)';

const isOrders = (draft: OpenDraft) => draft.stage !== null;
const hasNumbers = (draft: OpenDraft) => draft.mapping.roles.includes('order_id');
/** Whether the files must be looked at together. */
export const isJoined = (given: readonly OpenDraft[]) =>
  given.filter(isOrders).length > 1 || given.some((draft) => draft.isAfterSales || draft.subjectStage !== null);

/**
 * What `draft` gives up to the other files. For an order id that is in two of them the later one counts; a
 * file that has a column for customers counts before one that has none (order lists beside item details), and is told
 * more of its orders by that.
 */
export function givenUp(draft: OpenDraft, given: readonly OpenDraft[]): GivenUp[] {
  if (!isOrders(draft)) return [];
  if (isForeign(draft, given)) return [{ reason: 'other-currency', test: 'true' }];
  if (!hasNumbers(draft)) return [];
  const knows = ({ identity: { candidates, chosen } }: OpenDraft) =>
    chosen !== null || candidates.some(({ why }) => why.every(({ code }) => code !== STAND_IN));
  const winners = given.filter((other, place) => {
    if (other === draft || !isOrders(other) || !hasNumbers(other) || isForeign(other, given)) return false;
    return knows(other) === knows(draft) ? place > given.indexOf(draft) : knows(other);
  });
  const within = (select: string) => `coalesce(order_id in (${select}), false)`;
  const lists = DETAILS.some((role) => draft.mapping.roles.includes(role)) ? winners.filter((other) => knows(other) && !knows(draft)) : [];
  const refunded = given.some((one) => one.isAfterSales) ? ` and not ${within(`select order_id from ${RETURNED}`)}` : '';
  return [
    ...(lists.length > 0
      ? [
          {
            reason: 'detail',
            test: `(${within(lists.map((other) => `select order_id from ${stagedName('orders', other.staged)}`).join(' union all '))}${refunded})`
          } as const
        ]
      : []),
    ...(winners.length > 0
      ? [
          {
            reason: 'overlap',
            // An export cut in two may begin with further lines of an order that the part before tells.
            test: within(
              winners
                .map(
                  (other) =>
                    `select order_id from ${stagedName('cells', other.staged)} where order_id is not null and (has_time or paid is not null)`
                )
                .join(' union all ')
            )
          } as const
        ]
      : []),
    ...(given.some((one) => one.isAfterSales) ? [{ reason: 'refunded', test: within(`select order_id from ${RETURNED}`) } as const] : [])
  ];
}

/**
 * Puts the orders of several files together in `PARTS`, refunds of files of their own taken off; `isTracked` ones tell their
 * `draft` and its `row`. Returns each file's balance.
 */
export async function joinDrafts(
  work: Work,
  given: readonly OpenDraft[],
  isTracked = false
): Promise<{ balances: Balance[]; notes: Note[] }> {
  await makeReturns(work, given);
  const ordersOf = (draft: OpenDraft) =>
    `${stagedName('orders', draft.staged)} as staged left join ${stagedName('buyers', draft.staged)} as buyers on buyers.cell = staged.customer_id`;
  const drafts = given.filter((draft) => isOrders(draft));
  const kept = (draft: OpenDraft, reasons: readonly GivenUp[]) =>
    reasons.length === 0 ? 'true' : reasons.map(({ test }) => `not ${test}`).join(' and ');
  const leftOf = (draft: OpenDraft) => {
    // What was given back is in the order's own currency.
    const back = draft.stage?.currency?.rates.size ? 'cast(round(given_back * rate, 2) as decimal(18, 2))' : 'given_back';
    return `coalesce(amount - case when is_whole then amount else greatest(${back} - coalesce(refund, 0), 0) end, amount)`;
  };
  const paidBack = drafts.filter(hasNumbers).map((draft) => {
    const older = givenUp(draft, given).filter(({ reason }) => reason !== 'refunded');
    return `select order_id from ${stagedName('orders', draft.staged)} join ${RETURNS} as returns on of_order = order_id where ${kept(draft, older)} and ${leftOf(draft)} <= 0`;
  });
  await work.execute([
    `create table ${RETURNED} as ${paidBack.length === 0 ? 'select cast(null as varchar) as order_id where false' : paidBack.join(' union all ')}`
  ]);
  const isSplit = isSplitShop(given);
  const parts = drafts.map((draft) => {
    const left = leftOf(draft);
    return `select order_id, buyers.customer_id, order_time, cast(${left} as decimal(18, 2)) as amount, gross, discount,
  cast(case when of_order is null then refund else coalesce(refund, 0) + amount - ${left} end as decimal(18, 2)) as refund, quantity, lines, product, ${DIMENSIONS.map((dimension) => `cast(${dimension} as varchar) as ${dimension}`).join(', ')}${isSplit ? `, ${currencyIn(draft, given)} as currency` : ''}${isTracked ? `, ${quoteText(draft.id)} as draft, staged.row` : ''}
from ${ordersOf(draft)} left join ${RETURNS} as returns on of_order = order_id
where ${kept(draft, givenUp(draft, given))}`;
  });
  await work.execute([`create table ${PARTS} as ${parts.join('\nunion all\n')}`]);
  const balances: Balance[] = [];
  const notes: Note[] = [];
  for (const draft of given) {
    let { balance } = draft;
    const reasons = givenUp(draft, given);
    for (const [place, { reason, test }] of reasons.entries()) {
      const [[rows, orders, anonymous] = []] = rowsOfTable(
        await work.run(
          `select coalesce(sum(lines), 0) as rows, ${ORDERS} as orders, coalesce(sum(lines) filter (where buyers.cell is null), 0) as anonymous from ${ordersOf(draft)} where ${test} and ${kept(draft, reasons.slice(0, place))}`
        )
      );
      if (reason !== 'detail') balance = withSetAside(balance, reason, Number(rows), Number(orders), Number(anonymous));
      else if (Number(orders) > 0) {
        balance = { ...balance, orders: balance.orders - Number(orders), anonymous: balance.anonymous - Number(anonymous) };
        notes.push({ code: 'details-joined', level: 'info', params: { rows: Number(rows), orders: Number(orders) } });
        await work.execute([addDetails(draft, test)]);
      }
    }
    balances.push(balance);
  }
  return { balances, notes };
}

/** The statement that tells the orders in `PARTS` what the item details of `draft` know and they do not. */
function addDetails(draft: OpenDraft, test: string): string {
  const told = DETAILS.map((column) => `${column} = coalesce(one.${column}, detail.${column})`).join(', ');
  return `update ${PARTS} as one set ${told}
from (
  select order_id, sum(quantity) as quantity, any_value(product) as product, any_value(cast(category as varchar)) as category
  from ${stagedName('orders', draft.staged)} where ${test} group by order_id
) as detail
where detail.order_id = one.order_id`;
}

async function makeReturns(work: Work, given: readonly OpenDraft[]): Promise<void> {
  const selects: string[] = [];
  for (const draft of given.filter((one) => one.isAfterSales)) selects.push(await returnsSelect(work, draft.raw, draft.mapping));
  const all =
    selects.length === 0
      ? 'select cast(null as varchar) as order_id, cast(0 as decimal(18, 2)) as amount where false'
      : selects.join(' union all ');
  await work.execute([
    `create table ${RETURNS} as select order_id as of_order, cast(coalesce(sum(amount), 0) as decimal(18, 2)) as given_back, bool_or(amount is null) as is_whole from (${all}) as refunds where order_id is not null group by order_id`
  ]);
}
