import { defineWords } from '../../../i18n/locale.ts';

/** Whom to contact first, and why. */
export const CONTACT = defineWords({
  en: {
    contact: {
      title: 'Who to contact first',
      finding: (due: string, half: string, money: string) =>
        due === '1'
          ? `**1** customer is past the rule, who brought **${money}** last year.`
          : `**${due}** customers are past the rule; the best **${half}** of them brought half of their **${money}** of last year. Ranked by value × lateness.`,
      findingNoMoney: (due: string) =>
        due === '1'
          ? '**1** customer is past the rule, who bought nothing in the last 12 months.'
          : `**${due}** customers are past the rule; none of them bought in the last 12 months. Ranked by lateness.`,
      shown: (shown: string, all: string) => `Showing ${shown} of ${all}`,
      open: 'Open the full list',
      note: 'The reason is what was seen last, not proof of a cause.',
      definition: [
        'Ranked by **last-year value × lateness**, the days of silence ÷ the customer’s usual gap (the shop’s median gap for a single purchase; a shorter gap than floor ÷ k counts as that long). Beside it: the rank by silence alone.',
        'Reasons come from orders and feedback: an open complaint, a bad score in the last 180 days, only one purchase, a refund on the last purchase day, three baskets in a row smaller than the one before, another channel on the last purchase than before, a discount on every order.'
      ]
    },
    reasons: {
      complaint: 'an open complaint',
      unhappy: 'gave a bad score lately',
      parts: {
        'times-': 'has bought few times',
        'trend-': 'buys less than before',
        'basket-': 'small baskets',
        'refund+': 'more refunds than others',
        'unhappy+': 'complaints in the last year',
        'complaint+': 'an open complaint',
        'activity-': 'hardly active lately',
        'activity_trend-': 'activity has dropped'
      } as Readonly<Record<string, string>>,
      once: 'bought only once',
      refunded: 'refund on the last purchase',
      falling: 'basket fell three times in a row',
      moved: (from: string, to: string) => `moved from ${from} to ${to}, then stopped`,
      discounted: 'buys only with a discount',
      late: (times: string) => `late by ${times} ×`,
      notLate: 'not late yet',
      join: '; '
    }
  },
  zh: {
    contact: {
      title: '先联系谁',
      finding: (due: string, half: string, money: string) =>
        `**${due}** 位客户已超期；其中前 **${half}** 位就占了他们过去一年 **${money}** 的一半。按“过去一年价值 × 超期程度”排序。`,
      findingNoMoney: (due: string) => `**${due}** 位客户已超期，过去一年都没有购买。按超期程度排序。`,
      shown: (shown: string, all: string) => `显示 ${shown} / ${all}`,
      open: '打开完整名单',
      note: '原因只是订单中的迹象，不代表真正的起因。',
      definition: [
        '按**过去一年价值 × 超期程度**排序；超期程度 = 沉默天数 ÷ 平时间隔（只买过一次的客户用全店中位间隔；间隔短于“下限 ÷ 倍数”的按后者计）。旁边列出只按沉默天数的名次作为对照。',
        '可能的原因取自订单和反馈：投诉未关闭、近 180 天打过低分、只买过一次、最近一次购买有退款、客单价连降三次、最近一次换了渠道、每单都用优惠。'
      ]
    },
    reasons: {
      complaint: '投诉未关闭',
      unhappy: '最近打过低分',
      parts: {
        'times-': '买过的次数少',
        'trend-': '买得比以前少',
        'basket-': '客单价偏低',
        'refund+': '退款比别人多',
        'unhappy+': '一年内有投诉',
        'complaint+': '投诉未关闭',
        'activity-': '最近几乎不活跃',
        'activity_trend-': '活跃度下降'
      } as Readonly<Record<string, string>>,
      once: '只买过一次',
      refunded: '最近一次退款',
      falling: '客单价连降三次',
      moved: (from: string, to: string) => `从${from}换到${to}后停`,
      discounted: '只用优惠购买',
      late: (times: string) => `超期 ${times} 倍`,
      notLate: '尚未超期',
      join: '；'
    }
  }
});
