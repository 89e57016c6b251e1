import { defineWords } from '../../i18n/locale.ts';

/** A sentence begins with a capital. */
const begin = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const RETENTION = defineWords({
  en: {
    about: (period: string) => `First purchase in the same ${period}: how many customers come back each ${period} after it`,
    grain: 'Period',
    measure: 'Count',
    kind: 'What counts as coming back',
    by: 'Split by',
    noSplit: 'No split',
    split: { channel: 'First channel', category: 'First category', region: 'First region', tier: 'First tier', shop: 'First shop' },
    grains: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' },
    periods: { day: 'day', week: 'week', month: 'month', quarter: 'quarter' },
    nth: {
      day: (n: string) => `day ${n}`,
      week: (n: string) => `week ${n}`,
      month: (n: string) => `month ${n}`,
      quarter: (n: string) => `quarter ${n}`
    },
    at: {
      day: (n: string) => `on day ${n}`,
      week: (n: string) => `in week ${n}`,
      month: (n: string) => `in month ${n}`,
      quarter: (n: string) => `in quarter ${n}`
    },
    head: (n: string) => `+${n}`,
    plus: {
      day: (n: string) => `+${n} d`,
      week: (n: string) => `+${n} wk`,
      month: (n: string) => `+${n} mo`,
      quarter: (n: string) => `+${n} qtr`
    },
    measures: { customers: 'Customers', orders: 'Orders', revenue: 'Revenue' },
    kinds: { 'in-period': 'In the period', rolling: 'Rolling', cumulative: 'Cumulative repurchase' },
    kindHints: {
      'in-period': 'bought in that very period',
      rolling: 'bought in that period or later',
      cumulative: 'bought a second time by the end of that period'
    },
    noCustomers: 'No customers in this selection.',
    noRepeat: 'Nobody has bought a second time yet.',
    interval: (interval: string) => `95% interval ${interval}`,
    ofCustomers: (part: string, whole: string, rate: string) => `${part} of ${whole} customers · ${rate}`,
    notOver: 'this period is not over yet',
    tooFew: (n: string) => `Too few customers to say (${n}).`,
    cohorts: {
      title: 'Cohort retention',
      average: 'Weighted average',
      averageEach: 'Per first-time customer',
      rowHeader: { day: 'First day', week: 'First week', month: 'First month', quarter: 'First quarter' },
      finding: {
        'in-period': (_nth: string, at: string, rate: string) => `On average **${rate}** of customers come back ${at}`,
        rolling: (_nth: string, at: string, rate: string) => `On average **${rate}** of customers buy ${at} or later`,
        cumulative: (nth: string, _at: string, rate: string) =>
          `On average **${rate}** of customers have bought a second time by the end of ${nth}`
      },
      when: {
        'in-period': (_nth: string, at: string) => begin(at),
        rolling: (nth: string) => `From ${nth} on`,
        cumulative: (nth: string) => `By the end of ${nth}, the first purchase included,`
      },
      findingOrders: (when: string, orders: string) => `${when} every 100 first-time customers place **${orders}** orders on average.`,
      findingRevenue: (when: string, money: string) => `${when} each first-time customer brings **${money}** on average.`,
      low: (cohort: string, rate: string) => `; the **${cohort}** cohort is clearly lower (**${rate}**).`,
      high: (cohort: string, rate: string) => `; the **${cohort}** cohort is clearly higher (**${rate}**).`,
      steady: ', and no cohort stands out beyond chance.',
      young: 'No cohort has completed its first period after the first purchase yet.',
      stop: '.',
      note: 'Hatched: the period is not over and is left out of averages. Empty: it has not begun. Click a cell for its customers.',
      shown: (cohorts: string, periods: string) =>
        `The latest ${cohorts} cohorts and the first ${periods} periods are drawn; the table and the CSV hold more.`,
      eachCustomer: (value: string) => `${value} per first-time customer`,
      definition: {
        'in-period': '**Retention in period k**: share of a cohort that buys in its k-th period after the first purchase.',
        rolling:
          '**Rolling retention in period k**: share of a cohort that buys in its k-th period or any later one. The latest periods look lower because there has been less time to come back.',
        cumulative:
          '**Cumulative repurchase by period k**: share of a cohort with a second purchase by the end of its k-th period; one in the first period itself counts.'
      },
      definitionMore: [
        'A cohort is all customers whose first purchase lies in the same period. Orders of one day are one purchase.',
        'The **weighted average** is Σ returned ÷ Σ size over the cohorts that completed the period, so that large cohorts weigh more and young ones do not pull it down.',
        'Each rate has a 95% Wilson interval. A cell that is 0 is a true zero; an empty one is a period that has not begun.'
      ]
    },
    curve: {
      title: 'Retention curve',
      y: { customers: 'retained', orders: 'orders per customer', revenue: 'revenue per customer' },
      x: {
        day: 'days after the first purchase',
        week: 'weeks after the first purchase',
        month: 'months after the first purchase',
        quarter: 'quarters after the first purchase'
      },
      all: 'All customers',
      others: 'Others',
      none: '(none)',
      points: (parts: string) => `Weighted average over complete periods: ${parts}.`,
      point: (_nth: string, at: string, value: string) => `**${value}** ${at}`,
      gap: (at: string, low: string, lowRate: string, high: string, highRate: string) =>
        `${begin(at)}, customers who started with **${low}** come back least (**${lowRate}**), with **${high}** most (**${highRate}**).`,
      gapValue: (at: string, low: string, lowValue: string, high: string, highValue: string) =>
        `${begin(at)}, customers who started with **${low}** bring least (**${lowValue}** each), with **${high}** most (**${highValue}**).`,
      noGap: (nth: string) => `By ${nth} no group differs clearly from another: the intervals overlap.`,
      definition:
        'Each point is Σ returned ÷ Σ size over all cohorts that completed that period; the band is its 95% Wilson interval. Groups are formed by the first order; the five largest are drawn, the rest together.'
    },
    ladder: {
      title: 'Where the order ladder breaks',
      steps: (n: string) =>
        n === '1' ? 'First' : n === '2' ? 'Second' : n === '3' ? 'Third' : n === '4' ? 'Fourth' : n === '5' ? 'Fifth' : `${n}th`,
      andMore: (step: string) => `${step} and more`,
      finding: (from: string, to: string, rate: string) => `**${from} → ${to}** is the biggest break: only **${rate}** get there.`,
      tip: (reached: string, before: string, rate: string) => `${reached} of ${before} reached it · ${rate}`,
      stopped: 'Those who stopped after the first purchase',
      definition: [
        'A step counts customers with at least that many purchases; orders of one day are one purchase. The share is of those who reached the step before.',
        'Everybody counts, also those whose last purchase was yesterday: shares of the latest steps still grow.'
      ]
    },
    gaps: {
      title: 'Days between purchases',
      finding: (median: string, p75: string, p90: string) =>
        `Half of all repurchases come within **${median}**, three quarters within **${p75}**, nine in ten within **${p90}**.`,
      x: 'days since the purchase before',
      y: 'repurchases',
      median: (days: string) => `median ${days}`,
      p75: (days: string) => `p75 ${days}`,
      p90: (days: string) => `p90 ${days}`,
      note: 'Completed gaps only. Customers who have not come back yet are missing, so that true gaps are longer than they look here.',
      beyond: (count: string, days: string) => `${count} longer than ${days} are not drawn.`,
      by: (customers: string) => (customers === '1' ? 'by 1 customer' : `by ${customers} customers`),
      span: (from: string, to: string) => `${from} to ${to} days`,
      open: (from: string) => `${from} days and more`,
      definition:
        'Days from one purchase of a customer to the next, pooled over customers; quantiles are of type 7. Completed gaps are biased short, because long ones have had less time to complete.'
    },
    months: {
      title: 'Repeat buyers, month by month',
      finding: (month: string, repeat: string) => `In **${month}**, **${repeat}** of buyers bought on two or more days.`,
      findingNext: (month: string, rebuy: string) => `Of the buyers of **${month}**, **${rebuy}** bought again in the month after.`,
      repeat: 'Repeat rate',
      rebuy: 'Next-month rate',
      y: 'share of buyers',
      note: 'Only complete months are connected; the latest, unfinished one is in the table.',
      definition: [
        '**Repeat rate (复购率)** of a month = customers with two or more purchases in it ÷ its buyers.',
        '**Next-month rate (回购率)** of a month = its buyers who also buy in the month after ÷ its buyers.',
        'A month that is not over, or whose next month is not, is marked and left out of the lines.'
      ]
    },
    windows: {
      title: 'Back within N days',
      finding: (days: string, rate: string, part: string, whole: string) =>
        `Within **${days}**, **${rate}** of first-time buyers buy again (${part} of ${whole} observed that long).`,
      within: (days: string) => `${days} days`,
      between: (from: string, to: string) => `day ${from} to ${to}`,
      tip: (part: string, whole: string) => `${part} of ${whole} first-time buyers observed that long`,
      none: 'nobody observed that long',
      few: 'too few to say',
      waiting: 'Those who did not come back within 90 days',
      definition:
        'First-time buyers who buy again within N days ÷ first-time buyers observed for at least N days. Younger customers are in neither number. The brackets in the table count customers with any purchase from the first to the last day of the bracket.'
    },
    columns: {
      cohort: 'Cohort',
      size: 'Customers',
      age: 'Period',
      starts: 'Starts',
      customers: 'Came back',
      share: 'Share',
      low: '95% low',
      high: '95% high',
      orders: 'Orders',
      amount: 'Revenue',
      complete: 'Complete',
      group: 'Group',
      cohorts: 'Cohorts',
      eligible: 'Observed',
      ordersEach: 'Orders each',
      amountEach: 'Revenue each',
      step: 'Purchase',
      reached: 'Reached',
      fromDays: 'From day',
      toDays: 'To day',
      gaps: 'Repurchases',
      month: 'Month',
      buyers: 'Buyers',
      twice: 'Bought twice',
      next: 'Bought next month',
      newcomers: 'New',
      window: 'Window'
    },
    audiences: {
      cohort: (period: string) => `First purchase in ${period}`,
      returned: (cohort: string, kind: string, nth: string) => `First purchase in ${cohort}, ${kind} (${nth})`,
      finished: (period: string) => `Cohorts whose first ${period} is over`,
      average: (kind: string, nth: string) => `Cohorts that completed ${nth}: ${kind}`,
      ofGroup: (dimension: string, group: string, title: string) => `${title} · ${dimension}: ${group}`,
      othersOf: (groups: string) => `all but the ${groups} largest`,
      between: (from: string, to: string) => `Bought on day ${from} to ${to} after the first purchase`,
      gap: (from: string, to: string) => `Bought again ${from} to ${to} days after the purchase before`,
      gapOf: (days: string) => `Bought again ${days} after the purchase before`,
      gapOver: (from: string) => `Bought again ${from} days or more after the purchase before`,
      reached: (n: string) => `Reached purchase ${n}`,
      stopped: (n: string) => `Stopped after purchase ${n}`,
      backWithin: (days: string) => `Bought again within ${days}`,
      notBackWithin: (days: string) => `Did not buy again within ${days}`,
      waiting: (days: string) => `First purchase in the last ${days}, no second one yet`,
      buyers: (month: string) => `Bought in ${month}`,
      twice: (month: string) => `Bought on two or more days of ${month}`,
      next: (month: string) => `Bought in ${month} and in the month after`
    },
    alert: {
      text: (rate: string) => `Of first-time buyers seen for 90 days only **${rate}** came back within them`,
      detail: (waiting: string) => `${waiting} bought once in the last 90 days and not since: the second order is the step to win.`,
      action: 'Open list'
    }
  },
  zh: {
    about: (period: string) => `首单在同一${period}的客户，之后每${period}还有多少人回来`,
    grain: '周期',
    measure: '指标',
    kind: '留存口径',
    by: '拆分',
    noSplit: '不拆分',
    split: { channel: '首单渠道', category: '首单品类', region: '首单地区', tier: '首单等级', shop: '首单店铺' },
    grains: { day: '日', week: '周', month: '月', quarter: '季' },
    periods: { day: '天', week: '周', month: '个月', quarter: '个季度' },
    nth: {
      day: (n: string) => `第 ${n} 天`,
      week: (n: string) => `第 ${n} 周`,
      month: (n: string) => `第 ${n} 个月`,
      quarter: (n: string) => `第 ${n} 个季度`
    },
    at: {
      day: (n: string) => `第 ${n} 天`,
      week: (n: string) => `第 ${n} 周`,
      month: (n: string) => `第 ${n} 个月`,
      quarter: (n: string) => `第 ${n} 个季度`
    },
    head: (n: string) => `+${n}`,
    plus: {
      day: (n: string) => `+${n} 天`,
      week: (n: string) => `+${n} 周`,
      month: (n: string) => `+${n} 月`,
      quarter: (n: string) => `+${n} 季`
    },
    measures: { customers: '客户数', orders: '订单数', revenue: '销售额' },
    kinds: { 'in-period': '当期留存', rolling: '滚动留存', cumulative: '累计复购' },
    kindHints: { 'in-period': '恰好在这一期购买', rolling: '在这一期或之后购买', cumulative: '到这一期结束时已有第二次购买' },
    noCustomers: '当前筛选下没有客户。',
    noRepeat: '还没有人买过第二次。',
    interval: (interval: string) => `95% 置信区间 ${interval}`,
    ofCustomers: (part: string, whole: string, rate: string) => `${whole} 位客户中 ${part} 位 · ${rate}`,
    notOver: '这一期尚未结束',
    tooFew: (n: string) => `客户太少（${n} 位），暂不下结论。`,
    cohorts: {
      title: '同期群留存',
      average: '加权平均',
      averageEach: '每位首购客户',
      rowHeader: { day: '首单日期', week: '首单周', month: '首单月份', quarter: '首单季度' },
      finding: {
        'in-period': (nth: string, _at: string, rate: string) => `${nth}平均有 **${rate}** 的客户回来`,
        rolling: (nth: string, _at: string, rate: string) => `平均有 **${rate}** 的客户在${nth}或之后回来`,
        cumulative: (nth: string, _at: string, rate: string) => `到${nth}结束，平均有 **${rate}** 的客户买了第二次`
      },
      when: {
        'in-period': (nth: string) => `${nth}里`,
        rolling: (nth: string) => `从${nth}起`,
        cumulative: (nth: string) => `到${nth}结束（含首单）`
      },
      findingOrders: (when: string, orders: string) => `${when}，每 100 位首购客户平均带来 **${orders}** 笔订单。`,
      findingRevenue: (when: string, money: string) => `${when}，每位首购客户平均贡献 **${money}**。`,
      low: (cohort: string, rate: string) => `；**${cohort}** 这批客户明显偏低（**${rate}**）。`,
      high: (cohort: string, rate: string) => `；**${cohort}** 这批客户明显偏高（**${rate}**）。`,
      steady: '，各批客户之间没有显著差异。',
      young: '还没有哪一批客户走完首单后的第一期。',
      stop: '。',
      note: '斜纹：该期尚未结束，不计入平均。空白：该期还没开始。点击格子可查看其中的客户。',
      shown: (cohorts: string, periods: string) => `图中只画最近 ${cohorts} 批、前 ${periods} 期，更多见表格与 CSV。`,
      eachCustomer: (value: string) => `每位首购客户 ${value}`,
      definition: {
        'in-period': '**第 k 期留存**：同期群中，在首单后第 k 期购买过的客户占比。',
        rolling: '**第 k 期滚动留存**：同期群中，在首单后第 k 期或之后购买过的客户占比。越靠近截至日，留给客户回来的时间越短，数值会偏低。',
        cumulative: '**到第 k 期的累计复购**：同期群中，到第 k 期结束时已有第二次购买的客户占比；首单当期内的第二次购买也算。'
      },
      definitionMore: [
        '同期群：首次购买落在同一周期的全部客户。同一天的多笔订单算一次购买。',
        '**加权平均** = Σ 回来的客户 ÷ Σ 同期群人数，只算走完该期的同期群：人多的批次权重大，年轻的批次不会拉低平均。',
        '每个比率都带 95% Wilson 置信区间。格子里的 0 就是真的 0；空白表示该期还没开始。'
      ]
    },
    curve: {
      title: '留存曲线',
      y: { customers: '留存', orders: '人均订单', revenue: '人均销售额' },
      x: { day: '首单后第几天', week: '首单后第几周', month: '首单后第几个月', quarter: '首单后第几个季度' },
      all: '全部客户',
      others: '其他',
      none: '（无）',
      points: (parts: string) => `已结束周期的加权平均：${parts}。`,
      point: (nth: string, _at: string, value: string) => `${nth} **${value}**`,
      gap: (nth: string, low: string, lowRate: string, high: string, highRate: string) =>
        `${nth}，首单来自**${low}**的客户留存最低（**${lowRate}**），**${high}**最高（**${highRate}**）。`,
      gapValue: (nth: string, low: string, lowValue: string, high: string, highValue: string) =>
        `${nth}，首单来自**${low}**的客户人均最低（**${lowValue}**），**${high}**最高（**${highValue}**）。`,
      noGap: (nth: string) => `到${nth}，各组的区间相互重叠，看不出明显差别。`,
      definition:
        '每个点 = Σ 回来的客户 ÷ Σ 人数，只算走完该期的同期群；色带是 95% Wilson 置信区间。按首单分组，画人数最多的五组，其余合并。'
    },
    ladder: {
      title: '第几单流失最多',
      steps: (n: string) => (n === '1' ? '首单' : `第 ${n} 单`),
      andMore: (step: string) => `${step}以上`,
      finding: (from: string, to: string, rate: string) => `**${from} → ${to}**是最大的断层：只有 **${rate}** 走到${to}。`,
      tip: (reached: string, before: string, rate: string) => `${before} 位中 ${reached} 位走到这一步 · ${rate}`,
      stopped: '止步于首单的客户',
      definition: [
        '每一级是至少购买过这么多次的客户数；同一天的多笔订单算一次购买。占比以走到上一级的客户为分母。',
        '所有客户都计入，包括昨天刚买的，因此靠后几级的占比还会上升。'
      ]
    },
    gaps: {
      title: '两次购买相隔多久',
      finding: (median: string, p75: string, p90: string) =>
        `一半的复购发生在 **${median}** 内，四分之三在 **${p75}** 内，九成在 **${p90}** 内。`,
      x: '距上次购买的天数',
      y: '复购次数',
      median: (days: string) => `中位数 ${days}`,
      p75: (days: string) => `75 分位 ${days}`,
      p90: (days: string) => `90 分位 ${days}`,
      note: '只含已经发生的复购。还没回来的客户不在其中，真实间隔比这里看到的更长。',
      beyond: (count: string, days: string) => `另有 ${count} 次超过 ${days}，未画出。`,
      by: (customers: string) => `涉及 ${customers} 位客户`,
      span: (from: string, to: string) => `${from} 至 ${to} 天`,
      open: (from: string) => `${from} 天及以上`,
      definition: '同一客户相邻两次购买之间的天数，全部客户合并统计；分位数为第 7 型。已完成的间隔天然偏短，因为长间隔还没来得及完成。'
    },
    months: {
      title: '每月复购率与回购率',
      finding: (month: string, repeat: string) => `**${month}**，有 **${repeat}** 的买家当月购买了两次及以上。`,
      findingNext: (month: string, rebuy: string) => `**${month}** 的买家中，**${rebuy}** 次月又买了。`,
      repeat: '复购率',
      rebuy: '回购率',
      y: '占当月买家',
      note: '连线只含已结束的月份；尚未结束的月份见表格。',
      definition: [
        '**复购率**（当月）= 当月购买两次及以上的客户 ÷ 当月买家。',
        '**回购率**（当月）= 当月买家中次月也购买的客户 ÷ 当月买家。',
        '尚未结束的月份（或次月尚未结束）会标出，不进入连线。'
      ]
    },
    windows: {
      title: '首购后 N 天内复购',
      finding: (days: string, rate: string, part: string, whole: string) =>
        `首购客户中有 **${rate}** 在 **${days}**内再次购买（观察满该天数的 ${whole} 位中 ${part} 位）。`,
      within: (days: string) => `${days} 天内`,
      between: (from: string, to: string) => `第 ${from} 至 ${to} 天`,
      tip: (part: string, whole: string) => `观察满该天数的 ${whole} 位首购客户中 ${part} 位`,
      none: '还没有观察满该天数的客户',
      few: '样本太少',
      waiting: '90 天内没有回来的客户',
      definition:
        'N 天内再次购买的首购客户 ÷ 已观察满 N 天的首购客户。更年轻的客户既不进分子也不进分母。表格中的分段，统计在该段首日至末日之间有过购买的客户。'
    },
    columns: {
      cohort: '同期群',
      size: '客户数',
      age: '第几期',
      starts: '起始日',
      customers: '回来的客户',
      share: '占比',
      low: '95% 下限',
      high: '95% 上限',
      orders: '订单数',
      amount: '销售额',
      complete: '已结束',
      group: '分组',
      cohorts: '同期群数',
      eligible: '满期客户',
      ordersEach: '人均订单',
      amountEach: '人均销售额',
      step: '第几单',
      reached: '到达客户',
      fromDays: '起始天',
      toDays: '截止天',
      gaps: '复购次数',
      month: '月份',
      buyers: '买家',
      twice: '当月复购',
      next: '次月回购',
      newcomers: '新客',
      window: '时段'
    },
    audiences: {
      cohort: (period: string) => `首单在 ${period} 的客户`,
      returned: (cohort: string, kind: string, nth: string) => `首单在 ${cohort}，${kind}（${nth}）`,
      finished: (_period: string) => `首单当期已结束的全部客户`,
      average: (kind: string, nth: string) => `已走完${nth}的各批客户：${kind}`,
      ofGroup: (dimension: string, group: string, title: string) => `${title} · ${dimension}：${group}`,
      othersOf: (groups: string) => `除最大 ${groups} 组以外`,
      between: (from: string, to: string) => `首购后第 ${from} 至 ${to} 天买过的客户`,
      gap: (from: string, to: string) => `两次购买相隔 ${from} 至 ${to} 天的客户`,
      gapOf: (days: string) => `两次购买相隔 ${days}的客户`,
      gapOver: (from: string) => `两次购买相隔 ${from} 天及以上的客户`,
      reached: (n: string) => `走到第 ${n} 单的客户`,
      stopped: (n: string) => `止步于第 ${n} 单的客户`,
      backWithin: (days: string) => `首购后 ${days}内复购的客户`,
      notBackWithin: (days: string) => `首购后 ${days}内没有复购的客户`,
      waiting: (days: string) => `近 ${days}首购、尚未复购的客户`,
      buyers: (month: string) => `${month} 的买家`,
      twice: (month: string) => `${month} 购买两次及以上的客户`,
      next: (month: string) => `${month} 购买、次月又购买的客户`
    },
    alert: {
      text: (rate: string) => `首购已满 90 天的客户，只有 **${rate}** 在 90 天内回来`,
      detail: (waiting: string) => `近 90 天有 ${waiting} 位首购后还没再买：第二单是最值得争取的一步。`,
      action: '查看名单'
    }
  }
});
export type RetentionWords = (typeof RETENTION)['en'];
