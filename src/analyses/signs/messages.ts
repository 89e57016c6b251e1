import { defineWords } from '../../i18n/locale.ts';

/** What is seen of a customer beside the orders' sums, and how late they are: the same words on every page. */
export const SIGNS = defineWords({
  en: {
    columns: {
      usualGap: 'Usual gap',
      referenceGap: 'Reference gap',
      lateness: 'Lateness ×',
      reason: 'Possible reason'
    },
    /** What `lateness` is, with the shortest reference gap in days. */
    lateness: (least: string) =>
      `**Lateness**: days since the last purchase ÷ the reference gap. The reference gap is the customer’s usual gap (the median of the days between purchases), but at least ${least}, so that two purchases in a row do not make a rhythm; for a single purchase, which has no usual gap (“–”), it is the median gap of the shop. 1 is just due.`,
    seen: '**Possible reasons** are what orders and feedback show, signs and no proof of a cause: an open complaint, a bad score in the last 180 days, a refund of a part on the last purchase day (orders refunded in full are not in the data), three baskets in a row smaller than the one before, of those who are late another channel on the last purchase than before, only one purchase, a discount on every order; where nothing of that is seen, how late or how long silent.',
    say: {
      complaint: 'an open complaint',
      unhappy: 'gave a bad score lately',
      refunded: 'refund on the last purchase',
      falling: 'basket fell three times in a row',
      moved: (from: string, to: string) => `went from ${from} to ${to} on the last purchase`,
      once: 'bought only once',
      discounted: 'buys only with a discount',
      few: 'fewer purchases than average',
      less: 'buys less than before',
      small: 'smaller baskets than average',
      refunds: 'more refunds than average',
      complaints: 'complaints or bad scores in the last year',
      quiet: 'less active than average',
      quieter: 'activity has dropped',
      late: (times: string) => `late by ${times} ×`,
      silent: (days: string) => `days silent: ${days}`,
      join: '; '
    }
  },
  zh: {
    columns: {
      usualGap: '平时间隔',
      referenceGap: '参照间隔',
      lateness: '超期（倍）',
      reason: '可能的原因'
    },
    lateness: (least: string) =>
      `**超期** = 距上次购买的天数 ÷ 参照间隔。参照间隔取客户自己的平时间隔（两次购买相隔天数的中位数），但不短于 ${least}，免得把连着两天的购买当成节奏；只买过一次的客户没有平时间隔（“–”），用全店的中位间隔。1 表示刚好到期。`,
    seen: '**可能的原因**取自订单和反馈，只是迹象，不代表真正的起因：投诉未关闭、近 180 天打过低分、最近一次购买有部分退款（全额退款的订单不在数据里）、客单价连降三次、已超期且最近一次换了渠道、只买过一次、每单都用优惠；都没有时，说明超期多少倍或沉默多少天。',
    say: {
      complaint: '投诉未关闭',
      unhappy: '最近打过低分',
      refunded: '最近一次退款',
      falling: '客单价连降三次',
      moved: (from: string, to: string) => `最近一次从${from}换到${to}`,
      once: '只买过一次',
      discounted: '只用优惠购买',
      few: '购买次数低于平均',
      less: '买得比以前少',
      small: '客单价低于平均',
      refunds: '退款多于平均',
      complaints: '一年内有投诉或低分',
      quiet: '活跃度低于平均',
      quieter: '活跃度下降',
      late: (times: string) => `超期 ${times} 倍`,
      silent: (days: string) => `已沉默 ${days} 天`,
      join: '；'
    }
  }
});
