import type { SegmentSize } from './segment-sizes.ts';

/** Segments that have gone quiet although they were worth much, by template: the first to worry about. */
const WORRIES: ReadonlySet<string> = new Set(['011', '001', 'at-risk', 'cant-lose', 'quiet-high']);
/** The best segments of each template. */
const BEST: ReadonlySet<string> = new Set(['111', 'champions', 'active-high']);

/** Segments whose customers have not bought for long. */
const QUIET: ReadonlySet<string> = new Set([
  '011',
  '001',
  '010',
  '000',
  'about-to-sleep',
  'at-risk',
  'cant-lose',
  'hibernating',
  'lost',
  'quiet-high',
  'quiet-low'
]);

/** Whether the customers of a segment have not bought for long. */
export function isQuiet(segment: string): boolean {
  return QUIET.has(segment);
}

/** The best segment of the template, or null when it is empty. */
export function bestSegment(sizes: readonly SegmentSize[]): SegmentSize | null {
  return sizes.find((size) => BEST.has(size.segment) && size.customers > 0) ?? null;
}

/** The segment that went quiet with the most revenue behind it, or null when there is none. */
export function worrySegment(sizes: readonly SegmentSize[]): SegmentSize | null {
  return sizes.filter((size) => WORRIES.has(size.segment) && size.customers > 0).sort((a, b) => b.revenue - a.revenue)[0] ?? null;
}

/** The same segment in the same colour on every page: the best as ours, the one to worry about as a loss, the rest pale. */
export function segmentColor(segment: string): string {
  if (BEST.has(segment)) return 'var(--accent)';
  return WORRIES.has(segment) ? 'var(--lost)' : 'var(--series-7)';
}
