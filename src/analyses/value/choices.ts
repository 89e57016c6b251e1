import type { Format } from '../../i18n/format.ts';
import type { View } from '../../session/view.svelte.ts';
import { DIMENSIONS, type Dimension } from '../../sources/canonical-tables.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import type { SqlParams } from '../../engine/sql.ts';
import type { ValueWords } from './messages.ts';
import type { Grouping } from './queries.ts';

/** What the people are split by on the page. */
export const BY = ['tenth', 'segment', ...DIMENSIONS, 'cohort'] as const;
export type By = (typeof BY)[number];

/** Groups that stand alone where a dimension has many values. */
export const GROUPS = 7;

/** How sentences and addresses are made: words, numbers and links of one language. */
export interface Telling {
  readonly words: ValueWords;
  readonly format: Format;
  /** The address of an audience of this analysis, the terms of value kept. */
  audience(id: string, params: Readonly<Record<string, string | number>>): string;
}

/** The split in the address; one by something that no file has is by tenths. */
export function byOf(view: View, dimensions: Readonly<Partial<Record<Dimension, unknown>>>): By {
  const by = view.choice('by', BY);
  return isDimension(by) && !dimensions[by] ? 'tenth' : by;
}

export function isDimension(by: By): by is Dimension {
  return (DIMENSIONS as readonly string[]).includes(by);
}

/** The query that splits by `by`. */
export function groupingOf(by: By): Grouping {
  return isDimension(by) ? 'first' : by;
}

/** What that query takes, beside the margin. */
export function groupingParams(by: By, view: View, grain: string): SqlParams {
  if (isDimension(by)) return { by, groups: GROUPS };
  if (by === 'cohort') return { grain };
  return by === 'segment' ? { ...scoringParams(scoringOf(view)) } : {};
}

const DAY = 86_400_000;

/** The period of cohorts that gives a handful of them: months, quarters or years. */
export function grainOf(firstDay: Date | null, lastDay: Date | null): 'month' | 'quarter' | 'year' {
  const days = firstDay && lastDay ? (lastDay.getTime() - firstDay.getTime()) / DAY : 0;
  return days <= 250 ? 'month' : days <= 740 ? 'quarter' : 'year';
}

/** The rules of the tiers, and the levers of the what-if, as they stand in the address: shares there are percent. */
export interface Rules {
  readonly loyal: number;
  readonly coupon: number;
  /** Contacts per year, and what one costs. */
  readonly contacts: number;
  readonly cost: number;
}
export const RULE_BOUNDS = {
  loyal: [2, 50],
  coupon: [1, 100],
  contacts: [0, 365],
  cost: [0, 100_000],
  keep: [0, 100],
  basket: [0, 100],
  acquisition: [0, 10_000_000]
} as const;

/** `usual` is what a contact cost so far, where a file tells it. */
export function rulesOf(view: View, usual: number | null | undefined): Rules {
  return {
    loyal: Math.round(view.number('loyal', 3, ...RULE_BOUNDS.loyal)),
    coupon: view.number('coupon', 80, ...RULE_BOUNDS.coupon) / 100,
    contacts: view.number('contacts', 12, ...RULE_BOUNDS.contacts),
    cost: view.number('contact_cost', usual ?? 1, ...RULE_BOUNDS.cost)
  };
}

/** The rules as the tiers' query takes them: contacts within a horizon of `months`. */
export function ruleParams({ loyal, coupon, contacts, cost }: Rules, months: number) {
  return { loyal, coupon, contacts: (contacts * months) / 12, cost };
}

export function leversOf(view: View) {
  return {
    retention: view.number('keep', 5, ...RULE_BOUNDS.keep) / 100,
    order: view.number('basket', 5, ...RULE_BOUNDS.basket) / 100
  };
}
