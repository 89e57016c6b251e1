import { SvelteURLSearchParams } from 'svelte/reactivity';
import type { Locale } from '../i18n/locale.ts';

/** How pages count: parameters of their addresses that are kept with the project. */
export interface KeptDefinitions {
  /** The names of a page's parameters that say how it counts. */
  namesOf(page: string): readonly string[];
  kept(): Readonly<Record<string, string>>;
  /** The user has settled on these; null is the page's own. */
  settle(values: Readonly<Record<string, string | null>>): void;
}

/** Reads choices as they stand in an address. */
export interface Counting {
  /** The value of a choice, if it is one of `allowed`, else the first of them. */
  choice<const T extends string>(name: string, allowed: readonly [T, ...T[]]): T;
  /** A number, or `fallback` when absent or out of bounds. */
  number(name: string, fallback: number, min?: number, max?: number): number;
}

/**
 * What is being looked at. The URL's hash is the store (`#/segments?template=cn8&asof=2019-06-30`):
 * nothing is kept beside it, so nothing can disagree with it.
 */
export class View {
  page = $state('overview');
  readonly params = new SvelteURLSearchParams();
  readonly #stored: { language(): Locale };
  #definitions: KeptDefinitions | null = null;
  /** What addresses have said of this visit, before what is kept; null is the page's own. Holds while the same is kept. */
  #said = $state.raw<{ readonly values: Readonly<Record<string, string | null>>; readonly kept: unknown }>({ values: {}, kept: undefined });

  constructor(stored: { language(): Locale }) {
    this.#stored = stored;
    this.read();
    addEventListener('hashchange', () => this.read());
  }

  /** From now on a page that is opened without saying how it counts takes what is kept, and what the user chooses is kept. */
  keep(definitions: KeptDefinitions): void {
    this.#definitions = definitions;
    this.read();
  }

  /** The language: the URL's `lang` wins over the stored choice. */
  get locale(): Locale {
    const lang = this.params.get('lang');
    return lang === 'zh' || lang === 'en' ? lang : this.#stored.language();
  }

