import { defineWords } from '../../../i18n/locale.ts';

/** The lists that chances open. */
export const CHANCE_LISTS = defineWords({
  en: {
    audiences: {
      flagged: (chance: string, days: string) => `Chance below ${chance} to buy within ${days}`,
      past: (day: string) => `Flagged on ${day}`,
      right: (day: string) => `Flagged on ${day}, nothing bought in the time after`,
      segment: (segment: string) => `Flagged customers: ${segment}`,
      change: (change: string, day: string) => `${change}, since ${day}`
    },
    /** What a chance of this page is called: its horizon and its ranking. */
    buysIn: (days: string, ranking: string) => `Buys in ${days} · ${ranking}`,
    chanceOf: (chance: string, days: string, ranking: string, below: string) =>
      `chance to buy within ${days} ${chance} by the ${ranking}; flagged below ${below}`,
    rankingInUse: 'ranking in use',
    /** Beside the chances of this page, and beside those of the others. */
    whichChance: (days: string, ranking: string) =>
      `“Buys in ${days}” is the chance by the ranking in use on Churn, ${ranking}. “Buys in … months” on Customers and Value is that of the buying model (MBG/NBD), which knows purchase days only. For one customer the two may contradict each other, even a longer time with a smaller chance: rely on the ranking that did better in your past, see “Which ranking is best” on Churn.`,
    sameModel: (days: string) =>
      `“Buys in ${days}” is the chance by the buying model (MBG/NBD), brought into line with what came in your past where that helped; “Buys in … months” on Customers and Value is the same model’s as it comes, so that even a longer time can have a smaller chance.`
  },
  zh: {
    audiences: {
      flagged: (chance: string, days: string) => `${days}内购买概率低于 ${chance} 的客户`,
      past: (day: string) => `${day} 会被预警的客户`,
      right: (day: string) => `${day} 会被预警、之后没有再买的客户`,
      segment: (segment: string) => `被预警的客户：${segment}`,
      change: (change: string, day: string) => `与 ${day} 相比：${change}`
    },
    buysIn: (days: string, ranking: string) => `${days}内购买 · ${ranking}`,
    chanceOf: (chance: string, days: string, ranking: string, below: string) =>
      `${days}内购买概率 ${chance}（${ranking}），低于 ${below} 即预警`,
    rankingInUse: '所用的排序',
    whichChance: (days: string, ranking: string) =>
      `“${days}内购买”是流失预警所用排序（${ranking}）给出的概率；客户名单和客户价值页的“… 个月内购买”来自购买模型（MBG/NBD），只凭购买日期。同一位客户的两个概率可能矛盾，甚至时间更长、概率反而更低：以您的历史上更准的为准，见流失预警页的“哪种排序最准”。`,
    sameModel: (days: string) =>
      `“${days}内购买”来自购买模型（MBG/NBD），在有帮助时按您的历史校准过；客户名单和客户价值页的“… 个月内购买”是同一个模型未经校准的结果，所以时间更长、概率反而可能更低。`
  }
});
