import { defineWords } from '../../../i18n/locale.ts';

/** The lists that the page opens, and its alert. */
export const LISTS = defineWords({
  en: {
    audiences: {
      top: (share: string) => `The ${share} of customers with the most value ahead`,
      topPast: (share: string) => `The ${share} of customers who brought the most`,
      loyal: (times: string) => `${times} purchases or more`,
      others: (times: string) => `Fewer than ${times} purchases`,
      group: (by: string, name: string) => `${by}: ${name}`,
      tier: (tier: string) => `Tier: ${tier}`,
      atRisk: 'Last year’s best fifth, more likely not to buy than to buy'
    },
    alert: {
      text: (customers: string) => `**${customers}** of last year’s best fifth will more likely not buy than buy`,
      detail: (money: string, all: string, risk: string, months: string) =>
        `They brought ${money}. By all customers’ chances, ${risk} of last year’s ${all} came from people who buy no more in ${months} months.`,
      action: 'Open the list'
    }
  },
  zh: {
    audiences: {
      top: (share: string) => `未来价值最高的 ${share} 客户`,
      topPast: (share: string) => `已带来金额最多的 ${share} 客户`,
      loyal: (times: string) => `购买 ${times} 次及以上`,
      others: (times: string) => `购买不到 ${times} 次`,
      group: (by: string, name: string) => `${by}：${name}`,
      tier: (tier: string) => `客户类型：${tier}`,
      atRisk: '去年金额前五分之一、多半不会再买的客户'
    },
    alert: {
      text: (customers: string) => `去年金额前五分之一的客户中，**${customers}** 位多半不会再买`,
      detail: (money: string, all: string, risk: string, months: string) =>
        `他们去年带来 ${money}。按全部客户的购买概率算，去年 ${all} 中有 ${risk} 来自未来 ${months} 个月不再购买的人。`,
      action: '打开名单'
    }
  }
});
