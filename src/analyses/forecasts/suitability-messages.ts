import { defineWords } from '../../i18n/locale.ts';

/** What the data do not carry, and the view that holds all the same, by the page it is said on. */
export const SUITABILITY_WORDS = defineWords({
  en: {
    filtered:
      'Only purchases **within the filter** count here: whoever buys elsewhere, too, is seen by this part alone, and whoever has moved elsewhere looks as if they had left.',
    oneDay: (day: string) =>
      `All purchases are on **one day** (${day}): nothing about coming back can be seen in them. Money per customer and its concentration hold.`,
    fewDays: (days: string) =>
      `All purchases lie within **${days}**: too short to see who comes back. Money per customer and its concentration hold.`,
    few: (repeaters: string, customers: string, least: string) =>
      `Only **${repeaters} of ${customers}** customers came back; a buying model of single customers needs at least ${least} who did, and is left out. What holds is the time until the second purchase, and a list of those who have been silent for long.`,
    fewCustomers: (customers: string, repeaters: string, least: string) =>
      `There ${customers === '1' ? 'is only **1** customer' : `are only **${customers}** customers`}, of whom **${repeaters}** came back; a buying model of single customers needs at least ${least} who did, and is left out. So few are best looked at one by one.`,
    noneBack: (customers: string) =>
      `**None of ${customers}** customers has bought a second time, so that nothing tells who will. How many do at most shows in the time until the second purchase.`,
    between: (from: string, to: string) => `${from} to ${to}`,
    contract: (share: string, days: string) =>
      `**${share}** of the gaps between purchases are **${days}** long, as renewals are. These models expect irregular purchases: a missed date says more than they do.`,
    line: (share: string, name: string) =>
      `**${share}** of orders are of one product line (${name}): splits by category tell nothing here. What tells is how long one purchase lasts.`,
    older: (share: string, day: string) =>
      `**${share}** of customers first appear in the first four weeks from ${day}. Most of them will have bought before, so their age and their purchases are understated. Whoever came later is seen from the start.`,
    second: 'The time until the second purchase',
    holds: {
      churn: {
        'one-day': 'Customers by money',
        few: 'Who has been silent for long',
        'few-customers': 'The customers one by one',
        contract: 'Who missed their date',
        line: 'Who is past their own rhythm',
        older: 'By fixed days: only the last purchase counts'
      },
      value: {
        'one-day': 'Customers by money',
        few: 'The time until the second purchase',
        'few-customers': 'The customers one by one',
        contract: 'Who missed their date',
        line: 'The time between purchases',
        older: 'Value by cohort'
      }
    }
  },
  zh: {
    filtered: '这里只计**筛选范围内**的购买：同时在别处购买的客户只看到这一部分，转到别处购买的客户看起来像流失。',
    oneDay: (day: string) => `所有购买都在**同一天**（${day}），看不出谁会回来。人均金额和集中度仍然成立。`,
    fewDays: (days: string) => `所有购买集中在 **${days}**之内，时间太短，看不出谁会回来。人均金额和集中度仍然成立。`,
    few: (repeaters: string, customers: string, least: string) =>
      `**${customers}** 位客户中只有 **${repeaters}** 位复购过；针对单个客户的购买模型至少需要 ${least} 位复购客户，因此不用。仍然成立的是“多久才有第二次购买”，以及谁沉默已久的名单。`,
    fewCustomers: (customers: string, repeaters: string, least: string) =>
      `一共只有 **${customers}** 位客户，其中 **${repeaters}** 位复购过；针对单个客户的购买模型至少需要 ${least} 位复购客户，因此不用。人数这么少，不如逐个看。`,
    noneBack: (customers: string) =>
      `**${customers}** 位客户中还没有人买过第二次，看不出谁会再来。最多会有多少人回来，见“多久才有第二次购买”。`,
    between: (from: string, to: string) => `${from} 至 ${to}`,
    contract: (share: string, days: string) =>
      `**${share}** 的购买间隔是 **${days}**，像续费。这些模型假定购买时间不固定，到期没买比模型更说明问题。`,
    line: (share: string, name: string) =>
      `**${share}** 的订单属于同一条产品线（${name}），按品类拆分在这里说明不了什么；能说明问题的是买一次能用多久。`,
    older: (share: string, day: string) =>
      `**${share}** 的客户首次出现在 ${day} 起的最初四周，其中多数很可能之前就买过，客龄和购买次数都被低估。之后才来的客户，是从头看到的。`,
    second: '多久才有第二次购买',
    holds: {
      churn: {
        'one-day': '按金额看客户',
        few: '谁沉默已久',
        'few-customers': '逐个看客户',
        contract: '谁到期没买',
        line: '谁超过了自己的节奏',
        older: '按固定天数看：只看最近一次购买'
      },
      value: {
        'one-day': '按金额看客户',
        few: '多久才有第二次购买',
        'few-customers': '逐个看客户',
        contract: '谁到期没买',
        line: '两次购买之间隔多久',
        older: '按同期群看价值'
      }
    }
  }
});
