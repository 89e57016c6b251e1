import { defineWords } from '../../i18n/locale.ts';

/** What segments are called, and what is usually done for them. */
export const SEGMENTS = defineWords({
  en: {
    names: {
      '111': 'Key value',
      '101': 'Key growth',
      '011': 'Key to keep',
      '001': 'Key to win back',
      '110': 'General value',
      '100': 'General growth',
      '010': 'General to keep',
      '000': 'General to win back',
      champions: 'Champions',
      loyal: 'Loyal customers',
      'potential-loyalists': 'Potential loyalists',
      new: 'New customers',
      promising: 'Promising',
      'need-attention': 'Need attention',
      'about-to-sleep': 'About to sleep',
      'at-risk': 'At risk',
      'cant-lose': 'Can’t lose',
      hibernating: 'Hibernating',
      lost: 'Lost',
      others: 'Others',
      'active-high': 'Active, high value',
      'active-low': 'Active, low value',
      'quiet-high': 'Quiet, high value',
      'quiet-low': 'Quiet, low value',
      none: 'Not a customer yet'
    },
    plays: {
      '111': 'Thank them, early access, no discount needed',
      '101': 'Bring the second and third order closer: a set, a refill reminder',
      '011': 'Call or write in person before the habit is gone',
      '001': 'One strong win-back offer, then let go',
      '110': 'Raise the basket: bundles, free shipping from a sum',
      '100': 'Welcome series, show the range',
      '010': 'A light reminder by a cheap channel',
      '000': 'Leave out of paid campaigns',
      champions: 'Thank them, early access, ask for referrals',
      loyal: 'Tier benefits, related products',
      'potential-loyalists': 'Bring the next order closer: refill reminder, membership',
      new: 'Welcome series, help with the first use',
      promising: 'A reason to come back within the month',
      'need-attention': 'A limited offer on what they bought before',
      'about-to-sleep': 'Remind them by a cheap channel, show what is new',
      'at-risk': 'Win-back call or offer within 14 days',
      'cant-lose': 'Personal contact by someone they know',
      hibernating: 'One seasonal message, no discount spiral',
      lost: 'Leave out of paid campaigns',
      others: 'Look at them one by one: no rule fits them',
      'active-high': 'Thank them, early access, no discount needed',
      'active-low': 'Raise the basket: bundles, free shipping from a sum',
      'quiet-high': 'Win-back call or offer within 14 days',
      'quiet-low': 'One seasonal message by a cheap channel'
    },
    templates: { cn8: 'Chinese 8', west11: 'Western 11', r10: 'R rfm 10', activity: 'Activity × value' },
    scores: { quantile: 'Quintiles', rank: 'Average ranks', rrfm: 'R package', own: 'Own thresholds' },
    splits: { mean: 'Mean score', 'value-mean': 'Mean', median: 'Median', own: 'Own' },
    frequencies: { purchases: 'Purchase days', orders: 'Orders' },
    monetaries: { sum: 'Total', mean: 'Per purchase' },
    template: 'Template',
    score: 'Scores by',
    split: 'High or low against',
    frequency: 'Frequency counts',
    monetary: 'Monetary is'
  },
  zh: {
    names: {
      '111': '重要价值客户',
      '101': '重要发展客户',
      '011': '重要保持客户',
      '001': '重要挽留客户',
      '110': '一般价值客户',
      '100': '一般发展客户',
      '010': '一般保持客户',
      '000': '一般挽留客户',
      champions: '冠军客户',
      loyal: '忠诚客户',
      'potential-loyalists': '潜力忠诚客户',
      new: '新客户',
      promising: '有望客户',
      'need-attention': '需要关注',
      'about-to-sleep': '即将沉睡',
      'at-risk': '流失风险',
      'cant-lose': '不能失去',
      hibernating: '沉睡客户',
      lost: '已流失',
      others: '其他',
      'active-high': '高价值活跃',
      'active-low': '低价值活跃',
      'quiet-high': '高价值沉寂',
      'quiet-low': '低价值沉寂',
      none: '当时还不是客户'
    },
    plays: {
      '111': '感谢与优先权益，不必打折',
      '101': '促成第二、三单：套装、补货提醒',
      '011': '趁习惯还在，尽快一对一沟通',
      '001': '一次有力的召回优惠，无效就放手',
      '110': '提高客单价：组合装、满额包邮',
      '100': '新客培育，多展示品类',
      '010': '用低成本渠道轻提醒',
      '000': '不再投入付费触达',
      champions: '感谢与优先权益，邀请转介绍',
      loyal: '等级权益，推荐关联商品',
      'potential-loyalists': '促成下一单：补货提醒、邀请入会',
      new: '新客欢迎，帮助用好第一单',
      promising: '一个月内给一个再来的理由',
      'need-attention': '针对买过的品类给限时优惠',
      'about-to-sleep': '低成本渠道提醒，推新品',
      'at-risk': '14 天内电话或优惠召回',
      'cant-lose': '由熟悉的客服一对一联系',
      hibernating: '应季触达一次，不陷入打折循环',
      lost: '不再投入付费触达',
      others: '没有规则适用，逐个查看',
      'active-high': '感谢与优先权益，不必打折',
      'active-low': '提高客单价：组合装、满额包邮',
      'quiet-high': '14 天内电话或优惠召回',
      'quiet-low': '用低成本渠道应季触达一次'
    },
    templates: { cn8: '中国八分类', west11: '西方十一类', r10: 'R rfm 十类', activity: '活跃 × 价值' },
    scores: { quantile: '五等分', rank: '平均秩', rrfm: 'R 包规则', own: '自定阈值' },
    splits: { mean: '得分均值', 'value-mean': '均值', median: '中位数', own: '自定' },
    frequencies: { purchases: '购买天数', orders: '订单数' },
    monetaries: { sum: '累计', mean: '次均' },
    template: '分层模板',
    score: '打分方式',
    split: '高低分界',
    frequency: '频次按',
    monetary: '金额按'
  }
});

/** The name of a segment as the SQL gives it. */
export function segmentName(segment: string, locale: keyof typeof SEGMENTS): string {
  const names: Readonly<Record<string, string>> = SEGMENTS[locale].names;
  return names[segment] ?? segment;
}

/** What is usually done for a segment, in one line. */
export function segmentPlay(segment: string, locale: keyof typeof SEGMENTS): string {
  const plays: Readonly<Record<string, string>> = SEGMENTS[locale].plays;
  return plays[segment] ?? '';
}
