import type { Locale } from '../i18n/locale.ts';
import type { Mapping } from '../sources/mapping.ts';

export type Theme = 'auto' | 'light' | 'dark';

const PREFIX = 'regulars.';
const REMEMBERED = 100;

/** What outlives a visit: choices and corrections, never data. Works without storage too, for the visit. */
export class Storage {
  readonly #store: globalThis.Storage | null;
  readonly #language: Locale;
  #hashKey: string | null = null;

  /** `store` is null where the browser refuses one; `languages` are the browser's, best first. */
  constructor(store: globalThis.Storage | null, languages: readonly string[]) {
    this.#store = store;
    this.#language = languages[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  }

  language(): Locale {
    const kept = this.#get('language');
    return kept === 'zh' || kept === 'en' ? kept : this.#language;
  }
  setLanguage(locale: Locale): void {
    this.#set('language', locale);
  }

  theme(): Theme {
    const kept = this.#get('theme');
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  }
  setTheme(theme: Theme): void {
    this.#set('theme', theme);
  }

  /** The mapping the user settled on for files with these headers. */
  mapping(headers: string): Mapping | undefined {
    return this.#mappings()[headers];
  }
  rememberMapping(headers: string, mapping: Mapping): void {
    const kept = Object.entries(this.#mappings()).filter(([key]) => key !== headers);
    this.#set('mappings', JSON.stringify(Object.fromEntries([...kept.slice(1 - REMEMBERED), [headers, mapping]])));
  }

  /** The project that was open last. */
  lastProject(): string | null {
    return this.#get('project');
  }
  setLastProject(id: string | null): void {
    if (id === null) this.#remove('project');
    else this.#set('project', id);
  }

  /** A secret of this browser, made once: personal keys are kept only mixed with it, so that nobody elsewhere can look them up. */
  hashKey(newKey: () => string): string {
    this.#hashKey ??= this.#get('hash-key') ?? newKey();
    this.#set('hash-key', this.#hashKey);
    return this.#hashKey;
  }

  /** Forgets what is only held in memory. */
  forget(): void {
    this.#hashKey = null;
  }

  hasAskedToPersist(): boolean {
    return this.#get('asked-to-persist') !== null;
  }
  setAskedToPersist(): void {
    this.#set('asked-to-persist', 'yes');
  }

  /** Names of the files that a tab has not yet put on the disk: what would be lost with it. */
  setUnkept(tab: string, files: readonly string[]): void {
    if (files.length === 0) this.#remove(`unkept.${tab}`);
    else this.#set(`unkept.${tab}`, JSON.stringify(files));
  }
  /** What tabs have left unfinished, this one's own included. */
  unkept(): { tab: string; files: readonly string[] }[] {
    const prefix = `${PREFIX}unkept.`;
    return Object.keys(this.#store ?? {})
      .filter((name) => name.startsWith(prefix))
      .map((name) => ({ tab: name.slice(prefix.length), files: listOf(this.#store?.getItem(name) ?? '') }));
  }

  /** Names and sizes in bytes of what is kept. */
  kept(): { name: string; bytes: number }[] {
    const store = this.#store;
    if (!store) return [];
    return Object.keys(store)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => ({ name, bytes: 2 * (name.length + (store.getItem(name)?.length ?? 0)) }));
  }

  #mappings(): Record<string, Mapping> {
    const text = this.#get('mappings');
    if (!text) return {};
    try {
      const parsed: unknown = JSON.parse(text);
      return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, Mapping>) : {};
    } catch (error) {
      if (error instanceof SyntaxError) return {}; // damaged by another program: the guess stands alone again
      throw error;
    }
  }

  #get(name: string): string | null {
    return this.#store?.getItem(PREFIX + name) ?? null;
  }
  #set(name: string, value: string): void {
    try {
      this.#store?.setItem(PREFIX + name, value);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error; // full or switched off: it holds for this visit only
    }
  }
  #remove(name: string): void {
    this.#store?.removeItem(PREFIX + name);
  }
}

function listOf(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.map(String) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return []; // damaged by another program
    throw error;
  }
}
