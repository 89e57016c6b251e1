import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShopFacts } from '../sources/source.ts';
import type { View } from './view.svelte.ts';
import { joinValues, scopeOf, splitValues } from './view-scope.ts';

test('any values of a filter survive the address', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '~', '', ',', '直') }), { minLength: 1, maxLength: 5 }), (values) => {
      expect(splitValues(joinValues(values))).toEqual(values);
    })
  );
});

test('of several currencies exactly one is looked at, whatever the address says; of one, none is asked for', () => {
  const of = (currencies?: readonly string[]) =>
    ({
      lastDay: new Date('2024-01-31'),
      dimensions: {},
      currencies: currencies?.map((value) => ({ value, orders: 1, amount: 1 }))
    }) as unknown as ShopFacts;
  const at = (query: string) => ({ params: new URLSearchParams(query), day: () => null }) as unknown as View;
  expect(scopeOf(at('currency=USD'), of(['CNY', 'USD'])).currency).toBe('USD');
  for (const query of ['', 'currency=', 'currency=CNY~USD', 'currency=EUR'])
    expect(scopeOf(at(query), of(['CNY', 'USD'])).currency).toBe('CNY');
  expect(scopeOf(at('currency=USD'), of()).currency).toBeUndefined();
});
