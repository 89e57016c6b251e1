import { defineWords } from '../../../i18n/locale.ts';

/** Value by group, and who brings most of it. */
export const GROUPS = defineWords({
  en: {
    split: {
      title: 'Value by group',
      by: 'By',
      bys: {
        tenth: 'tenths of value',
        segment: 'segment',
        channel: 'first channel',
        category: 'first category',
        region: 'first region',
        tier: 'first tier',
        shop: 'first shop',
        cohort: 'cohort'
      },
      tenth: (place: string) => `Tenth ${place}`,
      tenthsNeed: 'Fewer than ten customers make no tenths: split them by something else, or see each of them under Customers.',
      none: 'without a value',
      rest: 'all others',
      tenthFinding: (first: string, half: string) =>
        `The first tenth of customers holds **${first}** of the value ahead; the lower half together **${half}**.`,
      finding: (name: string, money: string, share: string) => `Most is ahead from **${name}**: **${money}**, ${share} of all.`,
      each: (name: string, money: string) => ` Per customer it is most for **${name}** (**${money}**).`,
      tenthPast: (first: string, half: string) =>
        `The first tenth of customers brought **${first}** of the money so far; the lower half together **${half}**.`,
      pastFinding: (name: string, money: string, share: string) => `Most came from **${name}** so far: **${money}**, ${share} of all.`,
      definition: [
        'So far: customers, orders, purchase days and money (paid minus refunded). Ahead: the sums over the group’s customers of their chance to buy, expected purchases and value within the horizon.',
        'Tenths rank customers by value; equal ones by money so far. Channel and the like are those of the first order; small groups stand together.'
      ]
    },
    list: {
      title: 'Who brings it',
      finding: (count: string, money: string, likely: string) =>
        `The first **${count}** customers are worth **${money}**; **${likely}** of them will more likely than not buy within the horizon.`,
      shown: (count: string) => `Showing the first ${count}`,
      open: 'Open the first 10% as a list',
      later: 'later',
      note: 'Next purchase: if still a customer, with one chance in four before the first day and one in four after the second.',
      definition: [
        'Value = margin × expected money of a purchase × expected purchases within the horizon, discounted. The money of a purchase is the Gamma-Gamma expectation: a customer’s own mean, drawn towards that of all the fewer repeat purchases it rests on. With large amounts held, that mean counts for no more than the 99th percentile of those who came back (winsorising): one wholesale order then moves nobody else’s value; sums of what was brought stay as they are. The interval says how well the expectation is known; one customer’s fate varies far more.',
        'The next purchase is a window for those who still are customers: half of them buy between the two days. How likely a purchase is at all says the column before.'
      ]
    }
  },
  zh: {
    split: {
      title: '各类客户的价值',
      by: '按',
      bys: {
        tenth: '价值十等分',
        segment: '客户分层',
        channel: '首单渠道',
        category: '首单品类',
        region: '首单地区',
        tier: '首单等级',
        shop: '首单店铺',
        cohort: '同期群'
      },
      tenth: (place: string) => `第 ${place} 档`,
      tenthsNeed: '不足十位客户，分不成十档：请换一种分法，或到客户名单里逐位查看。',
      none: '未填写',
      rest: '其他合计',
      tenthFinding: (first: string, half: string) => `价值最高的十分之一客户占未来价值的 **${first}**，后一半客户合计占 **${half}**。`,
      finding: (name: string, money: string, share: string) => `未来价值最多的是**${name}**：**${money}**，占 ${share}。`,
      each: (name: string, money: string) => `人均最高的是**${name}**（**${money}**）。`,
      tenthPast: (first: string, half: string) => `到目前为止，金额最高的十分之一客户带来了 **${first}**，后一半客户合计 **${half}**。`,
      pastFinding: (name: string, money: string, share: string) => `到目前为止带来最多的是**${name}**：**${money}**，占 ${share}。`,
      definition: [
        '已发生：客户数、订单数、购买天数和金额（实付减退款）。未来：组内每位客户在展望期内的购买概率、预期购买次数和价值之和。',
        '十等分按价值排序，价值相同的按已带来的金额排。渠道等取首单的取值，较小的组合并在一起。'
      ]
    },
    list: {
      title: '价值来自谁',
      finding: (count: string, money: string, likely: string) =>
        `前 **${count}** 位客户的未来价值合计 **${money}**，其中 **${likely}** 位在展望期内购买的概率超过一半。`,
      shown: (count: string) => `显示前 ${count} 位`,
      open: '打开前 10% 的名单',
      later: '更晚',
      note: '下次购买：如果仍是客户，早于前一个日期和晚于后一个日期的可能各为四分之一。',
      definition: [
        '价值 = 毛利率 × 每次购买的预期金额 × 展望期内的预期购买次数（折现）。每次金额取 Gamma-Gamma 的期望：客户自己的均值，复购越少就越向全体均值靠拢。选择大额封顶时，这个均值最多按复购客户的 99 分位计（缩尾），一笔批发单就不会带动别人的价值；已带来的金额不变。区间只说明期望值有多确定，单个客户的实际结果波动要大得多。',
        '下次购买是针对仍是客户的人的时间窗：其中一半会在两个日期之间购买。到底会不会买，看前面的购买概率。'
      ]
    }
  }
});
