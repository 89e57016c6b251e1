import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinValues, splitValues } from './view-scope.ts';

test('any values of a filter survive the address', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '~', '', ',', '直') }), { minLength: 1, maxLength: 5 }), (values) => {
      expect(splitValues(joinValues(values))).toEqual(values);
    })
  );
});
