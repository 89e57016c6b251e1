import { defineWords } from '../../../i18n/locale.ts';

/** What "value" means: the controls of the page. */
export const TERMS = defineWords({
  en: {
    months: 'Horizon',
    monthsUnit: 'months',
    discount: 'Discount',
    perYear: '% a year',
    margin: 'Margin',
    model: 'Model',
    month: 'Month of',
    timing: 'Counted at',
    monthLengths: { year: '30.44 days (1/12 year)', weeks: '52/12 weeks', days: '30 days' },
    outliers: 'Large amounts',
    outlierWays: { kept: 'as they are', held: 'held at the 99th percentile' },
    timings: { end: 'period end', middle: 'period middle', start: 'period start' },
    models: { 'mbg-nbd': 'MBG/NBD', 'bg-nbd': 'BG/NBD', 'pareto-nbd': 'Pareto/NBD', nbd: 'NBD' }
  },
  zh: {
    months: '展望',
    monthsUnit: '个月',
    discount: '折现率',
    perYear: '% / 年',
    margin: '毛利率',
    model: '模型',
    month: '一个月按',
    timing: '计入时点',
    monthLengths: { year: '30.44 天（1/12 年）', weeks: '52/12 周', days: '30 天' },
    outliers: '大额',
    outlierWays: { kept: '照实计', held: '封顶在 99 分位' },
    timings: { end: '期末', middle: '期中', start: '期初' },
    models: { 'mbg-nbd': 'MBG/NBD', 'bg-nbd': 'BG/NBD', 'pareto-nbd': 'Pareto/NBD', nbd: 'NBD' }
  }
});
