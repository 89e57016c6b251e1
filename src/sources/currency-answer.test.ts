import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerText, rateText, readAnswer, readRate } from './currency-answer.ts';

test.each([
  ['7.1', '7.1'],
  ['7,1', '7.1'],
  ['７．１', '7.1'],
  ['７，１２', '7.12'],
  [' 0.0052 ', '0.0052'],
  ['0,125', '0.125'],
  ['1,234.5', '1234.5'],
  ['1.234,5', '1234.5'],
  ['.5', '0.5'],
  ['150', '150'],
  ['7.10', '7.1']
])('%j is a rate', (typed, rate) => {
  expect(readRate(typed)).toBe(rate);
});

test.each([
  ['0', 'not-positive'],
  ['-7.1', 'not-positive'],
  ['seven', 'not-a-number'],
  ['7.1 CNY', 'not-a-number'],
  ['1e3', 'not-a-number'],
  ['Infinity', 'not-a-number'],
  ['7.1.2', 'not-a-number'],
  ['1,380', 'comma'],
  ['0.000000001', 'out-of-range'],
  ['999999999', 'out-of-range']
])('%j is none, and why', (typed, fault) => {
  expect(readRate(typed)).toEqual({ fault });
});

test('an answer is one currency, rates, or each by itself; what cannot be read is no rate', () => {
  expect(readAnswer(undefined)).toBeNull();
  expect(readAnswer('')).toBeNull();
  expect(readAnswer('USD')).toEqual({ way: 'one', code: 'USD' });
  expect(readAnswer('split')).toEqual({ way: 'split' });
  expect(readAnswer('CNY;USD=7,1;EUR=abc;GBP=-1;JPY=0.05')).toEqual({
    way: 'rates',
    code: 'CNY',
    rates: new Map([
      ['USD', '7.1'],
      ['JPY', '0.05']
    ])
  });
  expect(rateText('7.1')).toBe('7.10');
  expect(rateText('0.0052')).toBe('0.0052');
});

test('an answer that was written is read back', () => {
  const code = fc.constantFrom('CNY', 'USD', 'EUR', 'HKD', '人民币');
  const rate = fc.double({ min: 1e-6, max: 1e6, noNaN: true }).map((value) => value.toFixed(6).replace(/\.?0+$/, ''));
  fc.assert(
    fc.property(code, fc.uniqueArray(fc.tuple(code, rate), { minLength: 1, selector: ([one]) => one }), (base, given) => {
      const rates = new Map(given.filter(([one]) => one !== base));
      const answer = rates.size === 0 ? ({ way: 'one', code: base } as const) : ({ way: 'rates', code: base, rates } as const);
      expect(readAnswer(answerText(answer))).toEqual(answer);
    })
  );
});
