import type { Component } from 'svelte';
import type { Answer } from '../engine/answer.ts';
import type { Columns, Query } from '../engine/query.ts';
import type { SqlParams } from '../engine/sql.ts';
import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Asker, FitTables } from '../session/asking.ts';
import type { Counting, View } from '../session/view.svelte.ts';

/** Text in both languages. */
export type Named = Readonly<Record<Locale, string>>;

/**
 * A named set of customers that a bar, cell or step stands for. Opened at
 * `#/customers?who=<id>&<its own parameters>`, which `params` reads back from the address.
 */
export interface Audience {
  /** `segments.segment`, `retention.cohort`, … */
  readonly id: string;
  /**
   * Gives `customer` (integer), one row per customer in the set; may add `reason`, why somebody is in it, in words; where all are
   * flagged as leaving `why`, what takes most from a model's chance, or null; and `chance`, that chance.
   */
  readonly query: Query<SqlParams, Columns>;
  /** The query's parameters from the address; may ask for numbers first (thresholds). */
  params(view: View, asker: Asker, signal: AbortSignal): Promise<SqlParams>;
  /** Tables of computations that the query reads, by the names it uses. */
  tables?(view: View, asker: Asker, signal: AbortSignal): Promise<FitTables>;
  /** What the set is, in words, as the list's title. */
  title(view: View, locale: Locale, format: Format): string;
  /** What its `chance` is called, with its model and its horizon. */
  chance?(view: View, locale: Locale, format: Format): string;
  /** What must be read beside it. */
  note?(view: View, locale: Locale, format: Format): string;
}

/** One line of "what needs you today". */
export interface Alert {
  readonly id: string;
  readonly level: 'bad' | 'warn' | 'good';
  /** What, with `**…**` for the number that matters. */
  readonly text: string;
  readonly detail: string;
  readonly action: { readonly label: string; readonly href: string };
  /** Money at stake, by which alerts are ranked. */
  readonly weight: number;
}

/** A number beside a page's name, and what it counts. */
export interface Badge {
  readonly count: number;
  readonly title: string;
}

/** What an analysis says of one customer. */
export interface Standing {
  readonly isFlagged: boolean;
  /** What takes most from a model's chance. */
  readonly why: string | null;
  readonly text: string;
  /** What must be read beside it. */
  readonly note: string | null;
}

/** What an analysis gives to other pages; its words and SQL are fetched with it. */
export interface Contributions {
  readonly audiences: readonly Audience[];
  /** Counts by what is chosen on the analysis's own page, wherever it is shown: `counting` reads those choices. */
  badge?(asker: Asker, counting: Counting, locale: Locale, format: Format, signal: AbortSignal): Promise<Answer<Badge> | null>;
  /** What it says of the customer called `customer`, by the choices in the address or, where that makes none, on its own page. */
  standing?(
    asker: Asker,
    view: View,
    customer: string,
    locale: Locale,
    format: Format,
    signal: AbortSignal
  ): Promise<Answer<Standing> | null>;
  /** What this analysis would put on today's list. */
  alerts?(asker: Asker, view: View, locale: Locale, format: Format, signal: AbortSignal): Promise<readonly Answer<Alert>[]>;
}

/**
 * An analysis declares itself; navigation, routes and the jump menu are derived from this. It is fetched before the page
 * is drawn, so it holds nothing but names: what takes room is behind `load` and `contributions`.
 */
export interface Analysis {
  /** The page's name in the address. */
  readonly id: string;
  readonly group: 'top' | 'understand' | 'act' | 'explore' | 'data';
  readonly name: Named;
  /** What the page shows, in one line. */
  readonly about: Named;
  readonly load: () => Promise<{ default: Component }>;
  /** Needs a sound customer key. */
  readonly isAboutCustomers: boolean;
  readonly contributions: () => Promise<Contributions>;
  /** Whether its contributions count something beside the page's name in the navigation. */
  readonly hasBadge?: boolean;
  /** The parameters of its address that say how it counts: kept with the project, and part of its recipe. */
  readonly definitions?: readonly string[];
}
