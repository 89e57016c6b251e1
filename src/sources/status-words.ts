/** What an order's status says about its money. */
export const STATUS_MEANINGS = ['paid', 'unpaid', 'cancelled', 'refunded', 'partially-refunded'] as const;
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

/** Status texts of all platforms, both languages; compared without case, blanks, hyphens and underscores. */
// prettier-ignore
const WORDS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  paid: [
    '交易成功', '交易完成', '买家已付款，等待卖家发货', '买家已付款', '等待卖家发货', '卖家已发货，等待买家确认', '卖家已发货', '等待买家确认', '等待买家确认收货', '等待确认收货', '卖家部分发货', '已付款', '已支付', '支付成功', '付款成功', '待发货', '已发货',
    '待收货', '待签收', '已收货', '已签收', '备货中', '已成团', '拼单成功', '确认收货', '待评价', '已评价', '已完成', '完成', '成功', '部分发货', '等待出库', '已出库', '未发货',
    // After-sales states under which the money stays.
    '无售后或售后取消', '无售后', '售后处理中', '售后关闭', '售后取消', '没有申请退款', '未申请退款', '无退款申请', '退款关闭', '退款取消', '退款中', '退款处理中',
    'paid', 'processing', 'completed', 'complete', 'shipped', 'partially shipped', 'delivered', 'fulfilled', 'to ship', 'unshipped', 'awaiting shipment', 'awaiting collection', 'awaiting fulfillment', 'awaiting fulfilment',
    'awaiting pickup', 'in transit', 'succeeded', 'success', 'successful', 'captured', 'payment', 'sale', 'purchase', '销售', 'closed won', 'won'
  ],
  unpaid: [
    '等待买家付款', '待付款', '等待付款', '待支付', '未付款', '未支付', '待买家付款', '等待支付', 'pending', 'authorized', 'authorised', 'on-hold', 'holded', 'unpaid', 'pending payment', 'awaiting payment', 'incomplete', 'requires payment method'
  ],
  cancelled: ['交易关闭', '交易自动关闭', '已取消', '已关闭', '订单取消', '订单关闭', '取消', '已作废', '作废', 'cancelled', 'canceled', 'cancel', 'voided', 'void', 'failed', 'declined', 'closed lost', 'lost'],
  refunded: [
    '退款成功', '退货退款', '已退款', '全额退款', '已全额退款', '退货退款成功', '退款完成', '付款以后用户退款成功', '付款以后用户退款成功，交易自动关闭', '退货成功', '已退货', 'refunded', 'refund', 'fully refunded', 'returned', 'return', 'return/refund', 'return and refund',
    'refund only'
  ],
  'partially-refunded': ['部分退款', '部分退款成功', '已部分退款', 'partially refunded', 'partial refund', 'partially returned']
};

/** What a word means only in the exports of one platform. BigCommerce's numbers are its order status ids. */
// prettier-ignore
const FAMILY_WORDS: Readonly<Record<string, Readonly<Record<string, StatusMeaning>>>> = {
  magento: { closed: 'refunded', payment_review: 'unpaid', pending_payment: 'unpaid' },
  bigcommerce: {
    0: 'unpaid', 1: 'unpaid', 2: 'paid', 3: 'paid', 4: 'refunded', 5: 'cancelled', 6: 'cancelled', 7: 'unpaid', 8: 'paid', 9: 'paid', 10: 'paid', 11: 'paid', 14: 'partially-refunded'
  }
};

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-'"=]+/g, '')
    .replace(/[。.]$/, '');

const MEANING: ReadonlyMap<string, StatusMeaning> = new Map(
  STATUS_MEANINGS.flatMap((meaning) => WORDS[meaning].map((word) => [folded(word), meaning] as const))
);

// In a text of several parts the gravest counts: 已发货，退款成功 is a refund.
const GRAVITY: readonly StatusMeaning[] = ['refunded', 'partially-refunded', 'cancelled', 'unpaid', 'paid'];

/**
 * What a status text means in an export of `family`, or null when no list has it: then the user is asked.
 * Prefixes such as `wc-` are stripped; a text of several parts ("已取消，退款成功") needs all parts known.
 */
export function statusMeaning(value: string, family: string | null): StatusMeaning | null {
  const own = Object.entries(FAMILY_WORDS[family ?? ''] ?? {}).find(([word]) => folded(word) === folded(value));
  if (own) return own[1];
  const text = folded(value.trim().replace(/^wc-/i, ''));
  const whole = MEANING.get(text);
  if (whole) return whole;
  const parts = text
    .split(/[,;、|]+/)
    .filter((part) => part !== '')
    .map((part) => MEANING.get(part) ?? null);
  if (parts.length < 2 || parts.includes(null)) return null;
  return GRAVITY.find((meaning) => parts.includes(meaning)) ?? null;
}
