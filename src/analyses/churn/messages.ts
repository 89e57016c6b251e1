import { defineWords } from '../../i18n/locale.ts';

export const CHURN = defineWords({
  en: {
    rule: 'When a customer counts as leaving',
    byDays: (days: string) => `No purchase for ${days}`,
    byGap: 'Past their own rhythm',
    days: 'Silent for more than',
    daysUnit: 'days',
    k: 'More than',
    kUnit: '× the usual gap',
    floor: 'and at least',
    strip: 'The warning in four numbers',
    noCustomers: 'No customers in this selection.',
    noneDue: 'Nobody is past this rule. A shorter one warns earlier.',
    interval: (interval: string) => `95% interval ${interval}`,
    flagged: {
      label: 'Past the rule now',
      note: (share: string, interval: string) => `${share} of customers, 95% interval ${interval}`,
      definition:
        'Customers whose silence on the as-of date is longer than the chosen rule: more than so many days, or more than k × their own usual gap (the median of their gaps) and more than the floor. Customers with one purchase have no gap of their own: the shop’s median gap stands in.'
    },
    worth: {
      label: 'What they brought in 12 months',
      note: (customers: string) => `${customers} of them brought half of it`,
      definition: 'Paid minus refunded by these customers in the 365 days up to the as-of date.'
    },
    past: {
      label: 'The same warning back then',
      note: (day: string, warned: string, away: string) => `warned ${warned} on ${day}; ${away} have not bought since`,
      none: 'not enough past to tell',
      definition:
        'The rule as it would have warned one horizon before the as-of date, knowing only what was known then, and the share of the warned who indeed bought nothing since. The horizon is the rule’s own days; by own rhythm, those of a customer with the shop’s median gap.'
    },
    plain: {
      label: 'Silence alone, same number',
      note: (base: string) => `of all customers, ${base} stayed away`,
      definition:
        'The baseline: warn the same number of customers on the same day, those silent longest; equally silent ones at the edge count by their share. A rule that does not beat it explains, but does not rank better.'
    },
    everybody: {
      label: 'All customers, same time',
      note: (away: string, all: string) => `${away} of ${all} bought nothing; the rule should do better`,
      definition:
        'The baseline: of all customers known on that day, the share who bought nothing in the time after. It is what warning at random would get.'
    },
    contact: {
      title: 'Who to contact first',
      finding: (due: string, half: string, money: string) =>
        `**${due}** customers are past the rule; the best **${half}** of them brought half of their **${money}** of last year. Ranked by value × lateness.`,
      findingNoMoney: (due: string) =>
        `**${due}** customers are past the rule; none of them bought in the last 12 months. Ranked by lateness.`,
      shown: (shown: string, all: string) => `Showing ${shown} of ${all}`,
      open: 'Open the full list',
      note: 'The reason is what was seen last, not proof of a cause.',
      definition: [
        'Ranked by **last-year value × lateness**, the days of silence ÷ the customer’s usual gap (the shop’s median gap for a single purchase; a shorter gap than floor ÷ k counts as that long). Beside it: the rank by silence alone.',
        'Reasons come from orders and feedback: an open complaint, a bad score in the last 180 days, only one purchase, a refund on the last purchase day, three baskets in a row smaller than the one before, another channel on the last purchase than before, a discount on every order.'
      ]
    },
    reasons: {
      complaint: 'an open complaint',
      unhappy: 'gave a bad score lately',
      parts: {
        'times-': 'has bought few times',
        'trend-': 'buys less than before',
        'basket-': 'small baskets',
        'refund+': 'more refunds than others',
        'unhappy+': 'complaints in the last year',
        'complaint+': 'an open complaint',
        'activity-': 'hardly active lately',
        'activity_trend-': 'activity has dropped'
      } as Readonly<Record<string, string>>,
      once: 'bought only once',
      refunded: 'refund on the last purchase',
      falling: 'basket fell three times in a row',
      moved: (from: string, to: string) => `moved from ${from} to ${to}, then stopped`,
      discounted: 'buys only with a discount',
      late: (times: string) => `late by ${times} ×`,
      notLate: 'not late yet',
      join: '; '
    },
    backtest: {
      title: 'Would this warning have been right?',
      finding: (day: string, warned: string, rate: string) =>
        `On **${day}** it would have warned **${warned}** customers: **${rate}** of them bought nothing in the time after.`,
      better: (plain: string) => ` Going by silence alone: ${plain}, so the rule is clearly better.`,
      same: (plain: string) => ` Going by silence alone: ${plain}, about as good.`,
      worse: (plain: string) => ` Going by silence alone: **${plain}**, which is better: rank by silence, use the rule to explain.`,
      aboveBase: (base: string) => ` Of all customers ${base} stayed away, so the rule tells them apart.`,
      likeBase: (base: string) => ` Of all customers it was **${base}**: this rule tells no more than chance.`,
      x: 'warned on',
      y: 'did not come back',
      rule: 'This rule',
      plain: 'Silence alone',
      base: 'All customers',
      tip: (away: string, warned: string, rate: string) => `${away} of ${warned} stayed away · ${rate}`,
      until: (day: string) => `watched until ${day}`,
      none: 'The data are too short to look back by one horizon of this rule.',
      definition: [
        'At each past day the rule is applied to what was known by then; a customer counts as lost when nothing was bought in the horizon after it. Nothing that came later enters the warning.',
        '**This rule**: share of the warned who stayed away (precision). **Silence alone**: the same for as many customers ranked by days of silence. **All customers**: the share anybody would get by warning at random. In the table also: the share of all who stayed away that the rule caught.'
      ]
    },
    months: {
      title: 'Churn per month',
      finding: (month: string, rate: string, lost: string, active: string) =>
        `In **${month}**, **${rate}** of the customers active at its start were lost (${lost} of ${active})`,
      against: (rate: string, months: string) => `, against ${rate} in the ${months} complete months before.`,
      stop: '.',
      y: 'lost of those active',
      tip: (lost: string, active: string, rate: string) => `${lost} of ${active} active customers · ${rate}`,
      note: 'Drawn: complete months that began with 10 or more active customers; the others are in the table. The first months are low because nobody can be late yet.',
      none: 'No month is complete yet.',
      definition:
        'Of the customers not past the rule when the month began, those who bought nothing in it and were past the rule when it ended. By own rhythm, the usual gap is the one known on the as-of date.'
    },
    second: {
      title: 'How long until the second purchase',
      finding: (rate: string, days: string) => `**${rate}** of first-time buyers have bought again within **${days}**`,
      later: (silent: string, rate: string) => `; of those still silent after ${silent}, **${rate}** come back in as many days again.`,
      stop: '.',
      x: 'days since the first purchase',
      y: 'have bought again',
      tip: (share: string, waiting: string) => `${share} have bought again; ${waiting} were still watched`,
      seen: (customers: string) => (customers === '1' ? '1 customer so far' : `${customers} customers so far`),
      day: (day: string) => `Day ${day}`,
      median: (day: string) => `half by day ${day}`,
      note: 'Kaplan–Meier: customers who have had less time are counted for as long as they were seen.',
      none: 'Nobody has bought a second time yet.',
      definition:
        'Share of customers with a second purchase by each day since the first, by Kaplan and Meier (1958): customers who have not bought again count until the as-of date and then drop out (censored). The band is the 95% interval on the log–log scale with Greenwood’s variance.'
    },
    columns: {
      customer: 'Customer',
      amountYear: '12 months',
      purchases: 'Purchases',
      usualGap: 'Usual gap',
      silent: 'Silent',
      lateness: 'Lateness ×',
      reason: 'Possible reason',
      plainPlace: 'Rank by silence',
      cut: 'Warned on',
      until: 'Watched until',
      customers: 'Customers',
      warned: 'Warned',
      away: 'Stayed away',
      precision: 'Right',
      low: '95% low',
      high: '95% high',
      plain: 'Silence alone',
      base: 'All customers',
      caught: 'Caught',
      month: 'Month',
      active: 'Active at start',
      lost: 'Lost',
      rate: 'Churn rate',
      complete: 'Complete',
      day: 'Day',
      atRisk: 'Still watched',
      again: 'Bought again',
      againSoFar: 'Bought again so far',
      censored: 'Last seen waiting',
      returned: 'Have bought again',
      survival: 'Still waiting',
      error: 'Std. error'
    },
    audiences: {
      pastDueDays: (days: string) => `No purchase for more than ${days}`,
      pastDueGap: (k: string, floor: string) => `Silent for more than ${k} × the usual gap and more than ${floor}`,
      regulars: 'Valuable regulars past their usual gap',
      lost: (month: string) => `Lost in ${month}`,
      warned: (day: string, _until: string) => `Would have been warned on ${day}`,
      right: (day: string, until: string) => `Would have been warned on ${day}, nothing bought up to ${until}`,
      away: (day: string, until: string) => `Customers on ${day} who bought nothing up to ${until}`,
      second: (days: string) => `Second purchase within ${days}`
    },
    alert: {
      text: (customers: string) => `**${customers}** valuable regulars are past their usual gap`,
      one: 'A valuable regular is past the usual gap',
      detail: (money: string) => `They brought ${money} in the last 12 months and have been silent for more than twice as long as usual.`,
      action: 'Open list'
    }
  },
  zh: {
    rule: '怎样算流失',
    byDays: (days: string) => `${days}未购买`,
    byGap: '超过自己的节奏',
    days: '沉默超过',
    daysUnit: '天',
    k: '超过平时间隔的',
    kUnit: '倍',
    floor: '且至少',
    strip: '流失预警核心指标',
    noCustomers: '当前筛选下没有客户。',
    noneDue: '目前没有客户超过这条规则。缩短期限可以更早预警。',
    interval: (interval: string) => `95% 置信区间 ${interval}`,
    flagged: {
      label: '已超期客户',
      note: (share: string, interval: string) => `占客户 ${share}，95% 置信区间 ${interval}`,
      definition:
        '截至日的沉默天数超过所选规则的客户：超过固定天数；或超过自己平时间隔（各次间隔的中位数）的 k 倍，且超过下限天数。只买过一次的客户没有自己的间隔，用全店的中位间隔代替。'
    },
    worth: {
      label: '他们过去一年贡献',
      note: (customers: string) => `前 ${customers} 位就占一半`,
      definition: '这些客户在截至日之前 365 天内的实付减退款。'
    },
    past: {
      label: '上次同样预警的准确率',
      note: (day: string, warned: string, away: string) => `${day} 预警 ${warned} 位，${away} 位至今未回`,
      none: '历史数据不够长，无法验证',
      definition:
        '把规则放回截至日之前一个观察期，只用当时已知的数据发出预警，看被预警的客户中有多少此后确实没有再买。观察期就是规则的天数；按自己节奏时，取间隔为全店中位数的客户所对应的天数。'
    },
    plain: {
      label: '对照：只看沉默天数',
      note: (base: string) => `全部客户中 ${base} 没有回来`,
      definition:
        '对照基准：同一天预警同样多的客户，只取沉默最久的；边界上沉默天数相同的按比例计。规则若不比它更准，就只适合解释原因，不适合排序。'
    },
    everybody: {
      label: '对照：全部客户',
      note: (away: string, all: string) => `${all} 位中 ${away} 位没有再买，规则应高于它`,
      definition: '对照基准：当天已知的全部客户中，此后没有再买的占比，也就是随便圈人能得到的准确率。'
    },
    contact: {
      title: '先联系谁',
      finding: (due: string, half: string, money: string) =>
        `**${due}** 位客户已超期；其中前 **${half}** 位就占了他们过去一年 **${money}** 的一半。按“过去一年价值 × 超期程度”排序。`,
      findingNoMoney: (due: string) => `**${due}** 位客户已超期，过去一年都没有购买。按超期程度排序。`,
      shown: (shown: string, all: string) => `显示 ${shown} / ${all}`,
      open: '打开完整名单',
      note: '原因只是订单中的迹象，不代表真正的起因。',
      definition: [
        '按**过去一年价值 × 超期程度**排序；超期程度 = 沉默天数 ÷ 平时间隔（只买过一次的客户用全店中位间隔；间隔短于“下限 ÷ 倍数”的按后者计）。旁边列出只按沉默天数的名次作为对照。',
        '可能的原因取自订单和反馈：投诉未关闭、近 180 天打过低分、只买过一次、最近一次购买有退款、客单价连降三次、最近一次换了渠道、每单都用优惠。'
      ]
    },
    reasons: {
      complaint: '投诉未关闭',
      unhappy: '最近打过低分',
      parts: {
        'times-': '买过的次数少',
        'trend-': '买得比以前少',
        'basket-': '客单价偏低',
        'refund+': '退款比别人多',
        'unhappy+': '一年内有投诉',
        'complaint+': '投诉未关闭',
        'activity-': '最近几乎不活跃',
        'activity_trend-': '活跃度下降'
      } as Readonly<Record<string, string>>,
      once: '只买过一次',
      refunded: '最近一次退款',
      falling: '客单价连降三次',
      moved: (from: string, to: string) => `从${from}换到${to}后停`,
      discounted: '只用优惠购买',
      late: (times: string) => `超期 ${times} 倍`,
      notLate: '尚未超期',
      join: '；'
    },
    backtest: {
      title: '这个预警靠谱吗',
      finding: (day: string, warned: string, rate: string) =>
        `若在 **${day}** 发出同样的预警，会圈出 **${warned}** 位客户，其中 **${rate}** 之后确实没有再买。`,
      better: (plain: string) => `只看沉默天数是 ${plain}，规则明显更准。`,
      same: (plain: string) => `只看沉默天数是 ${plain}，两者差不多。`,
      worse: (plain: string) => `只看沉默天数是 **${plain}**，反而更准：排序请看沉默天数，规则用来解释。`,
      aboveBase: (base: string) => `全部客户中这一比例是 ${base}，规则确实能区分。`,
      likeBase: (base: string) => `全部客户中这一比例是 **${base}**，规则并不比随便圈人更准。`,
      x: '预警日',
      y: '没有回来',
      rule: '本规则',
      plain: '只看沉默天数',
      base: '全部客户',
      tip: (away: string, warned: string, rate: string) => `${warned} 位中 ${away} 位没有回来 · ${rate}`,
      until: (day: string) => `观察到 ${day}`,
      none: '数据太短，不够按这条规则回看一个观察期。',
      definition: [
        '在每个过去的日子，只用当时已知的数据套用规则；之后一个观察期内没有购买即为流失。后来发生的事不会进入预警。',
        '**本规则**：被预警者中没有回来的占比（准确率）。**只看沉默天数**：按沉默天数取同样多的人。**全部客户**：随便圈人能得到的占比。表格中另有召回率：没有回来的人里，规则圈中了多少。'
      ]
    },
    months: {
      title: '每月流失率',
      finding: (month: string, rate: string, lost: string, active: string) =>
        `**${month}**，月初活跃的客户中有 **${rate}** 流失（${active} 位中 ${lost} 位）`,
      against: (rate: string, months: string) => `，此前 ${months} 个完整月份平均为 ${rate}。`,
      stop: '。',
      y: '占月初活跃客户',
      tip: (lost: string, active: string, rate: string) => `月初活跃 ${active} 位，流失 ${lost} 位 · ${rate}`,
      note: '图中只画已结束、且月初活跃客户不少于 10 位的月份，其余见表格。最初几个月偏低，是因为还没有客户超期。',
      none: '还没有一个月结束。',
      definition: '月初尚未超过规则的客户中，当月没有购买、且月末已超过规则的客户占比。按自己节奏时，平时间隔取截至日已知的值。'
    },
    second: {
      title: '多久才有第二次购买',
      finding: (rate: string, days: string) => `首购客户中有 **${rate}** 在 **${days}**内买了第二次`,
      later: (silent: string, rate: string) => `；沉默 ${silent}后，再过同样久也只有 **${rate}** 会回来。`,
      stop: '。',
      x: '首单后天数',
      y: '已买第二次',
      tip: (share: string, waiting: string) => `${share} 已买第二次；仍在观察 ${waiting} 位`,
      seen: (customers: string) => `累计 ${customers} 位`,
      day: (day: string) => `第 ${day} 天`,
      median: (day: string) => `第 ${day} 天过半`,
      note: 'Kaplan–Meier 估计：观察时间较短的客户，只按被观察到的时长计入。',
      none: '还没有人买过第二次。',
      definition:
        '首单后各天已有第二次购买的客户占比，按 Kaplan 与 Meier（1958）估计：尚未复购的客户计入到截至日为止，之后退出（删失）。色带为 log–log 尺度上的 95% 置信区间，方差用 Greenwood 公式。'
    },
    columns: {
      customer: '客户',
      amountYear: '近一年',
      purchases: '购买次数',
      usualGap: '平时间隔',
      silent: '已沉默',
      lateness: '超期（倍）',
      reason: '可能的原因',
      plainPlace: '沉默名次',
      cut: '预警日',
      until: '观察至',
      customers: '客户数',
      warned: '预警',
      away: '没有回来',
      precision: '准确率',
      low: '95% 下限',
      high: '95% 上限',
      plain: '只看沉默天数',
      base: '全部客户',
      caught: '召回率',
      month: '月份',
      active: '月初活跃',
      lost: '流失',
      rate: '流失率',
      complete: '已结束',
      day: '天',
      atRisk: '仍在观察',
      again: '当天复购',
      againSoFar: '累计复购',
      censored: '当天退出观察',
      returned: '已买第二次',
      survival: '尚未复购',
      error: '标准误'
    },
    audiences: {
      pastDueDays: (days: string) => `超过 ${days}未购买的客户`,
      pastDueGap: (k: string, floor: string) => `沉默超过平时间隔 ${k} 倍且超过 ${floor}的客户`,
      regulars: '超过平时间隔的高价值老客',
      lost: (month: string) => `${month} 流失的客户`,
      warned: (day: string, _until: string) => `${day} 会被预警的客户`,
      right: (day: string, until: string) => `${day} 会被预警、到 ${until} 没有再买的客户`,
      away: (day: string, until: string) => `${day} 已有的客户中，到 ${until} 没有再买的`,
      second: (days: string) => `首购后 ${days}内买了第二次的客户`
    },
    alert: {
      text: (customers: string) => `**${customers}** 位高价值老客已超过平时的购买间隔`,
      one: '有 1 位高价值老客已超过平时的购买间隔',
      detail: (money: string) => `他们过去一年贡献 ${money}，沉默时间已超过平时间隔的两倍。`,
      action: '查看名单'
    }
  }
});
export type ChurnWords = (typeof CHURN)['en'];
