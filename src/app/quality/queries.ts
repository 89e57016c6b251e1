import { defineQuery } from '../../engine/query.ts';
import amounts from './amounts.sql?raw';
import calendar from './calendar.sql?raw';
import completeness from './completeness.sql?raw';
import coverage from './coverage.sql?raw';
import hours from './hours.sql?raw';
import subjects from './subjects.sql?raw';

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

/** Orders by amount, on a log scale. */
export const AMOUNTS = defineQuery()({
  name: 'quality/amounts',
  sql: amounts,
  columns: { step: 'integer', from_amount: 'number', to_amount: 'number', orders: 'integer' }
});

/** Orders on each day of the calendar. */
export const CALENDAR = defineQuery()({
  name: 'quality/calendar',
  sql: calendar,
  columns: { day: 'date', orders: 'integer' }
});

/** Orders by weekday (0 = Monday) and hour; no row where the files tell no times. */
export const HOURS = defineQuery()({
  name: 'quality/hours',
  sql: hours,
  columns: { weekday: 'integer', hour: 'integer', orders: 'integer' }
});

/** What the files about something other than orders know. */
export const SUBJECTS = defineQuery()({
  name: 'quality/subjects',
  sql: subjects,
  columns: { subject: 'text', rows: 'integer', matched: 'integer', reach: 'number?', first_day: 'date?', last_day: 'date?' }
});
