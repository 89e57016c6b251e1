import { defineWords } from '../../../i18n/locale.ts';

/** The words of what a second purchase brings. */
export const SECOND = defineWords({
  en: {
    title: 'What a second purchase brings',
    finding: (share: string, interval: string, days: string) =>
      `**${share}** (95% interval ${interval}) of those who buy for the first time buy again within **${days}**`,
    money: (basket: string, money: string, interval: string) =>
      `, for **${basket}** on average: a new customer brings **${money}** more (${interval}).`,
    stop: '.',
    returning: (waiting: string, back: string, interval: string, days: string) =>
      ` Of the **${waiting}** who have bought once so far and can be told of, **${back}** (${interval}) will come back within the next ${days}.`,
    same: (day: string, said: string, came: string) =>
      ` On **${day}** the same sum would have said ${said}; of those who came later it was **${came}**, which agrees.`,
    other: (day: string, said: string, came: string) =>
      ` On **${day}** the same sum would have said ${said}; of those who came later it was **${came}**: more than chance apart, so plan with both.`,
    untested: ' The past is too short to test this sum.',
    x: 'days since the first purchase',
    yMoney: 'brought by the second purchase, per new customer',
    yShare: 'have bought again',
    day: (day: string) => `Day ${day}`,
    tip: (share: string, watched: string) => `${share} have bought again; ${watched} were still watched`,
    interval: (interval: string) => `95% interval ${interval}`,
    mark: (days: string) => `holds to ${days}`,
    none: 'Nobody has bought a second time yet, or too few have been watched for long enough.',
    note: 'Only the second purchase counts: what comes after it is on top. As far as 30 customers or more were still watched.',
    columns: {
      day: 'Day',
      watched: 'Still watched',
      share: 'Bought again',
      shareLow: 'Bought again, 95% low',
      shareHigh: 'Bought again, 95% high',
      money: 'Per new customer',
      low: '95% low',
      high: '95% high'
    },
    definition: [
      'Share of new customers with a second purchase by each day (Kaplan–Meier: who has not bought again counts for as long as they were seen) × mean amount of a second purchase (paid minus refunded) × margin. The interval holds the error of both (Greenwood; delta method on the logarithm), taken as independent.',
      'No model is needed: it stands where the past is too short, or too few came back, for a forecast of single customers. The horizon is the longest for which the same sum could be made on the day of the split **and** be held against those who came after it.',
      'Those who bought once: each has waited u days; the chance to come back within the next N is 1 − S(u + N) ÷ S(u). Who has waited longer than the curve reaches is left out. Its interval is wide rather than narrow.'
    ]
  },
  zh: {
    title: '第二次购买能带来多少',
    finding: (share: string, interval: string, days: string) =>
      `首购客户中有 **${share}**（95% 区间 ${interval}）在 **${days}**内买了第二次`,
    money: (basket: string, money: string, interval: string) => `，平均花 **${basket}**：每位新客因此再带来 **${money}**（${interval}）。`,
    stop: '。',
    returning: (waiting: string, back: string, interval: string, days: string) =>
      `目前只买过一次、且可以估计的 **${waiting}** 位客户中，未来 ${days}内约有 **${back}** 位（${interval}）会回来。`,
    same: (day: string, said: string, came: string) =>
      `站在 **${day}**，同样的算法会得出 ${said}；之后新来的客户实际是 **${came}**，两者一致。`,
    other: (day: string, said: string, came: string) =>
      `站在 **${day}**，同样的算法会得出 ${said}；之后新来的客户实际是 **${came}**，差别超出偶然，做计划时请两个数都看。`,
    untested: '历史太短，无法检验这个算法。',
    x: '首单后天数',
    yMoney: '每位新客由第二次购买带来',
    yShare: '已买第二次',
    day: (day: string) => `第 ${day} 天`,
    tip: (share: string, watched: string) => `${share} 已买第二次；仍在观察 ${watched} 位`,
    interval: (interval: string) => `95% 区间 ${interval}`,
    mark: (days: string) => `${days}内成立`,
    none: '还没有人买过第二次，或者观察得足够久的客户太少。',
    note: '只算第二次购买，之后的购买是额外的。曲线画到仍有至少 30 位客户在观察为止。',
    columns: {
      day: '天',
      watched: '仍在观察',
      share: '已买第二次',
      shareLow: '已买第二次 95% 下限',
      shareHigh: '已买第二次 95% 上限',
      money: '每位新客带来',
      low: '95% 下限',
      high: '95% 上限'
    },
    definition: [
      '首单后各天已买第二次的新客占比（Kaplan–Meier：尚未复购的客户按被观察到的时长计入）× 第二次购买的平均金额（实付减退款）× 毛利率。区间包含两者的误差（Greenwood；对数上的 delta 法），视两者相互独立。',
      '不需要模型：当历史太短、或复购的人太少而无法预测单个客户时，它仍然成立。期限取最长的、既能在切分日算出、**又**能用之后新来的客户对照的天数。',
      '只买过一次的客户：已等待 u 天的人，未来 N 天内回来的概率是 1 − S(u + N) ÷ S(u)。等待时间超出曲线范围的客户不计入。区间宁宽勿窄。'
    ]
  }
});
