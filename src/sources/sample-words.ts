import type { Locale } from '../i18n/locale.ts';

/** The words in a sample shop's file. Its shops are invented; there is nobody's data in it. */
export interface SampleWords {
  readonly file: string;
  readonly headers: readonly string[];
  /** Paid, not paid, cancelled, refunded, refunded in part. */
  readonly statuses: readonly string[];
  readonly categories: readonly string[];
  readonly channels: readonly string[];
  readonly regions: readonly string[];
  readonly tiers: readonly string[];
  readonly shops: readonly string[];
}

export const SAMPLE_WORDS: Readonly<Record<Locale, SampleWords>> = {
  en: {
    file: 'Sample shop orders.csv',
    headers: [
      'Order ID',
      'Customer ID',
      'Order time',
      'Payment time',
      'Order status',
      'Gross amount',
      'Discount amount',
      'Amount paid (GBP)',
      'Refund amount',
      'Quantity',
      'Category',
      'Channel',
      'Region',
      'Member tier',
      'Shop'
    ],
    statuses: ['Completed', 'Pending payment', 'Cancelled', 'Refunded', 'Partially refunded'],
    categories: ['Coffee beans', 'Tea', 'Snacks', 'Kitchenware', 'Home', 'Gifts'],
    channels: ['Online store', 'Mini program', 'High-street shop', 'Live stream', 'Search ads'],
    regions: ['North', 'North East', 'North West', 'Midlands', 'East', 'London', 'South East', 'South West', 'Wales', 'Scotland'],
    tiers: ['Standard', 'Silver', 'Gold', 'Platinum'],
    shops: ['Maple Lane Online', 'Maple Lane High Street']
  },
  zh: {
    file: '示例店铺订单.csv',
    headers: [
      '订单编号',
      '会员编号',
      '下单时间',
      '付款时间',
      '订单状态',
      '商品总价',
      '优惠金额',
      '实付金额(元)',
      '退款金额',
      '购买数量',
      '品类',
      '渠道',
      '省份',
      '会员等级',
      '店铺'
    ],
    statuses: ['交易成功', '等待买家付款', '交易关闭', '退款成功', '部分退款'],
    categories: ['咖啡', '茶叶', '零食', '厨具', '家居', '礼盒'],
    channels: ['天猫旗舰店', '微信小程序', '线下门店', '直播间', '搜索广告'],
    regions: ['广东', '浙江', '江苏', '上海', '北京', '四川', '山东', '湖北', '福建', '河南'],
    tiers: ['普通会员', '银卡', '金卡', '黑卡'],
    shops: ['枫巷官方店', '枫巷门店']
  }
};
