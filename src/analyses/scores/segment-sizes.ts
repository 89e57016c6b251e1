import { defineQuery, type RowOf } from '../../engine/query.ts';
import segmentList from './segment-list.sql?raw';
import segmentSizes from './segment-sizes.sql?raw';
import { KEPT_SCORES, withScores, type ScoringParams } from './scoring.ts';

/** Every segment of the template, best first, empty ones included; no rows when there are no customers. */
export const segmentSizesQuery = defineQuery<ScoringParams>()({
  name: 'segments/sizes',
  sql: withScores(segmentSizes, [['segment_list', segmentList]]),
  keeps: KEPT_SCORES,
  columns: {
    place: 'integer',
    segment: 'text',
    customers: 'integer',
    share: 'number',
    share_low: 'number',
    share_high: 'number',
    revenue: 'number',
    revenue_share: 'number?',
    recency: 'number?',
    frequency: 'number?',
    monetary: 'number?',
    everybody: 'integer'
  }
});
export type SegmentSize = RowOf<typeof segmentSizesQuery.columns>;
