import type { RequestRecord } from '../engine/contract.ts';

/** The requests that the page itself made since it was opened, as the browser's own timing tells them. */
export function pageRequests(timeline: Performance): RequestRecord[] {
  const entries = [...timeline.getEntriesByType('navigation'), ...timeline.getEntriesByType('resource')] as PerformanceResourceTiming[];
  return entries
    .filter((entry) => !/^(?:blob|data):/.test(entry.name))
    .map((entry) => ({ url: entry.name, from: 'page' as const, at: entry.startTime, bytes: entry.transferSize, refused: false }));
}
