import { defineWords } from '../../../i18n/locale.ts';

/** The rules and the numbers at their head. */
export const RULE = defineWords({
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
      note: (day: string, warned: string, away: string) => `warned ${warned} on ${day}; ${away} bought nothing since`,
      few: (day: string, warned: string, away: string) => `warned ${warned} on ${day}; ${away} bought nothing since: too few to say`,
      none: 'unchecked: the past is too short for this rule',
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
      few: (day: string, warned: string, away: string) => `${day} 只预警 ${warned} 位，${away} 位至今未回：人数太少，说明不了`,
      none: '未经检验：历史太短，没法回看',
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
    }
  }
});
