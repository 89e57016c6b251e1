import type { Answer } from '../../engine/answer.ts';
import type { Alert } from '../analysis.ts';

/** Alerts that fit on the page. */
export const MOST_ALERTS = 6;

/** The alerts with the most money at stake, bad news before good news of the same weight; each id once. */
export function rankedAlerts(alerts: readonly Answer<Alert>[]): Answer<Alert>[] {
  const level = { bad: 0, warn: 1, good: 2 } as const;
  const seen = new Set<string>();
  return [...alerts]
    .sort((a, b) => b.value.weight - a.value.weight || level[a.value.level] - level[b.value.level] || (a.value.id < b.value.id ? -1 : 1))
    .filter(({ value }) => !seen.has(value.id) && seen.add(value.id))
    .slice(0, MOST_ALERTS);
}
