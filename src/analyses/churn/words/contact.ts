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
          ? '**1** customer is past the rule, who brought no money in the last 12 months.'
          : `**${due}** customers are past the rule; none of them brought money in the last 12 months. Ranked by lateness.`,
      shown: (shown: string, all: string) => `Showing ${shown} of ${all}`,
      open: 'Open the full list',
      note: 'The reason is what was seen last, not proof of a cause.',
      definition: [
        'Ranked by **last-year value × lateness**. In the downloaded table: the rank by silence alone. Segments are those of the Segments page.'
      ]
    }
  },
  zh: {
    contact: {
      title: '先联系谁',
      finding: (due: string, half: string, money: string) =>
        `**${due}** 位客户已超期；其中前 **${half}** 位就占了他们过去一年 **${money}** 的一半。按“过去一年价值 × 超期倍数”排序。`,
      findingNoMoney: (due: string) => `**${due}** 位客户已超期，过去一年都没有带来金额。按超期倍数排序。`,
      shown: (shown: string, all: string) => `显示 ${shown} / ${all}`,
      open: '打开完整名单',
      note: '原因只是订单和反馈里的迹象，不代表真正的起因。',
      definition: ['按**过去一年价值 × 超期倍数**排序。下载的表里另有只按沉默天数的名次作为对照。分层沿用客户分层页的选择。']
    }
  }
});
