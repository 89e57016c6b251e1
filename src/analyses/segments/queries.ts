import { defineQuery, type RowOf } from '../../engine/query.ts';
import { KEPT_SCORES, withEarlierScores, withScores, type ScoringParams } from '../scores/scoring.ts';
import segmentList from '../scores/segment-list.sql?raw';
import bandAudience from './band-audience.sql?raw';
import bands from './bands.sql?raw';
import cellAudience from './cell-audience.sql?raw';
import grid from './grid.sql?raw';
import movedAudience from './moved-audience.sql?raw';
import movement from './movement.sql?raw';
import portrait from './portrait.sql?raw';
import segmentAudience from './segment-audience.sql?raw';

/** All 25 cells of recency and frequency scores, the most recent row first. */
export const gridQuery = defineQuery<ScoringParams>()({
  name: 'segments/grid',
  sql: withScores(grid),
  keeps: KEPT_SCORES,
  columns: {
    r: 'integer',
    f: 'integer',
    customers: 'integer',
    share: 'number',
    share_low: 'number',
    share_high: 'number',
    revenue: 'number',
    revenue_share: 'number?',
    recency_from: 'integer?',
    recency_to: 'integer?',
    frequency_from: 'integer?',
    frequency_to: 'integer?'
  }
});
export type GridCell = RowOf<typeof gridQuery.columns>;

/** How each score came about: the values that have it and the mark it begins at. */
export const bandsQuery = defineQuery<ScoringParams>()({
  name: 'segments/scores',
  sql: withScores(bands),
  keeps: KEPT_SCORES,
  columns: {
    measure: 'text',
    score: 'integer',
    customers: 'integer',
    share: 'number',
    lowest: 'number',
    highest: 'number',
    mark: 'number?'
  }
});
export type Band = RowOf<typeof bandsQuery.columns>;

/** Who moved between segments since a day, scored anew on that day. */
export const movementQuery = defineQuery<ScoringParams & { compare: Date }>()({
  name: 'segments/movement',
  sql: withEarlierScores(movement, [['segment_list', segmentList]]),
  keeps: KEPT_SCORES,
  columns: {
    segment_then: 'text',
    segment_now: 'text',
    place_then: 'integer',
    place_now: 'integer',
    customers: 'integer',
    revenue: 'number',
    customers_then: 'integer'
  }
});
export type Movement = RowOf<typeof movementQuery.columns>;

/** What the customers of one segment have in common. */
export const portraitQuery = defineQuery<ScoringParams & { segment: string }>()({
  name: 'segments/portrait',
  sql: withScores(portrait),
  keeps: KEPT_SCORES,
  columns: {
    customers: 'integer',
    revenue: 'number',
    recency: 'number?',
    recency_from: 'integer?',
    recency_to: 'integer?',
    frequency: 'number?',
    frequency_from: 'integer?',
    frequency_to: 'integer?',
    monetary: 'number?',
    usual_gap: 'number?',
    repeaters: 'integer',
    channel: 'text?',
    channel_share: 'number?',
    category: 'text?',
    category_share: 'number?',
    region: 'text?',
    region_share: 'number?'
  }
});
export type Portrait = RowOf<typeof portraitQuery.columns>;

export const segmentAudienceQuery = defineQuery<ScoringParams & { segment: string }>()({
  name: 'segments/segment',
  sql: withScores(segmentAudience),
  keeps: KEPT_SCORES,
  columns: { customer: 'integer' }
});

export const cellAudienceQuery = defineQuery<ScoringParams & { cell_r: number; cell_f: number }>()({
  name: 'segments/cell',
  sql: withScores(cellAudience),
  keeps: KEPT_SCORES,
  columns: { customer: 'integer' }
});

export const bandAudienceQuery = defineQuery<ScoringParams & { measure: string; band: number }>()({
  name: 'segments/band',
  sql: withScores(bandAudience),
  keeps: KEPT_SCORES,
  columns: { customer: 'integer' }
});

export const movedAudienceQuery = defineQuery<ScoringParams & { segment: string; segment_then: string; compare: Date }>()({
  name: 'segments/moved',
  sql: withEarlierScores(movedAudience),
  keeps: KEPT_SCORES,
  columns: { customer: 'integer' }
});
