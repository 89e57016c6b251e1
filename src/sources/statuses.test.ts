import { describe, expect, test } from 'vitest';
import { statusMeaning, type StatusMeaning } from './status-words.ts';
import { statusAnswers } from './statuses.ts';

const MEANINGS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  paid: [
    '交易成功',
    '买家已付款，等待卖家发货',
    '买家已付款,等待卖家发货',
    '卖家已发货，等待买家确认',
    '已发货',
    '已收货',
    '已完成',
    '完成',
    'paid',
    'Paid',
    'processing',
    'completed',
    'wc-completed',
    'Shipped',
    '交易完成',
    '等待确认收货',
    'To ship',
    'Unshipped',
    'complete',
    '无售后或售后取消',
    '售后处理中',
    'Payment',
    'Complete',
    'Closed Won'
  ],
  unpaid: [
    '等待买家付款',
    '待付款',
    'pending',
    'Pending',
    'wc-pending',
    'authorized',
    'on-hold',
    'wc-on-hold',
    'On Hold',
    '等待付款',
    '待支付',
    'Unpaid',
    'holded'
  ],
  cancelled: ['交易关闭', '已取消', '已关闭', 'cancelled', 'canceled', 'Cancelled', 'wc-cancelled', 'voided', 'failed'],
  refunded: [
    '退款成功',
    '退货退款',
    'refunded',
    'Refunded',
    'wc-refunded',
    'refund',
    'Refund',
    '已取消，退款成功',
    '已发货，退款成功',
    '付款以后用户退款成功，交易自动关闭',
    ' 退款成功 '
  ],
  'partially-refunded': ['partially_refunded', 'Partially Refunded', '部分退款']
};

describe.each(Object.entries(MEANINGS) as [StatusMeaning, readonly string[]][])('%s', (meaning, texts) => {
  test.each(texts)('%s', (text) => expect(statusMeaning(text, null)).toBe(meaning));
});

test('some words depend on the platform', () => {
  expect([statusMeaning('closed', 'magento'), statusMeaning('closed', 'shopify'), statusMeaning('closed', null)]).toEqual([
    'refunded',
    null,
    null
  ]);
  expect(['0', '1', '2', '4', '5', '10', '11', '14'].map((number) => statusMeaning(number, 'bigcommerce'))).toEqual([
    'unpaid',
    'unpaid',
    'paid',
    'refunded',
    'cancelled',
    'paid',
    'paid',
    'partially-refunded'
  ]);
  expect(statusMeaning('4', 'shopify')).toBeNull();
});

test('what is in no list is not guessed', () => {
  for (const text of ['partially_paid', '异常', '已取消，奇怪', 'whatever', '']) expect(statusMeaning(text, null), text).toBeNull();
});

test('an answer holds for all values or for each', () => {
  expect(statusAnswers('paid')('x')).toBe('paid');
  expect(statusAnswers('{"x":"unpaid"}')('x')).toBe('unpaid');
  expect(statusAnswers('{"x":"unpaid"}')('y')).toBeNull();
  expect(statusAnswers('nonsense')('x')).toBeNull();
  expect(statusAnswers(null)('x')).toBeNull();
});
