import { defineWords } from '../../../i18n/locale.ts';

/** How concentrated value is, what sets the loyal apart, and what a customer brings over time. */
export const CONCENTRATION = defineWords({
  en: {
    concentration: {
      title: 'How concentrated it is',
      finding: (past: string) => `So far the best 20% of customers brought **${past}** of the money`,
      few: (top: string, all: string, past: string) => `So far the best **${top}** of ${all} customers brought **${past}** of the money`,
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
      only: (share: string, times: string) => `**${share}** of customers bought ${times} times or more.`,
      stop: '.',
      sides: (times: string) => `${times} purchases or more`,
      others: 'all others',
      nobody: 'Nobody has bought so often yet: lower the number.',
      measures: { customers: 'Customers', money: 'Money so far', value: 'Value ahead' },
      tip: (customers: string, each: string) => `${customers} customers, ${each} each so far`,
      definition:
        'Loyal: at least so many purchase days. Beside their shares the table holds money and value per customer, the mean order, the median of their usual gaps, the share of orders with a discount (where a file tells) and refunds as a share of what was paid for the orders that count. Orders refunded in full are set aside on import, so that the share of all money refunded is higher.'
    },
    cohorts: {
      title: 'What a customer brings over time',
      acquisition: 'One new customer costs',
      finding: (months: string, money: string) => `After **${months} × 30 days** a customer has brought **${money}** on average`,
      paid: (money: string, months: string) => `; a cost of ${money} is earned back within **${months} × 30 days**.`,
      unpaid: (money: string) => `; a cost of ${money} is **not earned back yet** in the time seen.`,
      stop: '.',
      x: '30-day months since the first purchase',
      y: 'brought by one customer',
      all: 'all',
      cost: 'cost',
      tip: (money: string, customers: string) => `${money} per customer of ${customers}`,
      none: 'No cohort has been seen for 30 days yet.',
      definition:
        'Money (paid minus refunded) × margin that the customers of a cohort have brought by the end of each 30 days since their own first purchase, divided by all customers of the cohort. Only stretches that the youngest of the cohort has completed. “All” adds up increments: for each 30 days, what the cohorts that completed them brought in them, divided by their customers (mean cumulative function, Nelson 2003). So the line does not jump where a cohort is no longer seen. Earned back: the first stretch by whose end the line reaches the cost.'
    },
    payback: {
      title: 'Earned back, by cohort',
      finding: (paid: string, cohorts: string, quickest: string, months: string) =>
        `**${paid}** of **${cohorts}** cohorts have earned back what winning a customer cost; the quickest is **${quickest}**, within **${months} × 30 days**.`,
      notOne: (cohorts: string) => `None of the **${cohorts}** cohorts has earned back what winning a customer cost yet.`,
      within: (months: string) => `within ${months} × 30 days`,
      notYet: 'not yet',
      definition:
        'Read from the lines of “What a customer brings over time”: the first 30 days since the first purchase by whose end one customer of the cohort has brought the cost. Not yet: the line has not reached it in the time that was seen. Younger cohorts were seen for less.'
    }
  },
  zh: {
    concentration: {
      title: '价值有多集中',
      finding: (past: string) => `到目前为止，前 20% 的客户带来了 **${past}** 的金额`,
      few: (top: string, all: string, past: string) => `到目前为止，${all} 位客户中金额最高的 **${top}** 位带来了 **${past}** 的金额`,
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
      only: (share: string, times: string) => `**${share}** 的客户购买过 ${times} 次及以上。`,
      stop: '。',
      sides: (times: string) => `购买 ${times} 次及以上`,
      others: '其他客户',
      nobody: '还没有人买过这么多次，请调低次数。',
      measures: { customers: '客户数', money: '已带来的金额', value: '未来价值' },
      tip: (customers: string, each: string) => `${customers} 位客户，人均已带来 ${each}`,
      definition:
        '忠诚：购买天数不少于所选次数。除占比外，表中还有人均金额与价值、平均订单金额、常用购买间隔的中位数、有优惠的订单占比（文件有优惠列时）和退款占计入订单实付的比例。全额退款的订单在导入时已搁置、不计入，所以实际退款占比更高。'
    },
    cohorts: {
      title: '一位客户随时间带来多少',
      acquisition: '获客成本（每人）',
      finding: (months: string, money: string) => `首购后 **${months} 个 30 天**，一位客户平均已带来 **${money}**`,
      paid: (money: string, months: string) => `；${money} 的获客成本在 **${months} 个 30 天**内回本。`,
      unpaid: (money: string) => `；${money} 的获客成本在已观察的时间内**尚未回本**。`,
      stop: '。',
      x: '首购后第几个 30 天',
      y: '人均累计带来',
      all: '全部',
      cost: '成本',
      tip: (money: string, customers: string) => `人均 ${money}，共 ${customers} 位`,
      none: '还没有同期群观察满 30 天。',
      definition:
        '同期群客户从各自首购起，每满 30 天累计带来的金额（实付减退款）× 毛利率，除以该群全部客户。只算群内最晚的客户也已走完的时段。“全部”由增量累加而成：每个 30 天内，走完这一段的各群在这一段里带来的金额 ÷ 这些群的客户数，再逐段相加（平均累积函数，Nelson 2003），所以某个群观察到头时，曲线不会跳。回本：曲线首次达到成本的时段。'
    },
    payback: {
      title: '各同期群何时回本',
      finding: (paid: string, cohorts: string, quickest: string, months: string) =>
        `**${cohorts}** 个同期群中有 **${paid}** 个已收回获客成本；最快的是 **${quickest}**，用了 **${months} 个 30 天**。`,
      notOne: (cohorts: string) => `**${cohorts}** 个同期群都还没有收回获客成本。`,
      within: (months: string) => `${months} 个 30 天内`,
      notYet: '尚未回本',
      definition:
        '取自“一位客户随时间带来多少”的曲线：从首购算起，到第几个 30 天结束时，该群人均带来的金额首次达到获客成本。尚未回本：在已观察的时间内还没达到。越晚的同期群，观察时间越短。'
    }
  }
});
