import type { Format } from '../../i18n/format.ts';
import type { Counting } from '../../session/view.svelte.ts';
import type { ChurnWords } from './messages.ts';

/** When a customer counts as leaving, as it stands in the address. */
export interface Rule {
  readonly rule: 'days' | 'gap';
  readonly days: number;
  readonly k: number;
  readonly floor: number;
}

/** The rule of a page without a choice. */
export const DEFAULT_RULE: Rule = { rule: 'days', days: 90, k: 2, floor: 45 };

/** The parameters of an address that say who is flagged, what contacting is assumed to do, and what is watched. */
export const RULE_NAMES = [
  'rule',
  'days',
  'k',
  'floor',
  'within',
  'below',
  'rank',
  'cost',
  'save',
  'margin',
  'watch_days',
  'watch_drop',
  'watch_jump'
] as const;

/** Bounds of what can be chosen. */
export const BOUNDS = { days: [7, 1095], k: [1, 10], floor: [1, 730] } as const;

export function ruleOf(view: Counting): Rule {
  return {
    rule: view.choice('rule', ['days', 'gap']),
    days: Math.round(view.number('days', DEFAULT_RULE.days, ...BOUNDS.days)),
    k: view.number('k', DEFAULT_RULE.k, ...BOUNDS.k),
    floor: Math.round(view.number('floor', DEFAULT_RULE.floor, ...BOUNDS.floor))
  };
}

/** The part of the rule that its address needs. */
export function ruleParams({ rule, days, k, floor }: Rule): Record<string, string | number> {
  return rule === 'days' ? { rule, days } : { rule, k, floor };
}

/** How sentences and addresses are made: words, numbers and links of one language. */
export interface Telling {
  readonly words: ChurnWords;
  readonly format: Format;
  /** The address of an audience of this analysis. */
  audience(id: string, params: Readonly<Record<string, string | number>>): string;
}
