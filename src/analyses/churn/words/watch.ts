import { defineWords } from '../../../i18n/locale.ts';

/** The watch rules. */
export const WATCH_WORDS = defineWords({
  en: {
    watch: {
      title: 'Watch rules',
      window: 'Last',
      drop: 'Activity down by',
      jump: 'Basket off by',
      jumpUnit: '×',
      finding: (count: string) =>
        count === '1' ? '**1** customer matches at least one rule.' : `**${count}** customers match at least one rule.`,
      untold: 'no file tells feedback',
      none: 'No customer matches a rule.',
      kinds: { drop: 'Activity drop', unusual: 'Unusual basket', negative: 'Negative feedback' },
      what: {
        drop: (share: string, days: string) =>
          `purchases and events of the last ${days} are ${share} or more below those of the ${days} before (at least 3)`,
        unusual: (times: string, days: string) =>
          `the last purchase, within ${days}, is ${times} × above or below the customer’s own mean (at least 3 before)`,
        negative: (days: string) => `a complaint, an NPS of 0–6 or a CSAT of 1–2 within ${days}`
      },
      rule: 'Rule',
      means: 'Matches when',
      definition:
        'Each rule looks at a window up to the as-of date. Activity counts purchase days and events together. Own mean: the mean amount of the purchases before the last one. Negative feedback needs a feedback file.',
      alert: (customers: string, days: string) =>
        `**${customers}** ${customers === '1' ? 'customer has' : 'customers have'} complained or given a bad score in the last ${days}`,
      alertDetail: (money: string) => `They brought ${money} in the last 12 months.`
    }
  },
  zh: {
    watch: {
      title: '关注规则',
      window: '最近',
      drop: '活跃下降',
      jump: '客单偏离',
      jumpUnit: '倍',
      untold: '没有反馈文件，无从得知',
      finding: (count: string) => `**${count}** 位客户至少符合一条规则。`,
      none: '没有客户符合规则。',
      kinds: { drop: '活跃下降', unusual: '购买异常', negative: '负面反馈' },
      what: {
        drop: (share: string, days: string) => `最近 ${days}的购买与行为次数，比之前 ${days}（至少 3 次）下降 ${share} 以上`,
        unusual: (times: string, days: string) => `${days}内的最近一次购买，比自己的平均客单（此前至少 3 次）高或低 ${times} 倍`,
        negative: (days: string) => `${days}内有投诉，或 NPS 0–6 分、满意度 1–2 分`
      },
      rule: '规则',
      means: '何时符合',
      definition:
        '每条规则看截至日之前的一个时间窗。活跃次数 = 购买日 + 行为事件。自己的平均客单：最近一次之前各次购买的平均金额。负面反馈需要有反馈文件。',
      alert: (customers: string, days: string) => `**${customers}** 位客户最近 ${days}有投诉或打了低分`,
      alertDetail: (money: string) => `他们过去一年贡献 ${money}。`
    }
  }
});
