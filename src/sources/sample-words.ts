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
  readonly members: SideWords;
  readonly survey: SideWords & {
    /** What is written at 0 to 6, at 7 and 8, and at 9 and 10. */
    readonly comments: readonly (readonly string[])[];
  };
  readonly tickets: SideWords & { readonly types: readonly string[]; readonly open: string; readonly closed: string };
  readonly campaign: SideWords & {
    readonly name: string;
    readonly channel: string;
    readonly treatment: string;
    readonly control: string;
  };
  readonly yes: string;
  readonly no: string;
}

/** A file beside the orders. */
interface SideWords {
  readonly file: string;
  readonly headers: readonly string[];
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
    shops: ['Maple Lane Online', 'Maple Lane High Street'],
    members: { file: 'Sample shop members.csv', headers: ['Customer ID', 'Member since', 'Accepts marketing', 'Points balance'] },
    survey: {
      file: 'Sample shop survey.csv',
      headers: ['Customer ID', 'Submitted at', 'NPS score', 'Satisfaction', 'Comment'],
      comments: [
        ['Parcel took far too long.', 'The box was damaged.', 'Not what the picture showed.', 'Nobody answered my question.'],
        ['Good, but a little expensive.', 'Fine overall.', 'Delivery could be quicker.'],
        ['Lovely as always.', 'Quick delivery and beautifully packed.', 'My favourite beans.', 'Will order again.']
      ]
    },
    tickets: {
      file: 'Sample shop tickets.csv',
      headers: ['Ticket ID', 'Customer ID', 'Issue type', 'Opened at', 'First reply at', 'Resolved at', 'Ticket status'],
      types: ['Late delivery', 'Damaged goods', 'Refund', 'Wrong item', 'Service'],
      open: 'Open',
      closed: 'Resolved'
    },
    campaign: {
      file: 'Sample shop campaign.csv',
      headers: ['Customer ID', 'Campaign name', 'Test group', 'Sent at', 'Channel', 'Cost per send', 'Converted'],
      name: 'Autumn voucher',
      channel: 'Text message',
      treatment: 'Treatment',
      control: 'Control'
    },
    yes: 'Yes',
    no: 'No'
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
    shops: ['枫巷官方店', '枫巷门店'],
    members: { file: '示例店铺会员.csv', headers: ['会员编号', '入会日期', '是否同意接收短信', '可用积分'] },
    survey: {
      file: '示例店铺问卷.csv',
      headers: ['会员编号', '提交时间', 'NPS评分', '满意度', '评价内容'],
      comments: [
        ['快递太慢了。', '收到时盒子压坏了。', '和图片不一样。', '客服一直没有回复。'],
        ['不错，就是有点贵。', '整体还可以。', '配送能再快一点就好了。'],
        ['一如既往的好。', '发货快，包装用心。', '最喜欢的一款豆子。', '会继续回购。']
      ]
    },
    tickets: {
      file: '示例店铺工单.csv',
      headers: ['工单编号', '会员编号', '问题类型', '创建时间', '首次回复时间', '解决时间', '工单状态'],
      types: ['物流延误', '商品破损', '退款', '发错货', '服务态度'],
      open: '处理中',
      closed: '已解决'
    },
    campaign: {
      file: '示例店铺活动.csv',
      headers: ['会员编号', '活动名称', '实验分组', '发送时间', '触达渠道', '发送成本', '是否转化'],
      name: '金秋回馈券',
      channel: '短信',
      treatment: '实验组',
      control: '对照组'
    },
    yes: '是',
    no: '否'
  }
};
