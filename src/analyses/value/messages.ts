import { defineWords } from '../../i18n/locale.ts';

export const VALUE = defineWords({
  en: {
    months: 'Horizon',
    monthsUnit: 'months',
    discount: 'Discount',
    perYear: '% a year',
    margin: 'Margin',
    model: 'Model',
    month: 'Month of',
    timing: 'Counted at',
    monthLengths: { year: '30.44 days (1/12 year)', weeks: '52/12 weeks', days: '30 days' },
    outliers: 'Large amounts',
    outlierWays: { kept: 'as they are', held: 'held at the 99th percentile' },
    timings: { end: 'period end', middle: 'period middle', start: 'period start' },
    models: { 'mbg-nbd': 'MBG/NBD', 'bg-nbd': 'BG/NBD', 'pareto-nbd': 'Pareto/NBD', nbd: 'NBD' },
    strip: 'Value in five numbers',
    noCustomers: 'No customers in this selection.',
    unfitted: 'No forecast can be made from these purchases; the reason is above. What they brought so far is shown in the other panels.',
    interval: (interval: string) => `95% interval ${interval}`,
    fitting: 'Fitting the model',
    suits: {
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
        'What all customers of today are expected to bring within the horizon: for each, margin × expected money of a purchase × the expected purchases of every month, discounted; then added up. Customers who are yet to come are not in it. The interval says how well the models know the expectation (delta method on the logarithm of the sum), not how the world may change: see the forecast against what came.'
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
      note: (day: string, days: string) => `${days} after ${day}`,
      none: 'the past is too short to tell',
      definition:
        'Forecast purchases ÷ purchases that came − 1, by a model that was fitted to what was known on the day of the split and to nothing after it.'
    },
    soFar: {
      label: 'Money so far',
      note: (customers: string, orders: string) => `${customers} customers, ${orders} orders`,
      definition: 'Paid minus refunded by all customers in view, before margin.'
    },
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
      low: ' Read the values on this page as too low by about as much.',
      high: ' Read the values on this page as too high by about as much.',
      far: ' That is too far off to plan money with: trust the order of customers, not the sums.',
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
      definition: [
        'The past is cut in two: the model is fitted to what was known on the day of the split, forecasts how often **these** customers buy until the as-of date, and is held against what they bought. By default half of the past is kept back, at most a year.',
        'The curve counts repeat purchase days of the customers known at the split. The band holds what really happens in 95% of cases if the model is right: its parameters’ error and every customer’s own chance. What lies outside of it, chance does not explain: seasons, campaigns and a changing shop are not in the model.',
        'Forecast: a living customer buys at random times at an own rate, rates differ by a Gamma distribution; after each purchase one may leave for good, with a chance that differs by a Beta distribution (Pareto/NBD: leaves at any time). E[Y(t) | x, t_x, T] is the expected number of purchases in the next t of a customer with x repeat purchases, the last after t_x, seen for T.'
      ]
    },
    classes: {
      title: 'By number of purchases',
      finding: (name: string, predicted: string, actual: string) =>
        `Furthest off for customers with **${name}**: **${predicted}** purchases each were forecast, **${actual}** came.`,
      close: 'No group of customers is off by more than chance explains.',
      name: (purchases: string) => (purchases === '1' ? '1 purchase' : `${purchases} purchases`),
      orMore: (purchases: string) => `${purchases} purchases or more`,
      text: (predicted: string, actual: string) => `${predicted} forecast · ${actual} came`,
      tip: (customers: string) => `${customers} customers`,
      definition:
        'Customers by their purchases up to the split. Forecast and came: purchases per customer after it. The intervals in the table are of the sum of the group.'
    },
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
      none: 'without a value',
      rest: 'all others',
      tenthFinding: (first: string, half: string) =>
        `The first tenth of customers holds **${first}** of the value ahead; the lower half together **${half}**.`,
      finding: (name: string, money: string, share: string) => `Most is ahead from **${name}**: **${money}**, ${share} of all.`,
      each: (name: string, money: string) => ` Per customer it is most for **${name}** (**${money}**).`,
      tenthPast: (first: string, half: string) =>
        `The first tenth of customers brought **${first}** of the money so far; the lower half together **${half}**.`,
      pastFinding: (name: string, money: string, share: string) => `Most came from **${name}** so far: **${money}**, ${share} of all.`,
      text: (money: string, each: string) => `${money} · ${each} each`,
      tip: (customers: string, orders: string, money: string) => `${customers} customers, ${orders} orders, ${money} so far`,
      ahead: (value: string, share: string, interval: string) => `ahead ${value} (${share}), 95% interval ${interval}`,
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
    },
    concentration: {
      title: 'How concentrated it is',
      finding: (past: string) => `So far the best 20% of customers brought **${past}** of the money`,
      future: (future: string, both: string, top: string) =>
        `; of the value ahead the best 20% hold **${future}**. **${both}** of ${top} are among both.`,
      stop: '.',
      past: 'so far',
      ahead: 'ahead',
      x: 'share of customers',
      y: 'share of money',
      gini: (past: string, future: string) => `Gini ${past} so far, ${future} ahead`,
      giniPast: (past: string) => `Gini ${past}`,
      tip: (customers: string, share: string) => `${customers} customers · ${share}`,
      definition:
        'Customers from the best down, and the share of the money they hold together: brought so far, and expected. Gini: 0 when all are alike, towards 1 when one holds everything; amounts below 0 count as 0.'
    },
    loyal: {
      title: 'The loyal and the others',
      from: 'Loyal from',
      unit: 'purchases',
      finding: (share: string, times: string, past: string) =>
        `**${share}** of customers bought ${times} times or more; they brought **${past}** of the money`,
      ahead: (future: string, more: string) => ` and hold **${future}** of the value ahead: **${more} ×** as much each.`,
      stop: '.',
      sides: (times: string) => `${times} purchases or more`,
      others: 'all others',
      nobody: 'Nobody has bought so often yet: lower the number.',
      measures: { customers: 'Customers', money: 'Money so far', value: 'Value ahead' },
      tip: (customers: string, each: string) => `${customers} customers, ${each} each so far`,
      definition:
        'Loyal: at least so many purchase days. Beside their shares the table holds money and value per customer, the mean order, the median of their usual gaps, the share of orders with a discount (where a file tells) and refunds as a share of what was paid.'
    },
    cohorts: {
      title: 'What a customer brings over time',
      acquisition: 'One new customer costs',
      finding: (months: string, money: string) => `After **${months} × 30 days** a customer has brought **${money}** on average`,
      paid: (money: string, months: string) => `; a cost of ${money} is earned back within **${months} × 30 days**.`,
      unpaid: (money: string) => `; a cost of ${money} is **not earned back** in the time seen.`,
      stop: '.',
      x: '30-day months since the first purchase',
      y: 'brought by one customer',
      all: 'all',
      cost: 'cost',
      tip: (money: string, customers: string) => `${money} per customer of ${customers}`,
      none: 'No cohort has been seen for 30 days yet.',
      definition:
        'Money (paid minus refunded) × margin that the customers of a cohort have brought by the end of each 30 days since their own first purchase, divided by all customers of the cohort. Only stretches that the youngest of the cohort has completed; “all” holds the cohorts that completed it. Earned back: the first stretch by whose end the average reaches the cost.'
    },
    tiers: {
      title: 'Whom to stop chasing',
      names: { core: 'Core loyal', chance: 'Opportunity', casual: 'Casual' },
      coupon: 'Coupon buyer from',
      couponUnit: '% of orders',
      contacts: 'Contacts a year',
      cost: 'One costs',
      finding: (customers: string, share: string, freed: string) =>
        `**${customers}** customers (${share}) are not worth chasing by these rules: contacting them no more frees **${freed}**`,
      stake: (value: string) => ` and puts at most **${value}** of expected value at stake.`,
      discounts: (money: string) => ` They got ${money} of discounts in the last 12 months.`,
      stop: '.',
      nobody: 'By these rules nobody is to be left alone: every customer is expected to bring more than contacting costs.',
      nobodySeen:
        'Without a forecast these rules find nobody to leave alone: everybody paid more than the goods cost, and nobody has ignored all messages for a year.',
      text: (customers: string, value: string) => `${customers} · ${value} ahead`,
      textPast: (customers: string, amount: string) => `${customers} · ${amount} so far`,
      tip: (share: string, amount: string, net: string) => `${share} of customers, ${amount} so far, ${net} kept`,
      reasons: {
        core: 'buys often, without coupons, and is likely to come again',
        young: 'few purchases so far',
        coupon: 'buys with coupons nearly always',
        fading: 'bought often, is unlikely to come again',
        little: 'is expected to bring less than contacting costs',
        deaf: 'three messages or more without a response, silent for a year',
        loses: 'cost more than was paid, after discount and refund'
      },
      short: {
        core: '',
        young: 'few purchases',
        coupon: 'coupon buyers',
        fading: 'fading',
        little: 'little ahead',
        deaf: 'no response',
        loses: 'no profit'
      },
      open: (tier: string) => `List: ${tier}`,
      noDiscount: 'No file tells discounts, so that nobody counts as a coupon buyer.',
      definition: [
        '**Casual**, to be left alone: what was paid does not cover the goods (net ≤ 0: paid minus refunded, minus (1 − margin) × the price before discount); or three messages or more within a year without a response and a year without a purchase (where messages are mapped); or the value expected within the horizon is not above the cost of contacting them as often as planned.',
        '**Core loyal**: so many purchases or more, fewer orders with a discount than the coupon buyer’s share, and a chance of at least 50% to buy within the horizon (without a forecast: bought within a year). **Opportunity**: all others.',
        'What stopping frees is the planned contacts × their cost. At stake is all that these customers are expected to bring; most of it comes without being contacted, as only a test with a hold-out can tell.'
      ]
    },
    whatIf: {
      title: 'What if',
      keep: 'Retention up by',
      basket: 'Order value up by',
      unit: '%',
      finding: (keep: string, money: string, change: string) => `Retention ${keep} higher is worth **${money}** (${change})`,
      basketFinding: (basket: string, money: string, change: string) => `; an order value ${basket} higher **${money}** (${change}).`,
      noLeaving: 'No leaving is visible, so that retention cannot rise; only the order value counts here.',
      staying: (now: string, then: string) => `The share who stay after a purchase goes from ${now} to ${then}.`,
      stayingYear: (now: string, then: string) => `The share who stay for a year goes from ${now} to ${then}.`,
      bars: { now: 'As it is', moreRetention: 'Retention', moreOrder: 'Order value', both: 'Both' },
      definition:
        'The same models with another future. Who still is a customer today stays as it is known; from now on the share who stay after a purchase, b ÷ (a + b) (Pareto/NBD: for a year), is higher by so much of itself, and the money of each purchase likewise. Newcomers are not in it, nor what it costs to get there.'
    },
    columns: {
      day: 'Day',
      actual: 'Came',
      predicted: 'Forecast',
      low: '95% low',
      high: '95% high',
      purchasesBefore: 'Purchases before',
      customers: 'Customers',
      customersShare: 'Share of customers',
      predictedEach: 'Forecast each',
      actualEach: 'Came each',
      error: 'Error',
      group: 'Group',
      orders: 'Orders',
      purchases: 'Purchases',
      money: 'Money so far',
      moneyShare: 'Share of money',
      buyers: 'Will buy',
      expected: 'Purchases ahead',
      value: 'Value ahead',
      valueLow: 'Value, 95% low',
      valueHigh: 'Value, 95% high',
      valueShare: 'Share of value',
      valueEach: 'Value each',
      customer: 'Customer',
      lastDay: 'Last purchase',
      buys: 'P(buys)',
      buysLow: 'P, 95% low',
      buysHigh: 'P, 95% high',
      nextEarly: 'Next from',
      nextHalf: 'Next, middle',
      nextLate: 'Next to',
      cohort: 'Cohort',
      months: '30-day months',
      tier: 'Tier',
      reason: 'Why',
      net: 'Kept',
      discounted: 'Orders discounted',
      discountYear: 'Discounts, 12 months',
      messages: 'Messages, 12 months',
      messageCost: 'Their cost',
      contactCost: 'Planned contacts cost',
      moneyEach: 'Money each',
      orderAmount: 'Mean order',
      usualGap: 'Usual gap',
      refunds: 'Refunded',
      case: 'Case',
      change: 'Change'
    },
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
    months: '展望',
    monthsUnit: '个月',
    discount: '折现率',
    perYear: '% / 年',
    margin: '毛利率',
    model: '模型',
    month: '一个月按',
    timing: '计入时点',
    monthLengths: { year: '30.44 天（1/12 年）', weeks: '52/12 周', days: '30 天' },
    outliers: '大额',
    outlierWays: { kept: '照实计', held: '封顶在 99 分位' },
    timings: { end: '期末', middle: '期中', start: '期初' },
    models: { 'mbg-nbd': 'MBG/NBD', 'bg-nbd': 'BG/NBD', 'pareto-nbd': 'Pareto/NBD', nbd: 'NBD' },
    strip: '五个数看客户价值',
    noCustomers: '当前范围内没有客户。',
    unfitted: '这些购买记录不足以做预测，原因见页首。已经带来的金额可以看其他面板。',
    interval: (interval: string) => `95% 区间 ${interval}`,
    fitting: '正在拟合模型',
    suits: {
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
        '现有全部客户在展望期内预计带来的价值：每位客户 = 毛利率 × 每次购买的预期金额 × 每个月的预期购买次数（折现），再加总。还没出现的新客户不算在内。区间只说明模型对这个期望值有多确定（对合计的对数用 delta 法），不包括外部变化：请结合“预测与实际”来看。'
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
      label: '在你的历史上的预测误差',
      note: (day: string, days: string) => `${day} 之后的 ${days}`,
      none: '历史太短，无法检验',
      definition: '预测购买次数 ÷ 实际购买次数 − 1。模型只用切分日当天已知的数据拟合，之后的一概不看。'
    },
    soFar: {
      label: '已带来的金额',
      note: (customers: string, orders: string) => `${customers} 位客户，${orders} 单`,
      definition: '当前范围内全部客户的实付减退款，未乘毛利率。'
    },
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
      low: '本页的价值也请按大约低估这么多来理解。',
      high: '本页的价值也请按大约高估这么多来理解。',
      far: '误差太大，不宜拿金额做计划：可以相信客户的先后次序，不要相信合计。',
      y: '累计复购次数',
      actual: '实际',
      forecast: '预测',
      split: '模型只知道到这里',
      tipActual: (repeats: string) => `累计复购 ${repeats} 次`,
      tipForecast: (repeats: string) => `预测 ${repeats} 次`,
      none: '历史太短，留不出检验期：至少需要四周。',
      unfitted: '切分日当时的数据不足以拟合模型：复购客户不到 100 位，或多数客户的观察期太短。',
      note: (mean: string, square: string) => `单个客户的购买次数平均偏差 ${mean} 次（均方根 ${square}）。`,
      definition: [
        '把历史切成两段：模型只用切分日当天已知的数据拟合，预测**这些**客户到截至日为止的购买次数，再与实际对照。默认留出一半历史，最多一年。',
        '曲线是切分日已有客户的累计复购天数。色带：如果模型正确，实际有 95% 的可能落在其中（参数误差加上每位客户自身的随机性）。落在带外的部分不是偶然，而是季节、活动和店铺自身变化，这些都不在模型里。',
        '预测方法：仍是客户的人按各自的速率随机购买，速率服从 Gamma 分布；每次购买后可能永久离开，离开的概率服从 Beta 分布（Pareto/NBD：任何时刻都可能离开）。E[Y(t) | x, t_x, T] 是复购 x 次、最后一次在 t_x、观察了 T 的客户在未来 t 内的期望购买次数。'
      ]
    },
    classes: {
      title: '按购买次数看',
      finding: (name: string, predicted: string, actual: string) =>
        `**${name}**的客户偏差最大：人均预测 **${predicted}** 次，实际 **${actual}** 次。`,
      close: '没有哪一组的偏差超出偶然范围。',
      name: (purchases: string) => `购买 ${purchases} 次`,
      orMore: (purchases: string) => `购买 ${purchases} 次及以上`,
      text: (predicted: string, actual: string) => `预测 ${predicted} · 实际 ${actual}`,
      tip: (customers: string) => `${customers} 位客户`,
      definition: '按切分日之前的购买次数给客户分组；预测与实际都是之后的人均购买次数。表中的区间是整组合计的区间。'
    },
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
      none: '未填写',
      rest: '其他合计',
      tenthFinding: (first: string, half: string) => `价值最高的十分之一客户占未来价值的 **${first}**，后一半客户合计占 **${half}**。`,
      finding: (name: string, money: string, share: string) => `未来价值最多的是**${name}**：**${money}**，占 ${share}。`,
      each: (name: string, money: string) => `人均最高的是**${name}**（**${money}**）。`,
      tenthPast: (first: string, half: string) => `到目前为止，金额最高的十分之一客户带来了 **${first}**，后一半客户合计 **${half}**。`,
      pastFinding: (name: string, money: string, share: string) => `到目前为止带来最多的是**${name}**：**${money}**，占 ${share}。`,
      text: (money: string, each: string) => `${money} · 人均 ${each}`,
      tip: (customers: string, orders: string, money: string) => `${customers} 位客户，${orders} 单，已带来 ${money}`,
      ahead: (value: string, share: string, interval: string) => `未来 ${value}（${share}），95% 区间 ${interval}`,
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
    },
    concentration: {
      title: '价值有多集中',
      finding: (past: string) => `到目前为止，前 20% 的客户带来了 **${past}** 的金额`,
      future: (future: string, both: string, top: string) =>
        `；未来价值中，前 20% 的客户占 **${future}**。两边都在前 20% 的有 **${both}** 位（共 ${top} 位）。`,
      stop: '。',
      past: '已发生',
      ahead: '未来',
      x: '客户占比',
      y: '金额占比',
      gini: (past: string, future: string) => `基尼系数：已发生 ${past}，未来 ${future}`,
      giniPast: (past: string) => `基尼系数 ${past}`,
      tip: (customers: string, share: string) => `${customers} 位客户 · ${share}`,
      definition:
        '从价值最高的客户往下数，他们合计占多少：已带来的金额，以及未来的价值。基尼系数：人人相同为 0，越接近 1 越集中在一人身上；负数按 0 计。'
    },
    loyal: {
      title: '忠诚客户与普通客户',
      from: '忠诚客户：至少',
      unit: '次购买',
      finding: (share: string, times: string, past: string) => `**${share}** 的客户购买过 ${times} 次及以上，带来了 **${past}** 的金额`,
      ahead: (future: string, more: string) => `，占未来价值的 **${future}**，人均是其他客户的 **${more} 倍**。`,
      stop: '。',
      sides: (times: string) => `购买 ${times} 次及以上`,
      others: '其他客户',
      nobody: '还没有人买过这么多次，请调低次数。',
      measures: { customers: '客户数', money: '已带来的金额', value: '未来价值' },
      tip: (customers: string, each: string) => `${customers} 位客户，人均已带来 ${each}`,
      definition:
        '忠诚：购买天数不少于所选次数。除占比外，表中还有人均金额与价值、平均订单金额、常用购买间隔的中位数、有优惠的订单占比（文件有优惠列时）和退款占实付的比例。'
    },
    cohorts: {
      title: '一位客户随时间带来多少',
      acquisition: '获客成本（每人）',
      finding: (months: string, money: string) => `首购后 **${months} 个 30 天**，一位客户平均已带来 **${money}**`,
      paid: (money: string, months: string) => `；${money} 的获客成本在 **${months} 个 30 天**内回本。`,
      unpaid: (money: string) => `；${money} 的获客成本在已观察的时间内**没有回本**。`,
      stop: '。',
      x: '首购后第几个 30 天',
      y: '人均累计带来',
      all: '全部',
      cost: '成本',
      tip: (money: string, customers: string) => `人均 ${money}，共 ${customers} 位`,
      none: '还没有同期群观察满 30 天。',
      definition:
        '同期群客户从各自首购起，每满 30 天累计带来的金额（实付减退款）× 毛利率，除以该群全部客户。只算群内最晚的客户也已走完的时段；“全部”为走完该时段的各群合计。回本：平均累计首次达到成本的时段。'
    },
    tiers: {
      title: '哪些客户可以不追',
      names: { core: '核心忠诚', chance: '机会', casual: '随缘' },
      coupon: '用券依赖：至少',
      couponUnit: '% 的订单',
      contacts: '每年触达次数',
      cost: '每次成本',
      finding: (customers: string, share: string, freed: string) =>
        `按这些规则，**${customers}** 位客户（${share}）不值得追：不再触达可省下 **${freed}**`,
      stake: (value: string) => `，最多涉及 **${value}** 的预期价值。`,
      discounts: (money: string) => `最近 12 个月给他们的优惠共 ${money}。`,
      stop: '。',
      nobody: '按这些规则没有可以不追的客户：每位客户的预期价值都高于触达成本。',
      nobodySeen: '没有预测时，这些规则没有找到可以不追的客户：没有人的实付低于成本，也没有人一年内对触达毫无响应。',
      text: (customers: string, value: string) => `${customers} 位 · 未来 ${value}`,
      textPast: (customers: string, amount: string) => `${customers} 位 · 已带来 ${amount}`,
      tip: (share: string, amount: string, net: string) => `占客户 ${share}，已带来 ${amount}，净得 ${net}`,
      reasons: {
        core: '买得多、少用券，很可能再来',
        young: '购买次数还少',
        coupon: '几乎每单都用券',
        fading: '以前常买，现在不太可能再来',
        little: '预期价值不高于触达成本',
        deaf: '一年内至少三次触达没有响应，且一年没买',
        loses: '扣除优惠和退款后不赚钱'
      },
      short: { core: '', young: '买得少', coupon: '靠券', fading: '正在远离', little: '价值低', deaf: '无响应', loses: '不赚钱' },
      open: (tier: string) => `名单：${tier}`,
      noDiscount: '文件里没有优惠列，所以没有人被判为用券依赖。',
      definition: [
        '**随缘**（可以不追）：实付不够成本（净得 ≤ 0：实付减退款，再减（1 − 毛利率）× 优惠前价格）；或一年内至少三次触达没有响应且一年没买（有触达数据时）；或展望期内的预期价值不高于按计划触达他们的成本。',
        '**核心忠诚**：购买不少于所选次数、有优惠的订单占比低于用券依赖的门槛，且展望期内购买概率不低于 50%（没有预测时：一年内买过）。**机会**：其余所有客户。',
        '省下的是计划触达次数 × 每次成本。涉及的价值是这些客户的全部预期价值，其中大部分不触达也会来，究竟多少只有留对照组的实验才知道。'
      ]
    },
    whatIf: {
      title: '如果……会怎样',
      keep: '留存提高',
      basket: '客单价提高',
      unit: '%',
      finding: (keep: string, money: string, change: string) => `留存提高 ${keep}，价值增加 **${money}**（${change}）`,
      basketFinding: (basket: string, money: string, change: string) => `；客单价提高 ${basket}，增加 **${money}**（${change}）。`,
      noLeaving: '看不出有人离开，留存无从提高，这里只有客单价起作用。',
      staying: (now: string, then: string) => `每次购买后留下的比例从 ${now} 变为 ${then}。`,
      stayingYear: (now: string, then: string) => `一年后仍是客户的比例从 ${now} 变为 ${then}。`,
      bars: { now: '现状', moreRetention: '留存提高', moreOrder: '客单价提高', both: '两者都提高' },
      definition:
        '同一套模型，换一个未来。今天谁还是客户保持不变；从今以后，每次购买后留下的比例 b ÷ (a + b)（Pareto/NBD：一年后留下的比例）按自身提高这么多，每次购买的金额同理。不含新客户，也不含为此付出的成本。'
    },
    columns: {
      day: '日期',
      actual: '实际',
      predicted: '预测',
      low: '95% 下限',
      high: '95% 上限',
      purchasesBefore: '此前购买',
      customers: '客户数',
      customersShare: '客户占比',
      predictedEach: '人均预测',
      actualEach: '人均实际',
      error: '误差',
      group: '分组',
      orders: '订单数',
      purchases: '购买次数',
      money: '已带来金额',
      moneyShare: '金额占比',
      buyers: '预计购买人数',
      expected: '未来购买次数',
      value: '未来价值',
      valueLow: '价值 95% 下限',
      valueHigh: '价值 95% 上限',
      valueShare: '价值占比',
      valueEach: '人均价值',
      customer: '客户',
      lastDay: '最近购买',
      buys: '购买概率',
      buysLow: '概率 95% 下限',
      buysHigh: '概率 95% 上限',
      nextEarly: '下次购买 从',
      nextHalf: '下次购买 中位',
      nextLate: '下次购买 到',
      cohort: '同期群',
      months: '30 天数',
      tier: '类型',
      reason: '原因',
      net: '净得',
      discounted: '优惠订单占比',
      discountYear: '近 12 个月优惠',
      messages: '近 12 个月触达',
      messageCost: '触达成本',
      contactCost: '计划触达成本',
      moneyEach: '人均金额',
      orderAmount: '平均订单金额',
      usualGap: '常用间隔',
      refunds: '退款占比',
      case: '情形',
      change: '变化'
    },
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
export type ValueWords = (typeof VALUE)['en'];
