import { defineQuery } from '../../engine/query.ts';
import completeness from './completeness.sql?raw';
import coverage from './coverage.sql?raw';

/** How many orders have a value in each column. */
export const COMPLETENESS = defineQuery()({
  name: 'quality/completeness',
  sql: completeness,
  columns: { field: 'text', filled: 'integer', orders: 'integer', share: 'number?' }
});

/** Orders per month, and its days without any. */
export const COVERAGE = defineQuery()({
  name: 'quality/coverage',
  sql: coverage,
  columns: { month: 'date', orders: 'integer', amount: 'number', days: 'integer', days_without: 'integer' }
});
