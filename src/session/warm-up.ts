import { EngineError, type EngineService } from '../engine/contract.ts';
import { buildShopEarly, dropDraft, dropShop, openDraft } from '../sources/import.ts';
import type { Draft, ShopFacts } from '../sources/source.ts';

/** Few rows have the code compiled, many have the browser make fast what runs often. */
const ROWS = [600, 200_000] as const;
/** So many are written before the page gets its turn again. */
const AT_ONCE = 4_000;
/** Between the practices. */
const PAUSE_MS = 800;
const DAY_MS = 86_400_000;

/** Orders of nobody's shop: every kind of row that the import treats in a way of its own. */
async function practiceFile(rows: number, signal: AbortSignal): Promise<File> {
  const parts: string[] = ['order_id,customer_id,order_time,amount,quantity,category,channel,status\n'];
  for (let from = 0; from < rows && !signal.aborted; from += AT_ONCE) {
    parts.push(practiceRows(from, Math.min(from + AT_ONCE, rows), Math.ceil(rows / 8)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new File(parts, 'practice.csv');
}

function practiceRows(from: number, to: number, customers: number): string {
  const lines: string[] = [];
  for (let row = from; row < to; row += 1) {
    const customer = `C${(row * row) % customers}`;
    const time = new Date(Date.UTC(2020, 0, 1) + ((row * 37) % 500) * DAY_MS).toISOString().slice(0, 19).replace('T', ' ');
    const rest = `${customer},${time},${(row % 90) + 0.5},1,c${row % 5},w${row % 3}`;
    lines.push(`O${row},${rest},${row % 31 === 0 ? 'refunded' : row % 37 === 0 ? 'cancelled' : 'completed'}`);
    if (row % 41 === 0) lines.push(lines[lines.length - 1] ?? '');
    if (row % 43 === 0) lines.push(`O${row}-R,${rest.replace(/,([\d.]+),1,/, ',-$1,1,')},refund`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Runs the whole way from a file to answers on made-up files, because a browser compiles the database's code when
 * it is first used, and makes it fast (in about two thirds of the time) when it has been used much: without this the
 * user's first file would pay for both. Leaves nothing behind; ends early, without an error, when `signal` aborts.
 */
export async function warmUp(
  engine: EngineService,
  ask: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal
): Promise<void> {
  let draft: Draft | null = null;
  try {
    for (const rows of ROWS) {
      // Whoever comes with a file at once is not made to wait for the second practice to stop.
      if (rows !== ROWS[0]) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      draft = await openDraft(engine, 'practice', await practiceFile(rows, signal), { signal });
      const { facts, store } = await buildShopEarly(engine, [draft], { signal });
      await ask(facts, signal);
      await store?.();
      draft = null;
    }
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault !== 'cancelled') throw error;
  } finally {
    if (draft) await dropDraft(engine, draft);
    await dropShop(engine);
  }
}