  /** The value of a parameter, if it is one of `allowed`, else the first of them. */
  choice<const T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    return choiceOf(this.params.get(name), allowed);
  }

  /** A numeric parameter, or `fallback` when absent or out of bounds. */
  number(name: string, fallback: number, min = -Infinity, max = Infinity): number {
    return numberOf(this.params.get(name), fallback, min, max);
  }

  /** How `page` counts: by its address while it is open, else by what an address of this visit said, else by what is kept; `key` changes with it. */
  countingOf(page: string): Counting & { readonly key: string } {
    const holding = this.#holding();
    const text = (name: string) => (page === this.page ? this.params.get(name) : (holding[name] ?? null));
    return {
      key: JSON.stringify((this.#definitions?.namesOf(page) ?? []).map(text)),
      choice: (name, allowed) => choiceOf(text(name), allowed),
      number: (name, fallback, min, max) => numberOf(text(name), fallback, min, max)
    };
  }

  /** A day parameter (`2019-06-30`), at midnight UTC. */
  day(name: string): Date | null {
    const text = this.params.get(name) ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
    const day = new Date(`${text}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? null : day;
  }

  /** Changes parameters in place; null removes one. `replace` keeps the step out of the history. */
  set(changes: Readonly<Record<string, string | number | null>>, replace = false): void {
    const params = { ...Object.fromEntries(this.params), ...changes };
    const names = this.#definitions?.namesOf(this.page) ?? [];
    if (names.some((name) => name in changes)) {
      const values = Object.fromEntries(names.map((name) => [name, textOf(params[name])]));
      const said = this.#saidStill();
      this.#definitions?.settle(values);
      this.#say({ ...said, ...values });
    }
    this.#go(this.href(this.page, params), replace);
  }

  /** The address of `page` with the page-wide choices (as-of, range, filters, language) kept and `params` added. */
  link(page: string, params: Readonly<Record<string, string | number | null>> = {}): string {
    const kept = Object.fromEntries([...this.params].filter(([name]) => PAGE_WIDE.has(name)));
    return this.href(page, { ...kept, ...params });
  }

  go(page: string, params: Readonly<Record<string, string | number | null>> = {}): void {
    this.#go(this.link(page, params), false);
  }

  href(page: string, params: Readonly<Record<string, string | number | null>>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(params)) if (value !== null && value !== '') query.set(name, String(value));
    const text = query.toString();
    return `#/${page}${text ? `?${text}` : ''}`;
  }

  /** The address of what is shown, for somebody who keeps nothing: it also says how `pages` count where they do not as usual (`churn.rule=gap`). */
  shared(pages: readonly string[]): string {
    const own = this.#definitions?.namesOf(this.page) ?? [];
    const holding = this.#holding();
    const shown = Object.fromEntries([...this.params].filter(([name]) => !name.includes('.')));
    const params: Record<string, string | null> = { ...shown, lang: this.locale };
    const said = new Set(own);
    for (const page of pages)
      for (const name of this.#definitions?.namesOf(page) ?? []) {
        if (!said.has(name)) params[`${page}.${name}`] = holding[name] ?? null;
        said.add(name);
      }
    return this.href(this.page, params);
  }

  read(): void {
    const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
    const next = new URLSearchParams(query);
    this.page = path || 'overview';
    const elsewhere = this.#saidElsewhere(next);
    if (Object.keys(elsewhere).length > 0) this.#say({ ...this.#saidStill(), ...elsewhere });
    this.#fillIn(next);
    for (const name of [...this.params.keys()]) if (!next.has(name)) this.params.delete(name);
    for (const [name, value] of next) if (this.params.get(name) !== value) this.params.set(name, value);
  }

  /** An address that says nothing of how its page counts means what holds; it says so from then on. One that does is believed on other pages, too. */
  #fillIn(params: URLSearchParams): void {
    const names = this.#definitions?.namesOf(this.page) ?? [];
    if (names.some((name) => params.has(name))) {
      this.#say({ ...this.#saidStill(), ...Object.fromEntries(names.map((name) => [name, params.get(name)])) });
      return;
    }
    const holding = this.#holding();
    const filled = names.filter((name) => typeof holding[name] === 'string');
    if (filled.length === 0) return;
    for (const name of filled) params.set(name, holding[name] ?? '');
    history.replaceState(history.state, '', this.href(this.page, Object.fromEntries(params)));
  }

  #holding(): Readonly<Record<string, string | null>> {
    return { ...this.#definitions?.kept(), ...this.#saidStill(), ...this.#saidElsewhere(this.params) };
  }

  /** What an address says of how other pages count than the one it opens (`churn.rule=gap`). */
  #saidElsewhere(params: URLSearchParams): Readonly<Record<string, string>> {
    const said = [...params].flatMap(([place, value]) => {
      const [page = '', name] = place.split('.', 2);
      return name !== undefined && page !== this.page && this.#definitions?.namesOf(page).includes(name) ? [[name, value] as const] : [];
    });
    return Object.fromEntries(said);
  }

  /** Another project keeps other definitions: what was said before does not hold for it. */
  #saidStill(): Readonly<Record<string, string | null>> {
    return this.#said.kept === this.#definitions?.kept() ? this.#said.values : {};
  }

  #say(values: Readonly<Record<string, string | null>>): void {
    this.#said = { values, kept: this.#definitions?.kept() };
  }

  #go(hash: string, replace: boolean): void {
    if (replace) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    this.read();
  }
}

function choiceOf<const T extends string>(text: string | null, allowed: readonly [T, ...T[]]): T {
  return allowed.find((one) => one === text) ?? allowed[0];
}

function numberOf(text: string | null, fallback: number, min = -Infinity, max = Infinity): number {
  const value = text === null || text === '' ? NaN : Number(text);
  return Number.isFinite(value) && value >= min && value <= max ? value : fallback;
}

function textOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

/** Parameters that hold on every page. */
export const PAGE_WIDE: ReadonlySet<string> = new Set([
  'asof',
  'from',
  'lang',
  'channel',
  'category',
  'region',
  'tier',
  'shop',
  'currency'
]);
