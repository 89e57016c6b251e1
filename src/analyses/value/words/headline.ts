import { defineWords } from '../../../i18n/locale.ts';

/** The page as a whole: its numbers, and what the models say of themselves. */
export const HEADLINE = defineWords({
  en: {
    strip: 'Value in five numbers',
    noCustomers: 'No customers in this selection.',
    unfitted: 'No forecast can be made from these purchases; the reason is above. What they brought so far is shown in the other panels.',
    noForecast: 'no forecast from these purchases',
    noMoney: 'These orders have no amounts, so that nothing can be said here in money.',
    noSpend: 'No repeat purchase has an amount, so that nothing can be forecast in money.',
    noAmounts: 'no amounts to forecast from',
    interval: (interval: string) => `95% interval ${interval}`,
    fitting: 'Fitting the model',
    suits: {
      noMoney: 'These orders have **no amounts**: nothing can be said in money. Who will buy again, and how often, holds.',
      short: (age: string, gap: string) =>
        `Half of the customers have been seen for no longer than **${age}**, and who comes back takes **${gap}** between purchases: too short to tell who has left from who is just not due. No forecast of single customers is made; what a second purchase brings is below, and money so far, concentration and cohorts hold.`,
      noChurn:
        'No leaving is visible in these purchases, so everybody counts as a customer for good (plain NBD). Take the values as the upper end.',
      allOrNothing:
        'By these purchases customers either leave at once or never, so the model says little about single customers. The sums of groups hold better than any one value.',
      once: (share: string, repeaters: string, each: string) =>
        `**${share}** of customers bought once. What lies ahead rests on the **${repeaters}** who came back; one who bought once is worth about **${each}** more on average. Plan by groups here, not by single customers.`,
      onceUnfitted: (share: string) => `**${share}** of customers bought once.`,
      closed: (day: string) => `Nobody new has come since **${day}**: these are the values of a closed group.`
    },
    value: {
      label: (months: string) => `Value in the next ${months} months`,
      definition:
        'What all customers of today are expected to bring within the horizon: for each, margin × expected money of a purchase × the expected purchases of every month, discounted; then added up. Customers who are yet to come are not in it. The interval holds what really comes in 95% of cases, if the models are right: it takes in the error of their parameters (delta method) and every customer’s chance, in how often they buy and for how much, with all purchases discounted by the mean discount. How the world may change is not in it: see the forecast against what came.'
    },
    buyers: {
      label: 'Customers who will buy',
      note: (share: string, interval: string) => `${share} of all; 95% interval ${interval}`,
      definition:
        'The sum of every customer’s chance to buy at least once within the horizon; the interval holds what really happens in 95% of cases, if the model is right.'
    },
    purchases: {
      label: 'Purchases to expect',
      definition:
        'The sum of every customer’s expected purchase days within the horizon, not discounted; the interval holds what really happens in 95% of cases, if the model is right.'
    },
    error: {
      label: 'Forecast error on your past',
      labelMoney: 'Forecast error in money, on your past',
      note: (day: string, days: string) => `${days} after ${day}`,
      purchases: (error: string) => `purchases ${error}; `,
      none: 'the past is too short to tell',
      few: 'too few had come back by then to tell',
      definition:
        'Forecast money ÷ money that came − 1 (the same for purchases in small), by models that were fitted to what was known on the day of the split and to nothing after it. Where no money of repeat purchases was known then, the error of purchases stands here. The forecast against what came is drawn above.'
    },
    soFar: {
      label: 'Money so far',
      note: (customers: string, orders: string) => `${customers} customers, ${orders} orders`,
      definition: 'Paid minus refunded by all customers in view, before margin.'
    }
  },
  zh: {
    strip: '五个数看客户价值',
    noCustomers: '当前范围内没有客户。',
    unfitted: '这些购买记录不足以做预测，原因见页首。已经带来的金额可以看其他面板。',
    noForecast: '这些购买不足以预测',
    noMoney: '这些订单没有金额，与金额有关的内容无从谈起。',
    noSpend: '复购的订单都没有金额，金额无从预测。',
    noAmounts: '没有可用来预测的金额',
    interval: (interval: string) => `95% 区间 ${interval}`,
    fitting: '正在拟合模型',
    suits: {
      noMoney: '这些订单**没有金额**，与金额有关的都无法计算；谁会再买、会买几次仍然成立。',
      short: (age: string, gap: string) =>
        `一半客户的观察期不超过 **${age}**，而回头客的购买间隔约为 **${gap}**：太短，分不清谁走了、谁只是还没到时候。因此不对单个客户做预测；第二次购买能带来多少见下方，已有金额、集中度和同期群仍然成立。`,
      noChurn: '从这些购买里看不出有人离开，所以所有人都按长期客户计（普通 NBD）。请把这里的价值看作上限。',
      allOrNothing: '按这些购买记录，客户要么买完就走，要么一直留下，模型对单个客户说不了太多。看人群的合计比看单个客户可靠。',
      once: (share: string, repeaters: string, each: string) =>
        `**${share}** 的客户只买过一次，未来的价值主要靠复购过的 **${repeaters}** 位；只买过一次的客户平均还值 **${each}** 左右。这里请按人群做计划，不要按单个客户。`,
      onceUnfitted: (share: string) => `**${share}** 的客户只买过一次。`,
      closed: (day: string) => `**${day}** 之后没有新客户：这里是一批固定客户的价值。`
    },
    value: {
      label: (months: string) => `未来 ${months} 个月的价值`,
      definition:
        '现有全部客户在展望期内预计带来的价值：每位客户 = 毛利率 × 每次购买的预期金额 × 每个月的预期购买次数（折现），再加总。还没出现的新客户不算在内。如果模型正确，实际金额有 95% 的可能落在区间内：包括参数的误差（delta 法），也包括每位客户买几次、每次花多少的偶然性（折现按平均值近似）；不包括外部变化，请结合“预测与实际”来看。'
    },
    buyers: {
      label: '预计会购买的客户',
      note: (share: string, interval: string) => `占全部 ${share}；95% 区间 ${interval}`,
      definition: '每位客户在展望期内至少购买一次的概率之和；如果模型正确，实际人数有 95% 的可能落在区间内。'
    },
    purchases: {
      label: '预计购买次数',
      definition: '每位客户在展望期内的预期购买天数之和，不折现；如果模型正确，实际次数有 95% 的可能落在区间内。'
    },
    error: {
      label: '在您的历史上的预测误差',
      labelMoney: '在您的历史上的金额预测误差',
      note: (day: string, days: string) => `${day} 之后的 ${days}`,
      purchases: (error: string) => `次数 ${error}；`,
      none: '历史太短，无法检验',
      few: '当时复购过的客户太少，无法检验',
      definition:
        '预测金额 ÷ 实际金额 − 1（小字是购买次数的误差）。模型只用切分日当天已知的数据拟合，之后的一概不看。切分日当时没有复购金额时，这里是购买次数的误差。预测与实际的对照见上方。'
    },
    soFar: {
      label: '已带来的金额',
      note: (customers: string, orders: string) => `${customers} 位客户，${orders} 单`,
      definition: '当前范围内全部客户的实付减退款，未乘毛利率。'
    }
  }
});
