import type { Dimension } from '../canonical-tables.ts';
import { rowsOfTable, type Work } from '../engine-work.ts';
import type { OpenDraft } from '../open-draft.ts';
import { isLoaded } from '../raw-table.ts';
import type { Note } from '../source.ts';
import { stagedName } from '../staged-tables.ts';
import { customerOf, joinsOf, type Directory } from './directory.ts';
import { keptRows } from './fill-tables.ts';

/** What orders were given by other files. */
export interface Enrichment {
  readonly filled: readonly Dimension[];
  readonly notes: readonly Note[];
}

/**
 * Fills what orders lack from other files: tier and region from their customer's member, category from the product's
 * code or name. `orders` is a table in the columns of `staged_orders`, which is changed.
 */
export async function enrichOrders(work: Work, orders: string, given: readonly OpenDraft[], directory: Directory): Promise<Enrichment> {
  const filled: Dimension[] = [];
  const notes: Note[] = [];
  const tell = (dimension: Dimension, count: number) => {
    if (count === 0) return;
    filled.push(dimension);
    const codes: Readonly<Partial<Record<Dimension, Note>>> = {
      tier: { code: 'filled-tier', level: 'info', params: { orders: count } },
      region: { code: 'filled-region', level: 'info', params: { orders: count } },
      category: { code: 'filled-category', level: 'info', params: { orders: count } }
    };
    notes.push(codes[dimension] ?? { code: 'filled-category', level: 'info', params: { orders: count } });
  };
  for (const dimension of ['tier', 'region'] as const)
    tell(dimension, await fill(work, orders, dimension, 'customer_id', memberValues(given, dimension, directory)));
  for (const { key, values } of productValues(given)) tell('category', await fill(work, orders, 'category', key, values));
  return { filled: [...new Set(filled)], notes };
}

/** Fills `column` where it is null, by `key`, from selects of key and value; a key of several values tells none. Returns how many orders. */
async function fill({ run, execute }: Work, orders: string, column: Dimension, key: string, selects: readonly string[]): Promise<number> {
  if (selects.length === 0) return 0;
  const values = `select key, min(value) as value from (${selects.join('\nunion all\n')}) as told
where key is not null and value is not null group by key having min(value) = max(value)`;
  const empty = `${column} is null`;
  const [[before] = []] = rowsOfTable(await run(`select count(*) from ${orders} where ${empty}`));
  if (Number(before) === 0) return 0;
  await execute([
    `update ${orders} as one set ${column} = told.value from (${values}) as told where told.key = one.${key} and one.${empty}`
  ]);
  const [[after] = []] = rowsOfTable(await run(`select count(*) from ${orders} where ${empty}`));
  return Number(before) - Number(after);
}

function memberValues(given: readonly OpenDraft[], dimension: 'tier' | 'region', directory: Directory): string[] {
  return given
    .filter((draft) => draft.subjectStage?.subject === 'members' && draft.mapping.roles.includes(dimension))
    .map(
      (draft) =>
        `select ${customerOf(draft)} as key, rows.${dimension} as value from ${stagedName('subject_rows', draft.staged)} as rows ${joinsOf(draft, directory)} where ${keptRows(draft, given)} and not rows.is_merged`
    );
}

/** What products say of orders, by the order's number where its file tells codes, else by the product's name. */
function productValues(given: readonly OpenDraft[]): { key: 'order_id' | 'product'; values: string[] }[] {
  const lists = given.filter((draft) => draft.subjectStage?.subject === 'products' && draft.mapping.roles.includes('category'));
  if (lists.length === 0) return [];
  const told = lists.map(
    (draft) => `select sku, product, category from ${stagedName('subject_rows', draft.staged)} as rows where ${keptRows(draft, given)}`
  );
  const products = `(${told.join(' union all ')}) as products`;
  const coded = given.filter((draft) => {
    const has = (role: 'sku' | 'order_id') => isLoaded(draft.raw, draft.mapping.roles.indexOf(role));
    return draft.stage !== null && has('sku') && has('order_id');
  });
  return [
    ...(coded.length === 0
      ? []
      : [
          {
            key: 'order_id' as const,
            values: coded.map(
              (draft) =>
                `select cell.order_id as key, products.category as value from ${stagedName('cells', draft.staged)} as cell join ${products} on products.sku = cell.sku`
            )
          }
        ]),
    { key: 'product', values: [`select product as key, category as value from ${products}`] }
  ];
}
