import { defineWords } from '../../../i18n/locale.ts';

/** The lists that rules open, and the alert. */
export const LISTS = defineWords({
  en: {
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
    /** Of one customer, by a rule or a chance in words. */
    standing: {
      flagged: (rule: string) => `**Flagged** on Churn: ${rule}.`,
      free: (rule: string) => `Not flagged on Churn (${rule}).`
    },
    alert: {
      text: (customers: string) => `**${customers}** valuable regulars are past their usual gap`,
      one: 'A valuable regular is past the usual gap',
      detail: (money: string) => `They brought ${money} in the last 12 months and have been silent for more than twice as long as usual.`,
      action: 'Open list'
    }
  },
  zh: {
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
    standing: {
      flagged: (rule: string) => `**已被流失预警**：${rule}。`,
      free: (rule: string) => `没有被流失预警（${rule}）。`
    },
    alert: {
      text: (customers: string) => `**${customers}** 位高价值老客已超过平时的购买间隔`,
      one: '有 1 位高价值老客已超过平时的购买间隔',
      detail: (money: string) => `他们过去一年贡献 ${money}，沉默时间已超过平时间隔的两倍。`,
      action: '查看名单'
    }
  }
});
