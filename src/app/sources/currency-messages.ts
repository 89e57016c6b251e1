import { defineWords } from '../../i18n/locale.ts';

/** What is asked about a shop of several currencies, and how it can be answered. */
export const CURRENCY = defineWords({
  en: {
    found: (value: string, rows: string, amount: string) =>
      amount === '' ? `${value} · ${rows} rows` : `${value} · ${rows} rows · ${amount}`,
    way: 'What to do about several currencies',
    ways: { one: 'Use one', rates: 'Convert at rates I give', split: 'Look at each by itself' },
    whys: {
      one: 'Rows in the other currencies are set aside.',
      rates: 'Everything is converted into one currency and rounded to cents. A currency without a rate is set aside.',
      split: 'All rows stay. Pages show one currency at a time, which you choose beside the filters.'
    },
    one: 'Currency to use',
    base: 'Convert into',
    rate: (code: string) => `1 ${code} =`,
    rateIn: (code: string, base: string) => `What 1 ${code} is in ${base}`,
    none: (code: string) => `No rate: ${code} is set aside.`,
    faults: {
      'not-a-number': 'Write a number, such as 7.1.',
      'not-positive': 'A rate is more than zero.',
      'out-of-range': 'That is too large or too small for a rate.',
      comma: 'Is the comma for thousands or decimals? Write 1380 or 1.38.'
    },
    total: (total: string, base: string) => `All amounts of the file together, before cleaning: **${total} ${base}**`,
    apply: 'Use these rates',
    needsOne: 'Give at least one rate.',
    applied: 'These rates are in use.'
  },
  zh: {
    found: (value, rows, amount) => (amount === '' ? `${value} · ${rows} 行` : `${value} · ${rows} 行 · ${amount}`),
    way: '多种货币怎么处理',
    ways: { one: '只用一种', rates: '按我填的汇率折算', split: '各看各的' },
    whys: {
      one: '其他货币的行搁置。',
      rates: '全部折算成一种货币，四舍五入到分。没填汇率的货币搁置。',
      split: '所有行都保留。页面一次只看一种货币，在筛选栏里切换。'
    },
    one: '采用的货币',
    base: '折算成',
    rate: (code) => `1 ${code} ＝`,
    rateIn: (code, base) => `1 ${code} 等于多少 ${base}`,
    none: (code) => `没填汇率：${code} 搁置。`,
    faults: {
      'not-a-number': '请填数字，例如 7.1。',
      'not-positive': '汇率必须大于零。',
      'out-of-range': '这个数太大或太小，不像汇率。',
      comma: '逗号是千位分隔还是小数点？请写成 1380 或 1.38。'
    },
    total: (total, base) => `文件里的金额合计（清洗前）：**${total} ${base}**`,
    apply: '采用这些汇率',
    needsOne: '请至少填一个汇率。',
    applied: '正在按这些汇率折算。'
  }
});
