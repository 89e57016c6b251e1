import { defineWords } from '../../../i18n/locale.ts';

/** The forecast against what came. */
export const CHECK = defineWords({
  en: {
    check: {
      title: 'Forecast against what came',
      days: 'Keep back',
      daysUnit: 'days',
      finding: (day: string, customers: string, predicted: string, days: string, actual: string, error: string) =>
        `On **${day}** the model expected **${predicted}** purchases of its ${customers} customers in the ${days} after; **${actual}** came, so it was off by **${error}**.`,
      nothing: (day: string, predicted: string, days: string) =>
        `On **${day}** the model expected **${predicted}** purchases in the ${days} after; none came.`,
      money: (predicted: string, actual: string, error: string) => ` In money: ${predicted} against ${actual} (${error}).`,
      good: ' That is close enough to plan with.',
      low: (error: string) => ` Read the values on this page as too low; the error to plan with is ${error}.`,
      high: (error: string) => ` Read the values on this page as too high; the error to plan with is ${error}.`,
      apart: ' Purchases and money were off in opposite directions, so plan with neither sum alone.',
      far: ' That is too far off to plan with the sums.',
      noOrder: ' Whether the order of customers holds cannot be tested: all of them bought.',
      orderHolds: (share: string, interval: string) =>
        ` Their order held better: of two customers of whom one bought, that one had the higher forecast in **${share}** of cases (95% interval ${interval}; guessing gives 50%).`,
      orderFails: (share: string, interval: string) =>
        ` Nor trust the order of customers: of two of whom one bought, that one had the higher forecast in only **${share}** of cases (95% interval ${interval}; guessing gives 50%).`,
      y: 'repeat purchases so far',
      actual: 'what came',
      forecast: 'forecast',
      split: 'known until here',
      tipActual: (repeats: string) => `${repeats} repeat purchases so far`,
      tipForecast: (repeats: string) => `${repeats} forecast`,
      none: 'The past is too short to keep a part of it back: at least four weeks are needed.',
      unfitted: 'At the split there was too little to fit a model: fewer than 100 customers had come back, or most were seen too briefly.',
      note: (mean: string, square: string) =>
        `Of one customer’s purchases the forecast is off by ${mean} on average (root mean square ${square}).`,
      noteOrder: (share: string) => ` AUC of the order of customers: ${share}.`,
      definition: [
        'The past is cut in two: the model is fitted to what was known on the day of the split, forecasts how often **these** customers buy until the as-of date, and is held against what they bought. By default half of the past is kept back, at most a year.',
        'The curve counts repeat purchase days of the customers known at the split. The band holds what really happens in 95% of cases if the model is right: its parameters’ error and every customer’s own chance. What lies outside of it, chance does not explain: seasons, campaigns and a changing shop are not in the model.',
        'Error: forecast ÷ what came − 1, of purchases and of money; the worse of the two decides: beyond ±10% the values are to be read with that error, beyond ±30% their sums are not to be planned with. The order of customers is tested on its own: AUC, the chance that of two customers, of whom one bought after the split, that one had the higher forecast (DeLong 1988); 50% is guessing.',
        'The forecast is E[Y(t) | x, t_x, T], the expected purchases in the next t of a customer with x repeat purchases, the last after t_x, seen for T, and for money the Gamma-Gamma mean (Fader & Hardie 2013, note 025). The formulas and their sources stand under “The model”.'
      ]
    },
    classes: {
      title: 'By number of purchases',
      finding: (outside: string, all: string, name: string, customers: string, predicted: string, actual: string) =>
        `In **${outside} of ${all}** groups what came lies outside the 95% interval, of these furthest off per customer: **${name}** (${customers}), for whom **${predicted}** each were forecast and **${actual}** came.`,
      close: 'In every group what came lies within the 95% interval.',
      name: (purchases: string) => (purchases === '1' ? '1 purchase' : `${purchases} purchases`),
      orMore: (purchases: string) => `${purchases} purchases or more`,
      text: (predicted: string, actual: string) => `${predicted} forecast · ${actual} came`,
      tip: (customers: string) => (customers === '1' ? '1 customer' : `${customers} customers`),
      definition:
        'Customers by their purchases up to the split. Forecast and came: purchases per customer after it. The intervals in the table are of the sum of the group, however small it is; of groups that are all forecast rightly, one in twenty lies outside by chance.'
    }
  },
  zh: {
    check: {
      title: '预测与实际',
      days: '留出最后',
      daysUnit: '天',
      finding: (day: string, customers: string, predicted: string, days: string, actual: string, error: string) =>
        `站在 **${day}**，模型预计当时的 ${customers} 位客户在之后 ${days}购买 **${predicted}** 次，实际 **${actual}** 次，误差 **${error}**。`,
      nothing: (day: string, predicted: string, days: string) =>
        `站在 **${day}**，模型预计之后 ${days}有 **${predicted}** 次购买，实际一次也没有。`,
      money: (predicted: string, actual: string, error: string) => `按金额：预计 ${predicted}，实际 ${actual}（${error}）。`,
      good: '这个误差可以用来做计划。',
      low: (error: string) => `本页的价值偏低，做计划时请按 ${error} 的误差留出余地。`,
      high: (error: string) => `本页的价值偏高，做计划时请按 ${error} 的误差留出余地。`,
      apart: '次数和金额的误差方向相反，做计划时不要只看其中一个合计。',
      far: '误差太大，合计不宜用来做计划。',
      noOrder: '客户的先后次序无从检验：当时的客户后来都买了。',
      orderHolds: (share: string, interval: string) =>
        `客户的先后次序相对可靠：任取后来买了和没买的客户各一位，预测较高的是买了的那位，占 **${share}**（95% 区间 ${interval}；随机猜是 50%）。`,
      orderFails: (share: string, interval: string) =>
        `客户的先后次序也不可信：任取后来买了和没买的客户各一位，预测较高的是买了的那位，只占 **${share}**（95% 区间 ${interval}；随机猜是 50%）。`,
      y: '累计复购次数',
      actual: '实际',
      forecast: '预测',
      split: '模型只知道到这里',
      tipActual: (repeats: string) => `累计复购 ${repeats} 次`,
      tipForecast: (repeats: string) => `预测 ${repeats} 次`,
      none: '历史太短，留不出检验期：至少需要四周。',
      unfitted: '切分日当时的数据不足以拟合模型：复购客户不到 100 位，或多数客户的观察期太短。',
      note: (mean: string, square: string) => `单个客户的购买次数平均偏差 ${mean} 次（均方根 ${square}）。`,
      noteOrder: (share: string) => `客户排序的 AUC：${share}。`,
      definition: [
        '把历史切成两段：模型只用切分日当天已知的数据拟合，预测**这些**客户到截至日为止的购买次数，再与实际对照。默认留出一半历史，最多一年。',
        '曲线是切分日已有客户的累计复购天数。色带：如果模型正确，实际有 95% 的可能落在其中（参数误差加上每位客户自身的随机性）。落在带外的部分不是偶然，而是季节、活动和店铺自身变化，这些都不在模型里。',
        '误差 = 预测 ÷ 实际 − 1，次数和金额各算一遍；以较差的一项为准：超出 ±10%，就要带着这个误差理解价值；超出 ±30%，合计不宜用来做计划。客户的先后次序另外检验：AUC 是任取切分日之后买了和没买的客户各一位、买了的那位预测较高的概率（DeLong 1988），随机猜是 50%。',
        '预测值是 E[Y(t) | x, t_x, T]：复购 x 次、最后一次在 t_x、观察了 T 的客户在未来 t 内的期望购买次数；金额用 Gamma-Gamma 的均值（Fader & Hardie 2013，note 025）。公式和出处见“模型”面板。'
      ]
    },
    classes: {
      title: '按购买次数看',
      finding: (outside: string, all: string, name: string, customers: string, predicted: string, actual: string) =>
        `${all} 组中有 **${outside}** 组的实际次数落在 95% 区间之外，其中人均相差最多的是**${name}**（${customers}）：预测 **${predicted}** 次，实际 **${actual}** 次。`,
      close: '每一组的实际次数都落在 95% 区间之内。',
      name: (purchases: string) => `购买 ${purchases} 次`,
      orMore: (purchases: string) => `购买 ${purchases} 次及以上`,
      text: (predicted: string, actual: string) => `预测 ${predicted} · 实际 ${actual}`,
      tip: (customers: string) => `${customers} 位客户`,
      definition:
        '按切分日之前的购买次数给客户分组；预测与实际都是之后的人均购买次数。表中的区间是整组合计的区间，组再小也照算；即使每组都预测得对，平均每二十组也会有一组碰巧落在区间之外。'
    }
  }
});
