import { defineWords } from '../../i18n/locale.ts';

/** Words of the distributions at a glance. */
export const DISTRIBUTIONS = defineWords({
  en: {
    amounts: {
      title: 'Amounts of orders',
      finding: (share: string, from: string, to: string) => `**${share} of orders** cost ${from} to ${to}.`,
      definition: [
        'Orders by their amount, on a log scale: each step to the right is about a quarter more. Orders of zero or less are left out.',
        'A shop’s amounts usually make one hill. A second hill is a second kind of order (wholesale, postage paid later); a lonely bar far away is worth a look.'
      ],
      chart: 'Orders by amount, on a log scale',
      x: 'amount (log scale)',
      y: 'orders',
      from: 'From',
      to: 'Below',
      orders: 'Orders',
      low: 'low limit',
      high: 'high limit',
      tip: (orders: string) => `${orders} orders`,
      empty: 'No order in this range has an amount above zero'
    },
    calendar: {
      title: 'Orders per day',
      finding: (usual: string, most: string, day: string) => `**${usual} orders** on a middling day; most, **${most}**, on ${day}.`,
      few: (share: string, most: string, day: string) => `**${share} of days** have orders; most, **${most}**, on ${day}.`,
      definition:
        'Orders on each day of the calendar from the first order to the last, days without any included. A line that lies at zero for long is a gap, see “Gaps in the calendar”; a lonely peak may be a promotion, or a file that was added twice without order numbers.',
      chart: 'Orders per day',
      y: 'orders',
      day: 'Day',
      orders: 'Orders',
      tip: (orders: string) => `${orders} orders`,
      empty: 'There are no orders in this range'
    },
    hours: {
      title: 'Orders by weekday and hour',
      finding: (weekday: string, hour: string, share: string) => `Most orders come on **${weekday}** at **${hour}** (${share} of all).`,
      definition:
        'Orders by the weekday and the hour of their time, as it stands in the file. A block of orders at midnight usually means days without a clock; all of them shifted by eight hours means another time zone.',
      chart: 'Orders by weekday and hour',
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      weekday: 'Weekday',
      hour: 'Hour',
      orders: 'Orders',
      share: 'Share',
      x: 'hour of the day',
      clock: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
      tip: (orders: string, share: string) => `${orders} orders, ${share} of all`,
      empty: 'The files tell days, not times'
    }
  },
  zh: {
    amounts: {
      title: '订单金额分布',
      finding: (share, from, to) => `**${share} 的订单**在 ${from} 至 ${to} 之间。`,
      definition: [
        '按金额统计订单数，横轴为对数刻度：每向右一格约多四分之一。零和负数金额不计入。',
        '一家店的金额通常只有一个峰。第二个峰是另一类订单（批发、补邮费）；远处孤零零的一根，值得看一看。'
      ],
      chart: '按金额统计的订单数（对数刻度）',
      x: '金额（对数刻度）',
      y: '订单数',
      from: '从',
      to: '到（不含）',
      orders: '订单数',
      low: '下限',
      high: '上限',
      tip: (orders) => `${orders} 笔订单`,
      empty: '这个范围内没有金额大于零的订单'
    },
    calendar: {
      title: '每日订单数',
      finding: (usual, most, day) => `中等的一天有 **${usual} 笔订单**；最多的是 ${day}，**${most} 笔**。`,
      few: (share, most, day) => `**${share} 的日子**有订单；最多的是 ${day}，**${most} 笔**。`,
      definition:
        '从第一笔到最后一笔订单，日历上每天的订单数，没有订单的日子也算。线长时间停在零是空缺，见“日历上的空缺”；孤立的高峰可能是大促，也可能是没有订单号的文件加了两次。',
      chart: '每日订单数',
      y: '订单数',
      day: '日期',
      orders: '订单数',
      tip: (orders) => `${orders} 笔订单`,
      empty: '这个范围内没有订单'
    },
    hours: {
      title: '星期与时段',
      finding: (weekday, hour, share) => `订单最集中在**${weekday} ${hour}**（占 ${share}）。`,
      definition: '按文件中的时间统计各星期几、各小时的订单数。集中在零点多半是只有日期没有时刻；整体偏移八小时则是时区不同。',
      chart: '按星期与小时统计的订单数',
      weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
      weekday: '星期',
      hour: '小时',
      orders: '订单数',
      share: '占比',
      x: '一天中的小时',
      clock: (hour) => `${hour} 时`,
      tip: (orders, share) => `${orders} 笔订单，占 ${share}`,
      empty: '文件只有日期，没有时刻'
    }
  }
});
