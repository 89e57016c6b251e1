import { EngineError, type EngineService } from '../engine/contract.ts';
import { buildShop, dropShop, openDraft } from '../sources/import.ts';
import type { ShopFacts } from '../sources/source.ts';

const ROWS = 600;
const DAY_MS = 86_400_000;

/** Orders of nobody's shop: every kind of row that the import treats in a way of its own. */
function practiceFile(): File {
  const lines = ['order_id,customer_id,order_time,amount,quantity,category,channel,status'];
  for (let row = 0; row < ROWS; row += 1) {
    const customer = `C${(row * row) % 97}`;
    const time = new Date(Date.UTC(2020, 0, 1) + ((row * 37) % 500) * DAY_MS).toISOString().slice(0, 19).replace('T', ' ');
    const rest = `${customer},${time},${(row % 90) + 0.5},1,c${row % 5},w${row % 3}`;
    lines.push(`O${row},${rest},${row % 31 === 0 ? 'refunded' : row % 37 === 0 ? 'cancelled' : 'completed'}`);
    if (row % 41 === 0) lines.push(lines[lines.length - 1] ?? '');
    if (row % 43 === 0) lines.push(`O${row}-R,${rest.replace(/,([\d.]+),1,/, ',-$1,1,')},refund`);
  }
  return new File([lines.join('\n')], 'practice.csv');
}

/**
 * Runs the whole way from a file to answers once on a made-up file, because a browser compiles the
 * database's code when it is first used: without this the user's first file would pay for it. Leaves
 * nothing behind; ends early, without an error, when `signal` aborts.
 */
async function warmUp(
  engine: EngineService,
  ask: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal
): Promise<void> {
  try {
    const draft = await openDraft(engine, 'practice', practiceFile(), { signal });
    const facts = await buildShop(engine, [draft], { signal });
    await ask(facts, signal);
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault !== 'cancelled') throw error;
  } finally {
    await dropShop(engine);
  }
}

/** One practice, which ends as soon as there is something real to do. */
export class Practice {
  readonly #engine: EngineService;
  readonly #ask: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(engine: EngineService, ask: (facts: ShopFacts, signal: AbortSignal) => Promise<unknown>) {
    this.#engine = engine;
    this.#ask = ask;
  }

  /** Resolves when it is over, however it went: whatever is wrong shows, in words, with the user's own file. */
  run(): Promise<void> {
    this.#running = warmUp(this.#engine, this.#ask, this.#stop.signal).catch(() => undefined);
    return this.#running;
  }

  end(): Promise<void> {
    this.#stop.abort();
    return this.#running;
  }
}
