import { defineWords } from '../../i18n/locale.ts';

/** Words of the figures of quality, one set per file. */
export const FIGURES = defineWords({
  en: {
    title: 'Each file by its quality',
    about: 'Five figures per file, and what each means for the answers.',
    definition: [
      '**Completeness**: share of the used rows that name a customer. **Validity**: share of the rows in the file whose date, amount or score could be read and is possible. **Uniqueness**: share of the rows that no other row repeats.',
      '**Timeliness**: the last day told, beside the newest day of all files. **Coverage**: share of the days with orders; of other files, share of the people in them who are found among the customers.'
    ],
    subjects: {
      orders: 'Orders',
      returns: 'Refunds',
      members: 'Members',
      events: 'Events',
      feedback: 'Feedback',
      touches: 'Campaigns',
      products: 'Products'
    },
    names: {
      completeness: 'Completeness',
      validity: 'Validity',
      uniqueness: 'Uniqueness',
      timeliness: 'Timeliness',
      coverage: 'Coverage'
    },
    table: { file: 'File', about: 'About', dimension: 'Quality', figure: 'Figure', meaning: 'What it means' },
    named: (share: string) => `${share} name a customer`,
    namedAll: 'Every row counts for a customer: segments, retention and churn see all of them.',
    namedSome: 'The rest counts in revenue and orders, and in no customer’s history: repurchase is a little understated.',
    namedNone: 'Order-level numbers hold; there are none about customers.',
    person: (share: string) => `${share} name somebody`,
    personAll: 'Every row can be looked up among the customers.',
    personSome: 'Rows that name nobody count in totals and belong to no customer.',
    used: (share: string) => `${share} of rows used`,
    refunds: (rows: string) => `${rows} rows of refunds`,
    refundsMeaning: 'Those that went through are taken off the orders whose numbers they name; they are no orders themselves.',
    usedProducts: 'Rows that name a product can tell its category.',
    valid: (share: string) => `${share} readable`,
    validAll: 'No date, amount or score was unreadable or impossible.',
    validSome: (n: number, text: string) =>
      n === 1
        ? '1 row with an unreadable or impossible date, amount or score is set aside; totals lack it.'
        : `${text} rows with an unreadable or impossible date, amount or score are set aside; totals lack them.`,
    unique: (share: string) => `${share} unique`,
    uniqueAll: 'Nothing was counted twice.',
    uniqueSome: (n: number, text: string) =>
      `${n === 1 ? '1 row repeated another one, here or in a later file, and is' : `${text} rows repeated another one, here or in a later file, and are`} set aside: nothing is counted twice.`,
    uniqueMaybe: (n: number, text: string) =>
      `${n === 1 ? '1 row equals another one and is' : `${text} rows equal another one and are`} kept, because no number tells whether they are the same: revenue may be a little high.`,
    last: (day: string) => `to ${day}`,
    lastNewest: 'It reaches as far as the newest file: recency and churn count from here.',
    lastBehind: (days: string) => `It ends ${days} before the newest file; what happened since is missing from it.`,
    lastUnknown: 'no days told',
    lastUnknownMeaning: 'It is taken as it stands today.',
    minutes: (n: string) => `${n} min`,
    hours: (n: string) => `${n} h`,
    paidAfter: (time: string, late: string) => `Orders are paid ${time} after they were made (median), ${late} more than a day later.`,
    paidSoon: (time: string) => `Orders are paid ${time} after they were made (median), none more than a day later.`,
    paidBefore: (share: string) =>
      `${share} of orders are paid before they were made: one of the two time columns is something else, or in another time zone.`,
    days: (share: string, days: string) => `${share} of ${days} have orders`,
    daysAll: 'No day is missing between the first and the last.',
    daysScattered: 'The days without orders are no more in a row than chance makes.',
    daysGaps: 'Some days without orders are no chance: closed days or missing rows, see “Gaps in the calendar”.',
    matched: (share: string) => `${share} of its people found`,
    reach: (share: string) => `It tells something of ${share} of all customers; filters and panels about it leave the others out.`,
    reachNone: 'Nobody in it is a customer of the orders: it does not change any answer. Check the key on the sources page.'
  },
  zh: {
    title: '各文件的质量',
    about: '每个文件五项指标，以及对结果的影响。',
    definition: [
      '**完整性**：使用的行中有客户的比例。**有效性**：文件各行中日期、金额或分数能读出且合理的比例。**唯一性**：不与其他行重复的行的比例。',
      '**及时性**：写到的最后一天，与所有文件中最新的一天相比。**覆盖度**：有订单的日子所占比例；其他文件为其中能匹配到客户的人的比例。'
    ],
    subjects: {
      orders: '订单',
      returns: '退款',
      members: '会员',
      events: '行为',
      feedback: '反馈',
      touches: '触达',
      products: '商品'
    },
    names: {
      completeness: '完整性',
      validity: '有效性',
      uniqueness: '唯一性',
      timeliness: '及时性',
      coverage: '覆盖度'
    },
    table: { file: '文件', about: '内容', dimension: '质量维度', figure: '指标', meaning: '对结果的影响' },
    named: (share) => `${share} 有客户`,
    namedAll: '每一行都归到客户：分层、留存和流失都能用上。',
    namedSome: '其余只计入销售额和订单数，不进入任何客户的历史，复购会略微偏低。',
    namedNone: '订单层面的数字成立，没有客户层面的数字。',
    person: (share) => `${share} 写明了人`,
    personAll: '每一行都能到客户中去匹配。',
    personSome: '没有写明人的行只计入合计，不归入任何客户。',
    used: (share) => `${share} 的行可用`,
    refunds: (rows) => `${rows} 行退款`,
    refundsMeaning: '退款成功的按订单号从订单中扣除，本身不算订单。',
    usedProducts: '写明商品的行可以补充品类。',
    valid: (share) => `${share} 可读`,
    validAll: '日期、金额和分数都能读出，也都在合理范围内。',
    validSome: (_n, text) => `${text} 行的日期、金额或分数读不出或不合理，已搁置；合计中不含这些行。`,
    unique: (share) => `${share} 不重复`,
    uniqueAll: '没有重复计算。',
    uniqueSome: (_n, text) => `${text} 行与本文件或更新文件中的行重复，已搁置，不会重复计算。`,
    uniqueMaybe: (_n, text) => `${text} 行与另一行相同但保留：没有编号能说明是否同一笔，销售额可能略微偏高。`,
    last: (day) => `截至 ${day}`,
    lastNewest: '与最新的文件同步：距今天数和流失从这里算起。',
    lastBehind: (days) => `比最新的文件早 ${days}结束，之后的情况不在其中。`,
    lastUnknown: '没有日期',
    lastUnknownMeaning: '按现在的样子使用。',
    minutes: (n) => `${n} 分钟`,
    hours: (n) => `${n} 小时`,
    paidSoon: (time) => `下单到付款的中位数为 ${time}，没有超过一天的。`,
    paidAfter: (time, late) => `下单到付款的中位数为 ${time}，${late} 超过一天。`,
    paidBefore: (share) => `${share} 的订单付款早于下单：两列时间中有一列不是这个意思，或时区不同。`,
    days: (share, days) => `${days}中 ${share} 有订单`,
    daysAll: '首尾之间没有缺日。',
    daysScattered: '没有订单的日子都在偶然之内。',
    daysGaps: '有些日子没有订单不像是偶然：可能是休息，也可能是漏了数据，见“日历上的空缺”。',
    matched: (share) => `${share} 的人匹配到客户`,
    reach: (share) => `它能说明全部客户中的 ${share}；相关的筛选和图表不含其余客户。`,
    reachNone: '其中没有人是订单里的客户，不影响任何结果。请在数据源页检查匹配用的列。'
  }
});
