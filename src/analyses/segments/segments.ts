import { defineQuery, type RowOf } from '../../engine/query.ts';
import { withTables } from '../../sources/scope.ts';
import { withScores, type ScoringParams } from '../scores/scoring.ts';
import bands from './bands.sql?raw';
import earlierCustomers from './earlier-customers.sql?raw';
import grid from './grid.sql?raw';
import movement from './movement.sql?raw';
import portrait from './portrait.sql?raw';

export const gridQuery = defineQuery<ScoringParams>()({
  name: 'segments/grid',
  sql: withScores(grid),
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

export const bandsQuery = defineQuery<ScoringParams>()({
  name: 'segments/bands',
  sql: withScores(bands),
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
