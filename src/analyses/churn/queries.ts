import { defineQuery } from '../../engine/query.ts';
import secondPurchase from './second-purchase.sql?raw';

export const SECOND_PURCHASE = defineQuery<{ as_of: Date }>()({
  name: 'churn/second-purchase',
  sql: secondPurchase,
  columns: { days: 'integer', again: 'integer', waiting: 'integer' }
});
