import { defineWords } from '../../i18n/locale.ts';

/** Words of what is doubtful in the data, and its repairs. */
export const ISSUES = defineWords({
  en: {
    title: 'Issues and repairs',
    about:
      'Each is found by a rule that you can read. Nothing is changed until you apply a repair; each shows its effect first and can be undone.',
    checking: 'Looking for issues …',
    choose: 'What to do',
    examples: 'Examples',
    rule: 'How it is recognised',
    keep: 'Keep as it is',
    apply: 'Apply',
    applying: 'Applying …',
    undo: 'Undo',
    undoOf: (issue: string) => `Undo the repair: ${issue}`,
    applyOf: (issue: string) => `Apply the repair: ${issue}`,
    inForce: 'Repair in force',
    failed: 'The repair could not be applied; everything is as it was.',
    preview: {
      title: 'What would change',
      loading: 'Working out what would change …',
      figure: 'Number',
      before: 'Before',
      after: 'After',
      change: 'Change',
      customers: 'Customers',
      orders: 'Orders',
      amount: 'Amount',
      average: 'Average order',
      repurchase: 'Repurchase rate (bought on two days or more)',
      churn: 'Churn rate (silent for more than 90 days)',
      lastDay: 'As of',
      sql: 'How this is worked out'
    },
    amounts: {
      title: 'Unusual amounts',
      fine: (k: string, low: string, high: string) =>
        `No order lies outside ${low} to ${high}, ${k} times the usual spread around the middle.`,
      cannot: 'Too few orders, or too many of one price: the rule cannot tell which amounts are unusual.',
      high: (n: number, text: string, high: string) =>
        n === 1 ? `**1 order** is above ${high}.` : `**${text} orders** are above ${high}.`,
      low: (n: number, text: string, low: string) => (n === 1 ? `**1 order** is below ${low}.` : `**${text} orders** are below ${low}.`),
      share: (share: string) => `The high ones make **${share} of the amount**: averages and rankings by money lean on them.`,
      rule: (k: string, middle: string) =>
        `On a log scale: the median (${middle}) times or divided by ${k} usual spreads (1.4826 × median absolute deviation of the logarithms). Amounts of zero and less are not judged.`,
      k: 'Spreads',
      kHint: 'Smaller finds more',
      winsorise: 'Move to the limits',
      winsoriseHint: (low: string, high: string) =>
        `Higher amounts count as ${high}, lower ones as ${low}. Customers, orders and dates stay: fit where the order is real and its size misleads.`,
      aside: 'Set the orders aside',
      asideHint: 'They leave every number and are listed among the rows set aside: fit for tests, wrong entries, wholesale.',
      keepHint: {
        high: 'Large orders are often real: look at the examples first.',
        low: 'Small amounts are often real, such as samples, add-ons or orders paid by voucher: look at the examples first.',
        both: 'Large and small orders are often real: look at the examples first.'
      },
      lowered: (n: number, text: string, high: string) =>
        n === 1 ? `**1 amount was lowered to ${high}**.` : `**${text} amounts were lowered to ${high}**.`,
      raised: (n: number, text: string, low: string) =>
        n === 1 ? `**1 amount was raised to ${low}**.` : `**${text} amounts were raised to ${low}**.`,
      highAside: (n: number, text: string, high: string) =>
        n === 1 ? `**1 order above ${high}** is set aside.` : `**${text} orders above ${high}** are set aside.`,
      lowAside: (n: number, text: string, low: string) =>
        n === 1 ? `**1 order below ${low}** is set aside.` : `**${text} orders below ${low}** are set aside.`,
      noneNow: 'No order is beyond the limits any more.',
      order: 'Order',
      customer: 'Customer',
      day: 'Day',
      amount: 'Amount'
    },
    people: {
      title: 'Doubled customers',
      fine: 'No telephone number or e-mail address stands under several customer ids.',
      cannot:
        'No file tells a telephone number or an e-mail address beside the customer’s id, so that doubles cannot be seen. A list of members would.',
      found: (ids: string, people: string) =>
        `**${people} people** seem to have several customer ids: **${ids} ids** more than people. One person under two ids looks like two customers who come back less.`,
      leftOut: (n: string, most: string) =>
        `**${n} more numbers and addresses** stand under several ids and are not looked at: up to ${most} ids are compared, and only those are joined.`,
      shared: (n: string) => `Keys that more than 5 customers share (a shop’s number, a helper’s) join nobody: ${n} here.`,
      rule: 'Same telephone number (without +86, blanks, dashes) or same e-mail address in a file of members, or beside the customer in the orders. Masked numbers are not compared. A recipient’s number may be a friend’s or a company’s: look at the examples.',
      merge: 'Make them one customer',
      mergeHint: 'The id that ordered first stays, the others go into it; their orders, memberships and tickets count for it.',
      keepHint: 'Each id stays a customer of its own.',
      merged: (ids: string) => `**${ids} customer ids** went into the one that ordered first.`,
      key: 'Shared key',
      stays: 'Stays',
      others: 'Goes into it',
      orders: 'Orders together',
      since: 'First order',
      file: 'Seen in'
    },
    gaps: {
      title: 'Gaps in the calendar',
      fine: 'No run of days without orders is longer than chance makes it.',
      found: (runs: string, days: string) =>
        `**${runs} runs of days without orders** (${days} in all) that chance does not explain. If a file is missing, customers seem to have stayed away who did not; if the shop was closed, nothing is wrong.`,
      foundOne: (days: string) =>
        `**${days} without orders** that chance does not explain. If a file is missing, customers seem to have stayed away who did not; if the shop was closed, nothing is wrong.`,
      rule: 'A run counts when, at the usual orders of these weekdays in the eight weeks around it, chance would make fewer than one such run in a hundred shops. Days on which the shop is always closed do not count.',
      from: 'First day',
      to: 'Last day',
      days: 'Days',
      usual: 'Usual orders in it',
      chance: 'By chance',
      never: 'less than 1 in a million',
      add: 'Add the missing file',
      advice:
        'There is no repair but the missing rows: export these days again and add the file. Orders that are there already are not counted twice.'
    },
    start: {
      title: 'Customers older than the data',
      fine: 'Nothing tells that customers are older than the first order.',
      members: (older: string, known: string) =>
        `**${older} of ${known}** customers whose joining day is known joined before the first order in the files: their first order is not in the data.`,
      start: (level: string, first: string, later: string, excess: string) =>
        `The orders begin at full level (**${level}** of the usual), and in the first four weeks **${first}** of purchases look like a first one; later it is ${later}. About **${excess}** of those “new” customers are older.`,
      meaning:
        'Until about **{from}** new customers, cohorts and time to the second purchase are too high or too short; do not read cohorts before that.',
      rule: 'Told by members who joined before the first order (at least 5% of 20 or more), or by first purchases: their share in the first four weeks is so much above the later one that a quarter of them or more cannot be new, at no less than half the usual level of orders. By the marked month nine of ten usual gaps are over. A shop that opened with a bang looks the same: then keep it.',
      keepHint: 'Keep in mind that the first cohorts hold older customers.',
      from: (from: string) => `Start the range on ${from}`,
      fromHint:
        'Totals leave the first weeks out. Whoever bought before and comes back counts as new from then on, so for cohorts rather read the later ones of the whole range.',
      applied: (from: string) => `The pages start on **${from}**.`
    },
    end: {
      title: 'Completeness of the last period',
      fine: 'The last day and the last month have as many orders as usual.',
      day: (day: string, orders: string, usual: string) =>
        `The last day, **${day}**, has **${orders} orders** where ${usual} are usual on its weekday: the export probably ends during it.`,
      month: (month: string, orders: string, usual: string, days: string) =>
        `The last month, **${month}**, has **${orders} orders** so far (${days}) where ${usual} are usual; pages mark it and leave it out of averages.`,
      ofDays: (covered: string, all: string) => `${covered} of ${all} days`,
      rule: 'The last day is compared with the same weekday of the eight weeks before, the last month with the median of the six months before; less than half of it, and less than one in a thousand by chance (Poisson), counts.',
      asOf: (day: string) => `Look as of ${day}`,
      dayHint: 'The last complete day: recency and churn count from it.',
      monthHint: 'The last complete month: months compare with months.',
      keepHint: 'Recency and churn count from the last day there is.',
      applied: (day: string) => `The pages look **as of ${day}**.`
    }
  },
  zh: {
    title: '问题与修复',
    about: '每个问题都按写明的规则找出。应用修复之前不会改动任何数字；每项修复都先显示影响，也都可以撤销。',
    checking: '正在检查…',
    choose: '如何处理',
    examples: '示例',
    rule: '判断规则',
    keep: '保留原样',
    apply: '应用',
    applying: '正在应用…',
    undo: '撤销',
    undoOf: (issue) => `撤销修复：${issue}`,
    applyOf: (issue) => `应用修复：${issue}`,
    inForce: '修复已应用',
    failed: '修复没有成功，一切保持原样。',
    preview: {
      title: '修复前后对比',
      loading: '正在计算修复后的数字…',
      figure: '指标',
      before: '修复前',
      after: '修复后',
      change: '变化',
      customers: '客户数',
      orders: '订单数',
      amount: '金额',
      average: '笔单价',
      repurchase: '复购率（购买两天及以上）',
      churn: '流失率（超过 90 天未购买）',
      lastDay: '截至',
      sql: '计算方法'
    },
    amounts: {
      title: '异常金额',
      fine: (k, low, high) => `没有订单超出 ${low} 至 ${high}（中位数上下 ${k} 倍常见离散度）。`,
      cannot: '订单太少，或同一价格太多，规则无法判断哪些金额异常。',
      high: (_n, text, high) => `**${text} 笔订单**高于 ${high}。`,
      low: (_n, text, low) => `**${text} 笔订单**低于 ${low}。`,
      share: (share) => `偏高的订单占**金额的 ${share}**，会左右均值和按金额的排名。`,
      rule: (k, middle) =>
        `取对数后判断：中位数（${middle}）上下 ${k} 倍离散度之外（离散度＝1.4826 × 对数的中位数绝对偏差）。零和负数金额不参与判断。`,
      k: '离散度倍数',
      kHint: '越小，找出的越多',
      winsorise: '缩到界限',
      winsoriseHint: (low, high) => `偏高的按 ${high} 计，偏低的按 ${low} 计；客户、订单和日期不变。适合订单真实、但金额会误导的情况。`,
      aside: '搁置这些订单',
      asideHint: '不计入任何数字，可在被搁置的行中查看。适合测试单、录错的单、批发单。',
      keepHint: {
        high: '大额订单往往是真实的，请先看示例。',
        low: '小额订单往往是真实的，例如试用装、补差价或用券支付的订单，请先看示例。',
        both: '大额和小额订单往往是真实的，请先看示例。'
      },
      lowered: (_n, text, high) => `**${text} 笔金额下调到 ${high}**。`,
      raised: (_n, text, low) => `**${text} 笔金额上调到 ${low}**。`,
      highAside: (_n, text, high) => `**${text} 笔高于 ${high}** 的订单已搁置。`,
      lowAside: (_n, text, low) => `**${text} 笔低于 ${low}** 的订单已搁置。`,
      noneNow: '现在没有订单超出界限。',
      order: '订单',
      customer: '客户',
      day: '日期',
      amount: '金额'
    },
    people: {
      title: '重复的客户',
      fine: '没有手机号或邮箱出现在多个客户 ID 下。',
      cannot: '没有文件同时给出客户 ID 和手机号或邮箱，看不出同一人有没有多个 ID。加入会员名单就能检查。',
      found: (ids, people) =>
        `**${people} 个人**似乎有多个客户 ID，多出 **${ids} 个 ID**。一个人分成两个 ID，看起来像两个不怎么回来的客户。`,
      leftOut: (n, most) => `还有 **${n} 个号码或邮箱**出现在多个 ID 下，没有检查：一次最多比对 ${most} 个 ID，也只合并这些。`,
      shared: (n) => `有 ${n} 个号码由 5 个以上的客户共用（如门店电话、代下单），不用来合并。`,
      rule: '会员名单里，或订单中客户 ID 旁边的手机号（去掉 +86、空格、横线）或邮箱相同。打码的号码不比较。收货人的号码可能是朋友或公司的，请先看示例。',
      merge: '合并为一个客户',
      mergeHint: '保留最早下单的 ID，其余并入；订单、会员资料和工单都归到它名下。',
      keepHint: '每个 ID 仍算一个客户。',
      merged: (ids) => `**${ids} 个客户 ID** 已并入最早下单的那个 ID。`,
      key: '共用的号码',
      stays: '保留的 ID',
      others: '并入的 ID',
      orders: '合计订单',
      since: '首单日期',
      file: '来自文件'
    },
    gaps: {
      title: '日历上的空缺',
      fine: '没有哪段无订单的日子超出偶然。',
      found: (runs, days) =>
        `**${runs} 段日子没有订单**（共 ${days}），不像是偶然。如果漏了文件，没走的客户也会显得没来；如果当时歇业，则没有问题。`,
      foundOne: (days) => `有 **${days}没有订单**，不像是偶然。如果漏了文件，没走的客户也会显得没来；如果当时歇业，则没有问题。`,
      rule: '按前后八周同一星期几的常见订单数，偶然出现这样一段空缺的机会不到百分之一，才算空缺。店里固定休息的日子不算。',
      from: '开始',
      to: '结束',
      days: '天数',
      usual: '按常态应有订单',
      chance: '偶然概率',
      never: '不到百万分之一',
      add: '补充缺失的文件',
      advice: '除了补齐数据没有别的修法：请重新导出这些日子并添加文件。已有的订单不会重复计算。'
    },
    start: {
      title: '早于数据的老客户',
      fine: '没有迹象表明客户早于第一笔订单。',
      members: (older, known) =>
        `在知道入会日期的 ${known} 位客户中，**${older} 位**在文件的第一笔订单之前就已入会：他们真正的首单不在数据里。`,
      start: (level, first, later, excess) =>
        `订单一开始就接近常态（**${level}**），头四周里 **${first}** 的购买看上去是首购，后来只有 ${later}。这些“新客”里约 **${excess}** 其实是老客。`,
      meaning: '大约在 **{from}** 之前，新客数、同期群和到第二次购买的时间都会失真：请不要解读更早的同期群。',
      rule: '依据：入会日期早于第一笔订单的会员（已知 20 位以上且占 5% 以上），或头四周订单量达到常态的一半以上，而首购占比高出后来太多，四分之一以上的首购不可能是真的。到所标的月份，十次回购间隔里已有九次结束。开业即热卖的店看上去也是这样，那就保留原样。',
      keepHint: '请记住：最早的几个同期群里混有老客。',
      from: (from) => `范围从 ${from} 开始`,
      fromHint: '合计数不再包含头几周。之前买过的人再来时会被当作新客，所以看同期群时，更宜在完整范围里看较晚的同期群。',
      applied: (from) => `页面从 **${from}** 开始看。`
    },
    end: {
      title: '末期是否完整',
      fine: '最后一天和最后一个月的订单数与平常相当。',
      day: (day, orders, usual) => `最后一天 **${day}** 只有 **${orders} 笔订单**，同一星期几平常有 ${usual} 笔：导出多半停在当天途中。`,
      month: (month, orders, usual, days) =>
        `最后一个月 **${month}** 目前有 **${orders} 笔订单**（${days}），平常一个月有 ${usual} 笔；页面会标出，均值不计入。`,
      ofDays: (covered, all) => `${all} 天中的 ${covered} 天`,
      rule: '最后一天与前八周的同一星期几比较，最后一个月与前六个月的中位数比较；不到一半，且偶然概率（泊松分布）不到千分之一，才算不完整。',
      asOf: (day) => `截至 ${day}`,
      dayHint: '最后一个完整的日子：距今天数和流失从这天算起。',
      monthHint: '最后一个完整的月份：月与月可比。',
      keepHint: '距今天数和流失从数据的最后一天算起。',
      applied: (day) => `页面**截至 ${day}**。`
    }
  }
});
