import { defineWords } from '../../../i18n/locale.ts';

/** Churn per month. */
export const MONTHS = defineWords({
  en: {
    months: {
      title: 'Churn per month',
      finding: (month: string, rate: string, lost: string, active: string) =>
        `In **${month}**, **${rate}** of the customers active at its start were lost (${lost} of ${active})`,
      against: (rate: string, months: string) => `, against ${rate} in the ${months} complete months before.`,
      stop: '.',
      y: 'lost of those active',
      tip: (lost: string, active: string, rate: string) => `${lost} of ${active} active customers · ${rate}`,
      drawn: 'Drawn: complete months that began with 10 or more active customers; the others are in the table.',
      few: 'Most of these months began with fewer than 10 active customers: one more or less moves the rate far.',
      first: ' The first months are low because nobody can be late yet.',
      none: 'No month is complete yet.',
      definition:
        'Of the customers not past the rule when the month began, those who bought nothing in it and were past the rule when it ended. By own rhythm, the usual gap is the one known on the as-of date.'
    }
  },
  zh: {
    months: {
      title: '每月流失率',
      finding: (month: string, rate: string, lost: string, active: string) =>
        `**${month}**，月初活跃的客户中有 **${rate}** 流失（${active} 位中 ${lost} 位）`,
      against: (rate: string, months: string) => `，此前 ${months} 个完整月份平均为 ${rate}。`,
      stop: '。',
      y: '占月初活跃客户',
      tip: (lost: string, active: string, rate: string) => `月初活跃 ${active} 位，流失 ${lost} 位 · ${rate}`,
      drawn: '图中只画已结束、且月初活跃客户不少于 10 位的月份，其余见表格。',
      few: '这些月份大多月初活跃客户不到 10 位，多一位少一位，流失率就相差很大。',
      first: '最初几个月偏低，是因为还没有客户超期。',
      none: '还没有一个月结束。',
      definition: '月初尚未超过规则的客户中，当月没有购买、且月末已超过规则的客户占比。按自己节奏时，平时间隔取截至日已知的值。'
    }
  }
});
