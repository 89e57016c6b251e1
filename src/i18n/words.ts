import { defineWords } from './locale.ts';

/** Words that every part of the product uses, one spelling each. */
export const WORDS = defineWords({
  en: {
    product: 'Regulars',
    customers: 'customers',
    orders: 'orders',
    revenue: 'revenue',
    asOf: 'As of',
    all: 'all',
    none: 'none',
    unknown: 'not given',
    other: 'other',
    tooFew: 'too few to say',
    interval95: '95% interval',
    n: (count: string) => `n = ${count}`,
    dimensions: { channel: 'Channel', category: 'Category', region: 'Region', tier: 'Tier', shop: 'Shop' }
  },
  zh: {
    product: '回头客',
    customers: '客户数',
    orders: '订单数',
    revenue: '销售额',
    asOf: '截至',
    all: '全部',
    none: '无',
    unknown: '未填写',
    other: '其他',
    tooFew: '样本太少，暂不下结论',
    interval95: '95% 置信区间',
    n: (count: string) => `n = ${count}`,
    dimensions: { channel: '渠道', category: '品类', region: '地区', tier: '会员等级', shop: '店铺' }
  }
});
