import { expect, test } from 'vitest';
import { standalone, type Scope } from '../../sources/scope.ts';
import { scoped, unscoped } from './scoped-sql.ts';

const scope: Scope = { asOf: new Date('2024-06-30'), from: null, filters: { channel: ['app'] } };

test('gives the pages’ tables as of the chosen day and filter', () => {
  const sql = scoped('select count(*) from customers', scope);
  expect(sql).toContain('customers as (');
  expect(sql).toContain("date '2024-06-30'");
  expect(sql).toContain("'app'");
});

test('leaves the SQL of a panel as it is', () => {
  const panel = standalone('-- one row\nselect count(*) as n from customers', scope);
  expect(scoped(panel, scope)).toBe(panel);
  expect(scoped('select count(*) from all_orders', scope)).toBe('select count(*) from all_orders');
});

test.each([
  'select nope from customers',
  '-- a remark\nselect nope from orders',
  'with a as (select 1 as x) select nope from a, customers'
])('finds a mistake back in %j', (sql) => {
  const whole = scoped(sql, scope);
  expect(unscoped(whole.lastIndexOf('nope'), sql, whole)).toBe(sql.indexOf('nope'));
});
