import type { Repair } from '../sources/repairs.ts';
import type { Draft } from '../sources/source.ts';
import type { Keeper } from './keeper.svelte.ts';
import { takenOut, withPutBack } from './removed.ts';

interface Tools {
  readonly keeper: Keeper;
  readonly sources: () => readonly Draft[];
  /** Builds the shop and has it saved; false where it could not be built and the one before stays. */
  readonly build: (sources: readonly Draft[]) => Promise<boolean>;
  /** Leaves no shop. */
  readonly empty: () => Promise<void>;
}

/** Changes to a shop that stands, each of which can be taken back: files taken out and put back, repairs. */
export class ShopChanges {
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** The shop without some of its files, which can be put back; without the last one, no shop. */
  async takeOut(ids: readonly string[]): Promise<void> {
    const { keeper, sources, empty } = this.#tools;
    const { left, out } = takenOut(sources(), ids);
    const removed = [...keeper.removed, ...out];
    if (left.length > 0) return void (await this.#changeTo(left, { removed }));
    await keeper.owe(async () => {
      await keeper.settled();
      await empty();
      keeper.removed = removed;
      await keeper.save(null, []);
    });
  }

  /** The shop with removed files in their old places again. Says whether it was built; if not, nothing changes. */
  putBack(ids: readonly string[]): Promise<boolean> {
    const { keeper, sources } = this.#tools;
    const isBack = ({ draft }: { draft: Draft }) => ids.includes(draft.id);
    const removed = keeper.removed.filter((one) => !isBack(one));
    return this.#changeTo(withPutBack(sources(), keeper.removed.filter(isBack)), { removed });
  }

  /**
   * The shop with these repairs in the place of those it has. Says whether it was built; if not, nothing changes. They are
   * written down before it is built, so that a page that ends meanwhile goes on with them in the next visit.
   */
  async repair(repairs: readonly Repair[]): Promise<boolean> {
    const { keeper, sources } = this.#tools;
    const before = keeper.repairs;
    void keeper.amend((saved) => ({ ...saved, repairs }));
    const isBuilt = await this.#changeTo(sources(), { repairs });
    if (!isBuilt) await keeper.amend((saved) => ({ ...saved, repairs: before }));
    return isBuilt;
  }

  /** Builds the shop that stands with repairs `done` anew, where others were written down and the page ended before they were built. */
  async resume(done: readonly Repair[]): Promise<void> {
    const { keeper } = this.#tools;
    const { repairs } = keeper;
    if (areSame(done, repairs)) return;
    keeper.repairs = done;
    await this.repair(repairs);
  }

  async #changeTo(sources: readonly Draft[], kept: Partial<Pick<Keeper, 'repairs' | 'removed'>>): Promise<boolean> {
    const { keeper, build } = this.#tools;
    const { repairs, removed } = keeper;
    Object.assign(keeper, kept);
    const isBuilt = await build(sources);
    if (!isBuilt) Object.assign(keeper, { repairs, removed });
    return isBuilt;
  }
}

function areSame(some: readonly Repair[], others: readonly Repair[]): boolean {
  const text = (repair: Repair) => JSON.stringify(Object.entries(repair).sort(([one], [another]) => one.localeCompare(another)));
  return some.map(text).join() === others.map(text).join();
}
