import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersKey, looseHeader, normaliseHeader } from './header.ts';

test.each([
  ['\uFEFF主订单编号', '主订单编号'],
  ['收货地址 ', '收货地址'],
  ['用户实付金额（元）', '用户实付金额(元)'],
  ['  Order\u00A0 ID\t', 'order id'],
  ['ＳＫＵ　编码', 'sku 编码'],
  ['Lineitem\nname', 'lineitem name']
])('%j is compared as %j', (text, normal) => expect(normaliseHeader(text)).toBe(normal));

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => normaliseHeader(normaliseHeader(text)) === normaliseHeader(text)),
    { numRuns: 2000 }
  );
});

test('loose headers forget separators and units, not words', () => {
  expect(new Set(['Order ID', 'order_id', 'order-id', 'OrderId'].map(looseHeader))).toEqual(new Set(['orderid']));
  expect(looseHeader('退款金额（元）')).toBe('退款金额');
  expect(looseHeader('商品数量(件)')).toBe('商品数量');
  expect(looseHeader('商家应收金额(元)(支付金额)')).toBe('商家应收金额(支付金额)');
});

test('a remembered mapping is found by headers however they are dressed, and not by others', () => {
  expect(headersKey(['订单号 ', '金额（元）'])).toBe(headersKey(['\uFEFF订单号', '金额(元)']));
  expect(headersKey(['a', 'b'])).not.toBe(headersKey(['a b']));
});
