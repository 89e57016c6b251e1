import { expect, test } from 'vitest';
import { guessMapping } from '../sources/guess-mapping.ts';
import { headersKey } from '../sources/header.ts';
import { withRole, type Mapping } from '../sources/mapping.ts';
import type { Recipe } from './manifest.ts';
import { driftOf, isKnownKind, mappingFor } from './recipes.ts';

const COLUMNS = ['no', 'who', 'when', 'paid', 'channel', 'phone'];
const MAPPING: Mapping = {
  ...(['order_id', 'customer', 'order_time', 'amount'] as const).reduce(
    (mapping, role, column) => withRole(mapping, column, role),
    guessMapping(COLUMNS, [])
  ),
  answers: { 'date-order:2': 'dmy', currency: 'EUR' },
  rules: { duplicate: false }
};
const RECIPES: Recipe[] = [{ file: 'jan.csv', headers: headersKey(COLUMNS), corrected: { shape: {}, table: null }, mapping: MAPPING }];
const roleOf = (columns: string[], header: string) => mappingFor(RECIPES, headersKey(columns))?.roles[columns.indexOf(header)];

test('the same headers get the same mapping', () => {
  expect(mappingFor(RECIPES, headersKey(COLUMNS))).toBe(MAPPING);
  expect(driftOf(RECIPES, headersKey(COLUMNS))).toBeNull();
});

test('columns that moved keep their meaning and their answers; new ones are guessed, and take no role away', () => {
  const columns = ['phone', 'paid', 'when', 'who', 'region', 'order_id', 'no'];
  expect(['no', 'who', 'when', 'paid'].map((header) => roleOf(columns, header))).toEqual(['order_id', 'customer', 'order_time', 'amount']);
  expect(roleOf(columns, 'region')).toBe('region');
  expect(roleOf(columns, 'order_id')).toBeNull();
  const mapping = mappingFor(RECIPES, headersKey(columns));
  expect(mapping?.answers).toEqual({ 'date-order:2': 'dmy', currency: 'EUR' });
  expect(mapping?.rules).toEqual({ duplicate: false });
  expect(mapping?.personal[0]).toBe('phone');
  expect(driftOf(RECIPES, headersKey(columns))).toEqual({ file: 'jan.csv', added: ['region', 'order_id'], gone: ['channel'] });
});

test('an answer about a column that is gone is not carried to another', () => {
  const columns = ['no', 'who', 'time', 'paid', 'channel', 'phone'];
  expect(mappingFor(RECIPES, headersKey(columns))?.answers).toEqual({ currency: 'EUR' });
});

test('a kind of file is known by a file of its headers, or of nearly the same', () => {
  const known = (headers: readonly string[]) => isKnownKind(RECIPES, headersKey(headers));
  expect([known(['no', 'who', 'time', 'paid', 'channel', 'phone']), known(['email', 'nps', 'comment'])]).toEqual([true, false]);
});

test('a file of other headers is nobody’s recipe', () => {
  expect(mappingFor(RECIPES, headersKey(['email', 'nps', 'comment']))).toBeUndefined();
});
