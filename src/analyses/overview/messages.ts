import { defineWords } from '../../i18n/locale.ts';

const people = (customers: string) => (customers === '1' ? '1 customer' : `${customers} customers`);

export const WORDS = defineWords({
  en: {
    range: (customers: string, orders: string, from: string, to: string) =>
      `${people(customers)}, ${orders} ${orders === '1' ? 'order' : 'orders'}, ${from} to ${to}`,
    rangeOrders: (orders: string, from: string, to: string) => `${orders} orders, ${from} to ${to}`,
    rangeOfAll: (range: string) => `All files together: ${range}. Below: the date and filters chosen above.`,
    strip: 'Headline numbers',
    active: 'Active customers, 90 days',
    repurchase: 'Repurchase rate, 12 months',
    churn: 'Churn rate, 90 days',
    revenue: 'Revenue, 90 days',
    value: (months: string) => `Value in the next ${months} months`,
    valueNote: (interval: string) => `95% interval ${interval}`,
    valueCaveats: {
      contract: 'purchases look like renewals, which the model does not expect',
      older: 'many customers are older than the data'
    },
    valueNone: 'these purchases allow no forecast',
    noAmounts: 'the orders have no amounts',
    defineValue:
      'What all customers of today are expected to bring within the horizon of the value page: margin × expected money of a purchase × expected purchases, discounted (MBG/NBD and Gamma-Gamma). The interval holds what really comes in 95% of cases, if the models are right. How far such a forecast was off on your own past stands on that page.',
    customers: 'Customers',
    before90: 'vs 90 days before',
    before12: 'vs 12 months before',
    since90: 'in 90 days',
    noBefore: 'no full period before',
    interval: (n: string, low: string, high: string) => `n\u00a0=\u00a0${n}, 95%\u00a0CI\u00a0${low}\u2060–\u2060${high}`,
    shortData: (days: string) => `only ${days} of data`,
    tooFew: 'too few to say',
    defineActive: 'Customers with a purchase in the 90 days up to and including the as-of date, beside those of the 90 days before.',
    defineRepurchase:
      'Customers with at least two purchase days in the 12 months up to the as-of date ÷ customers with at least one. With a 95% Wilson interval.',
    defineChurn:
      'Of the customers who bought in the 90 days before the last 90: the share who did not buy again in the last 90. With a 95% Wilson interval.',
    defineRevenue: 'Paid minus refunded of the 90 days up to the as-of date, beside the 90 days before.',
    defineCustomers: 'Everybody with at least one purchase in the range and filters above; the change is who came in the last 90 days.',
    lifecycle: 'Active, new, returning and lost',
    stages: { retained: 'Returning', 'won-back': 'Won back', new: 'New', lost: 'Lost' },
    stageList: {
      retained: (month: string) => `Returning customers of ${month}`,
      'won-back': (month: string) => `Customers won back in ${month}`,
      new: (month: string) => `New customers of ${month}`,
      lost: (month: string) => `Customers lost in ${month}`,
      active: (month: string) => `Customers who bought in ${month}`
    },
    stageTip: people,
    customersAxis: '↑ customers',
    partial: 'month not complete',
    partialNote: 'Hatched: the month is not complete; it is left out of the sentence.',
    lifecycleGrows: (months: string, back: string, fresh: string, lost: string, net: string) =>
      `Over the last ${months} full months you gained **${fresh} new** customers a month, **won back ${back}** and **lost ${lost}**: the active base grows by ${net} a month.`,
    lifecycleShrinks: (months: string, back: string, fresh: string, lost: string, net: string) =>
      `Over the last ${months} full months you gained **${fresh} new** customers a month and **won back ${back}**, but **lost ${lost}**: the active base shrinks by ${net} a month.`,
    lifecycleEven: (months: string, back: string, fresh: string, lost: string) =>
      `Over the last ${months} full months you gained **${fresh} new** customers a month, **won back ${back}** and **lost ${lost}**: the active base stays about as it is.`,
    lifecycleShort: 'There are not yet two full months to compare.',
    lifecycleDefine: [
      '**New**: first purchase in the month. **Returning**: bought in this month and the one before. **Won back**: bought before, not in the month before, and again now. **Lost**: bought in the month before, not in this one.',
      'New + returning + won back = customers who bought in the month. A month that is not over is hatched: its lost ones may still come.'
    ],
    needs: 'What needs you today',
    needsNone: 'Nothing stands out: no alert from any page.',
    needsHint: 'Segments, retention and churn look for what is worth acting on and put it here.',
    segments: 'Segments',
    segmentsOpen: 'Open Segments',
    segmentsFinding: (segment: string, share: string, revenue: string) =>
      `**${share} of customers bring ${revenue} of revenue**: ${segment}.`,
    segmentsOnly: (segment: string, share: string) => `**${share} of customers** are in ${segment}.`,
    segmentsNone: (segment: string) => `Nobody is in **${segment}** yet.`,
    barText: (customers: string, share: string | null) => (share === null ? customers : `${customers} · ${share} rev`),
    barTip: (customers: string, share: string, revenue: string | null) =>
      `${people(customers)}, ${share}${revenue === null ? '' : `\n${revenue} of revenue`}`,
    segmentsDefine: 'The template and scores chosen on the Segments page; its definition says how.',
    concentration: 'Revenue concentration',
    concentrationFinding: (share: string, customers: string, gini: string) =>
      `The top 20% of customers (${customers}) bring **${share}** of revenue; Gini **${gini}**.`,
    concentrationNone: 'These orders have no amounts, so that nothing can be said of revenue.',
    concentrationDefine: [
      'Customers in order of what they paid in all, the most first. The curve gives the share of revenue that the first so many percent bring; the dashed line is what equal customers would give.',
      'Gini: 0 when all bring the same, 1 when one brings everything. The top 20% is rounded up to whole customers.'
    ],
    customersAxisX: 'share of customers, best first →',
    revenueAxis: '↑ share of revenue',
    marked: (share: string) => `20% → ${share}`,
    pointTip: (customers: string, share: string, revenue: string) => `Top ${share} of customers (${customers})\n${revenue} of revenue`,
    topTitle: (share: string) => `The top ${share} of customers by revenue`,
    none: 'No customer bought in this range.',
    noneOrders: 'No order in this range.',
    columns: {
      month: 'Month',
      new: 'New',
      retained: 'Returning',
      wonBack: 'Won back',
      lost: 'Lost',
      active: 'Active',
      complete: 'Complete',
      segment: 'Segment',
      customers: 'Customers',
      share: 'Share',
      low: 'Share, low',
      high: 'Share, high',
      revenue: 'Revenue',
      revenueShare: 'Share of revenue',
      customerShare: 'Share of customers',
      orders: 'Orders',
      average: 'Average order'
    },
    ordersOnly: 'These are order numbers only',
    ordersOnlyWhy:
      'No column of your files says soundly who bought, so nobody can be counted, scored or followed. Orders, revenue and the average order value hold; everything about customers is left out rather than guessed.',
    toSources: 'Choose the customer column in Sources',
    orders90: 'Orders, 90 days',
    average90: 'Average order, 90 days',
    defineOrders: 'Orders used in the 90 days up to the as-of date, beside the 90 days before.',
    defineAverage: 'Revenue ÷ orders of the 90 days up to the as-of date, beside the 90 days before.',
    orderMonths: 'Orders per month',
    revenueMonths: 'Revenue and average order per month',
    ordersAxis: '↑ orders',
    revenueAxisMoney: '↑ revenue',
    orderMonthTip: (orders: string, revenue: string, average: string) => `${orders} orders\n${revenue}, ${average} per order`,
    orderFinding: (orders: string, month: string, change: string, before: string) =>
      `**${orders} orders** in ${month}, the last full month: **${change}** against ${before}.`,
    orderFindingOne: (orders: string, month: string) => `**${orders} orders** in ${month}, the last full month.`,
    revenueFinding: (revenue: string, average: string, month: string) => `**${revenue}** in ${month}, at **${average}** per order.`,
    orderShort: 'There is no full month yet.',
    ordersDefine:
      'Orders used after cleaning, by the day of the order; revenue is paid minus refunded. Months that are not over are hatched.'
  },
  zh: {
    range: (customers: string, orders: string, from: string, to: string) => `${customers} 位客户，${orders} 笔订单，${from} 至 ${to}`,
    rangeOrders: (orders: string, from: string, to: string) => `${orders} 笔订单，${from} 至 ${to}`,
    rangeOfAll: (range: string) => `全部数据：${range}。以下按上方所选的日期和筛选计算。`,
    strip: '核心指标',
    active: '近 90 天活跃客户',
    repurchase: '近 12 个月复购率',
    churn: '90 天流失率',
    revenue: '近 90 天销售额',
    value: (months: string) => `未来 ${months} 个月的价值`,
    valueNote: (interval: string) => `95% 区间 ${interval}`,
    valueCaveats: { contract: '购买像续费，模型并不适合', older: '很多客户早于数据就有' },
    valueNone: '这些购买记录不足以做预测',
    noAmounts: '订单没有金额',
    defineValue:
      '现有全部客户在展望期（见客户价值页）内预计带来的价值：毛利率 × 每次购买的预期金额 × 预期购买次数，折现（MBG/NBD 与 Gamma-Gamma）。如果模型正确，实际金额有 95% 的可能落在区间内。这种预测在您自己的历史上错了多少，见客户价值页。',
    customers: '客户数',
    before90: '较前 90 天',
    before12: '较前 12 个月',
    since90: '近 90 天',
    noBefore: '上一期数据不完整，暂无对比',
    interval: (n: string, low: string, high: string) => `n\u00a0=\u00a0${n}，95%\u00a0区\u2060间\u00a0${low}\u2060–\u2060${high}`,
    shortData: (days: string) => `数据只有 ${days}`,
    tooFew: '样本太少，暂不下结论',
    defineActive: '截至日前 90 天内（含当天）有购买的客户数，与再前 90 天相比。',
    defineRepurchase: '截至日前 12 个月内购买过至少两天的客户 ÷ 至少购买过一天的客户，附 95% Wilson 置信区间。',
    defineChurn: '在最近 90 天之前的那 90 天里买过的客户中，最近 90 天没有再买的占比，附 95% Wilson 置信区间。',
    defineRevenue: '截至日前 90 天的实付减退款，与再前 90 天相比。',
    defineCustomers: '在上方范围与筛选条件内至少购买过一次的客户；变化为近 90 天新来的客户。',
    lifecycle: '留存、召回、新增与流失',
    stages: { retained: '留存', 'won-back': '召回', new: '新客', lost: '流失' },
    stageList: {
      retained: (month: string) => `${month} 留存的客户`,
      'won-back': (month: string) => `${month} 召回的客户`,
      new: (month: string) => `${month} 的新客户`,
      lost: (month: string) => `${month} 流失的客户`,
      active: (month: string) => `${month} 购买过的客户`
    },
    stageTip: (customers: string) => `${customers} 位客户`,
    customersAxis: '↑ 客户数',
    partial: '当月未结束',
    partialNote: '斜纹：该月尚未结束，不计入上面的结论。',
    lifecycleGrows: (months: string, back: string, fresh: string, lost: string, net: string) =>
      `最近 ${months} 个完整月，平均每月**新增 ${fresh} 人**、**召回 ${back} 人**、**流失 ${lost} 人**：活跃客户每月净增 ${net} 人。`,
    lifecycleShrinks: (months: string, back: string, fresh: string, lost: string, net: string) =>
      `最近 ${months} 个完整月，平均每月**新增 ${fresh} 人**、**召回 ${back} 人**，却**流失 ${lost} 人**：活跃客户每月净减 ${net} 人。`,
    lifecycleEven: (months: string, back: string, fresh: string, lost: string) =>
      `最近 ${months} 个完整月，平均每月**新增 ${fresh} 人**、**召回 ${back} 人**、**流失 ${lost} 人**：活跃客户基本持平。`,
    lifecycleShort: '还没有两个完整的月份可以比较。',
    lifecycleDefine: [
      '**新客**：首次购买在当月。**留存**：上月与当月都买过。**召回**：以前买过、上月没买、当月又买。**流失**：上月买过、当月没买。',
      '新客 + 留存 + 召回 = 当月购买的客户。未结束的月份以斜纹表示，其中的“流失”仍可能回来。'
    ],
    needs: '今日待办',
    needsNone: '今天没有待办：各页都没有提醒。',
    needsHint: '客户分层、留存、流失预警中值得跟进的事会出现在这里。',
    segments: '客户分层',
    segmentsOpen: '查看客户分层',
    segmentsFinding: (segment: string, share: string, revenue: string) => `**${share} 的客户贡献了 ${revenue} 的销售额**：${segment}。`,
    segmentsOnly: (segment: string, share: string) => `**${share} 的客户**是${segment}。`,
    segmentsNone: (segment: string) => `目前还没有**${segment}**。`,
    barText: (customers: string, share: string | null) => (share === null ? `${customers} 人` : `${customers} 人 · ${share}`),
    barTip: (customers: string, share: string, revenue: string | null) =>
      `${customers} 位客户，占 ${share}${revenue === null ? '' : `\n销售额占 ${revenue}`}`,
    segmentsDefine: '沿用客户分层页所选的模板与打分方式，口径见该页。',
    concentration: '销售额集中度',
    concentrationFinding: (share: string, customers: string, gini: string) =>
      `前 20% 的客户（${customers} 人）贡献了 **${share}** 的销售额；基尼系数 **${gini}**。`,
    concentrationNone: '这些订单没有金额，看不出销售额集中在谁身上。',
    concentrationDefine: [
      '客户按累计消费从高到低排列，曲线为前百分之几的客户贡献了多少销售额；虚线为人人相同时的情形。',
      '基尼系数：人人相同为 0，全部来自一人为 1。前 20% 向上取整到整数位客户。'
    ],
    customersAxisX: '客户占比（从高到低）→',
    revenueAxis: '↑ 销售额占比',
    marked: (share: string) => `20% → ${share}`,
    pointTip: (customers: string, share: string, revenue: string) => `前 ${share} 的客户（${customers} 人）\n销售额占 ${revenue}`,
    topTitle: (share: string) => `销售额前 ${share} 的客户`,
    none: '这个范围内没有客户购买。',
    noneOrders: '这个范围内没有订单。',
    columns: {
      month: '月份',
      new: '新客',
      retained: '留存',
      wonBack: '召回',
      lost: '流失',
      active: '活跃',
      complete: '是否完整',
      segment: '分层',
      customers: '客户数',
      share: '占比',
      low: '占比下限',
      high: '占比上限',
      revenue: '销售额',
      revenueShare: '销售额占比',
      customerShare: '客户占比',
      orders: '订单数',
      average: '客单价'
    },
    ordersOnly: '目前只有订单层面的数字',
    ordersOnlyWhy:
      '文件里没有一列能可靠地说明是谁买的，所以无法统计、打分或跟踪客户。订单数、销售额和客单价仍然成立；凡是关于客户的数字，宁可不给也不猜。',
    toSources: '到数据源选择客户列',
    orders90: '近 90 天订单数',
    average90: '近 90 天客单价',
    defineOrders: '截至日前 90 天计入的订单数，与再前 90 天相比。',
    defineAverage: '截至日前 90 天的销售额 ÷ 订单数，与再前 90 天相比。',
    orderMonths: '每月订单数',
    revenueMonths: '每月销售额与客单价',
    ordersAxis: '↑ 订单数',
    revenueAxisMoney: '↑ 销售额',
    orderMonthTip: (orders: string, revenue: string, average: string) => `${orders} 笔订单\n${revenue}，客单价 ${average}`,
    orderFinding: (orders: string, month: string, change: string, before: string) =>
      `最近一个完整月 ${month} 有 **${orders} 笔订单**，较 ${before} **${change}**。`,
    orderFindingOne: (orders: string, month: string) => `最近一个完整月 ${month} 有 **${orders} 笔订单**。`,
    revenueFinding: (revenue: string, average: string, month: string) => `${month} 销售额 **${revenue}**，客单价 **${average}**。`,
    orderShort: '还没有完整的月份。',
    ordersDefine: '清洗后计入的订单，按下单日期统计；销售额为实付减退款。未结束的月份以斜纹表示。'
  }
});
