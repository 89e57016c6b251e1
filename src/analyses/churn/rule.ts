import type { Format } from '../../i18n/format.ts';
import type { Counting } from '../../session/view.svelte.ts';
import { DEFAULT_PACE, PACE_BOUNDS, paceIn, type Pace } from '../signs/pace.ts';
import type { ChurnWords } from './messages.ts';

/** When a customer counts as leaving, as it stands in the address. */
export interface Rule extends Pace {
  readonly rule: 'days' | 'gap';
  readonly days: number;
}

/** The rule of a page without a choice. */
export const DEFAULT_RULE: Rule = { rule: 'days', days: 90, ...DEFAULT_PACE };

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
export const BOUNDS = { days: [7, 1095], ...PACE_BOUNDS } as const;

export function ruleOf(view: Counting): Rule {
  return {
    rule: view.choice('rule', ['days', 'gap']),
    days: Math.round(view.number('days', DEFAULT_RULE.days, ...BOUNDS.days)),
    ...paceIn(view, DEFAULT_RULE)
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
