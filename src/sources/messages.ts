import type { Format } from '../i18n/format.ts';
import { defineWords, type Locale } from '../i18n/locale.ts';
import type { Role } from './mapping.ts';
import { READING_NOTES } from './cleaning-messages.ts';
import { partsOf, type NoteParts, type NoteWords } from './note-parts.ts';
import type { Note } from './source.ts';
import type { Subject } from './subject.ts';

type P = NoteParts;

const NOTES = defineWords({
  en: {
    // What was found in a column.
    'not-used': () => 'not used',
    'left-out': () => 'personal, left out',
    empty: (p: P) => `${p.integer('rows')} empty`,
    'none-empty': () => 'none empty',
    'all-empty': () => 'all empty',
    different: (p: P) => `${p.integer('distinct')} different`,
    'all-different': () => 'all different',
    repeated: (p: P) => `${p.integer('rows')} repeated`,
    unwrapped: (p: P) => `wrapping removed from ${p.integer('rows')}`,
    'unwrapped-formula': (p: P) => `formula wrapping removed from ${p.integer('rows')}`,
    'unwrapped-quote': (p: P) => `apostrophe or quotes removed from ${p.integer('rows')}`,
    'unwrapped-wide': (p: P) => `full-width digits made plain in ${p.integer('rows')}`,
    'unwrapped-blank': (p: P) => `tabs or blanks removed from ${p.integer('rows')}`,
    'id-cut': (p: P) => `${p.integer('rows')} cut short by a spreadsheet (1.93E+15): export again as text`,
    span: (p: P) => (p.month('from') === p.month('to') ? `${p.date('from')} to ${p.date('to')}` : `${p.month('from')} to ${p.month('to')}`),
    'unreadable-dates': (p: P) => `${p.integer('rows')} not a date`,
    'unreadable-amounts': (p: P) => `${p.integer('rows')} not a number`,
    'day-first': () => 'read as day/month/year',
    'month-first': () => 'read as month/day/year',
    'decimal-comma': () => 'comma read as the decimal sign',
    median: (p: P) => `${p.text('currency') === '' ? '' : `${p.text('currency')}, `}median ${p.amount('median')}`,
    'median-about': (p: P) => `${p.text('currency') === '' ? '' : `${p.text('currency')}, `}median about ${p.amount('median')}`,
    'median-filled': (p: P) =>
      `${p.text('currency') === '' ? '' : `${p.text('currency')}, `}median ${p.amount('median')} where it is not zero`,
    'median-filled-about': (p: P) =>
      `${p.text('currency') === '' ? '' : `${p.text('currency')}, `}median about ${p.amount('median')} where it is not zero`,
    'up-to': (p: P) => `up to ${p.integer('highest')}`,
    zero: (p: P) => `${p.integer('rows')} zero`,
    'not-zero': (p: P) => `${p.integer('rows')} not zero`,
    negative: (p: P) => `${p.integer('rows')} negative`,
    'mean-score': (p: P) => `mean ${p.amount('mean')}, from ${p.integer('lowest')} to ${p.integer('highest')}`,
    'impossible-scores': (p: P) => `${p.integer('rows')} impossible`,
    'unreadable-scores': (p: P) => `${p.integer('rows')} not a score`,
    'median-hours': (p: P) => `median ${p.amount('median')} hours`,
    masked: (p: P) => `${p.integer('rows')} masked or cut: they match nobody`,
    'status-paid': (p: P) => `counts ${p.text('value')} only`,
    'status-paid-several': (p: P) => `${p.integer('count')} values count as paid`,
    'status-none-paid': () => 'no value counts as paid',
    'status-refunded': (p: P) => `takes “${p.text('value')}” as refunded`,
    'status-refunded-several': (p: P) => `${p.integer('count')} values count as refunded`,
    'status-none-refunded': () => 'nothing refunded',
    // The identity gate.
    'key-sound': (p: P) => `tells ${p.integer('distinct')} customers apart`,
    'key-empty': () => 'names nobody',
    'key-masked': (p: P) => `${p.percent('share')} are masked: different people would look like one`,
    'key-some-masked': (p: P) => `${p.integer('rows')} masked`,
    'key-cut': (p: P) => `${p.integer('rows')} cut short by a spreadsheet (1.93E+15): different customers may look like one`,
    'key-constant': (p: P) => `only ${p.integer('distinct')} different: not a customer's key`,
    'key-all-different': () => 'different on every row: an order number, or nobody came back',
    'key-recipient': () => 'a contact, mostly of who gets the parcel: need not be the buyer',
    'key-name': () => 'a name: two people may share it',
    'key-mostly-nobody': (p: P) => `${p.percent('share')} of the rows name nobody`,
    'key-top': (p: P) => `one key has ${p.percent('share')} of the rows: taken for nobody (a till, a store's phone)`,
    'key-nobody': (p: P) => `${p.integer('rows')} rows name nobody`
  },
  zh: {
    'not-used': () => '未使用',
    'left-out': () => '个人信息，未读入',
    empty: (p: P) => `${p.integer('rows')} 个为空`,
    'none-empty': () => '没有空值',
    'all-empty': () => '全部为空',
    different: (p: P) => `${p.integer('distinct')} 个不同的值`,
    'all-different': () => '没有重复',
    repeated: (p: P) => `${p.integer('rows')} 行重复`,
    unwrapped: (p: P) => `${p.integer('rows')} 个已去掉外壳`,
    'unwrapped-formula': (p: P) => `${p.integer('rows')} 个已去掉公式外壳`,
    'unwrapped-quote': (p: P) => `${p.integer('rows')} 个已去掉撇号或引号`,
    'unwrapped-wide': (p: P) => `${p.integer('rows')} 个全角数字已转成半角`,
    'unwrapped-blank': (p: P) => `${p.integer('rows')} 个已去掉制表符或空格`,
    'id-cut': (p: P) => `${p.integer('rows')} 个被表格软件截断（1.93E+15），请按文本格式重新导出`,
    span: (p: P) => (p.month('from') === p.month('to') ? `${p.date('from')} 至 ${p.date('to')}` : `${p.month('from')} 至 ${p.month('to')}`),
    'unreadable-dates': (p: P) => `${p.integer('rows')} 个不是日期`,
    'unreadable-amounts': (p: P) => `${p.integer('rows')} 个不是数字`,
    'day-first': () => '按“日/月/年”读取',
    'month-first': () => '按“月/日/年”读取',
    'decimal-comma': () => '逗号按小数点读取',
    median: (p: P) => `${p.text('currency') === '' ? '' : `${p.text('currency')}，`}中位数 ${p.amount('median')}`,
    'median-about': (p: P) => `${p.text('currency') === '' ? '' : `${p.text('currency')}，`}中位数约 ${p.amount('median')}`,
    'median-filled': (p: P) => `${p.text('currency') === '' ? '' : `${p.text('currency')}，`}不为零的中位数 ${p.amount('median')}`,
    'median-filled-about': (p: P) => `${p.text('currency') === '' ? '' : `${p.text('currency')}，`}不为零的中位数约 ${p.amount('median')}`,
    'up-to': (p: P) => `最多 ${p.integer('highest')}`,
    zero: (p: P) => `${p.integer('rows')} 个为零`,
    'not-zero': (p: P) => `${p.integer('rows')} 个不为零`,
    negative: (p: P) => `${p.integer('rows')} 个为负`,
    'mean-score': (p: P) => `均分 ${p.amount('mean')}，最低 ${p.integer('lowest')}，最高 ${p.integer('highest')}`,
    'impossible-scores': (p: P) => `${p.integer('rows')} 个超出范围`,
    'unreadable-scores': (p: P) => `${p.integer('rows')} 个不是分数`,
    'median-hours': (p: P) => `中位数 ${p.amount('median')} 小时`,
    masked: (p: P) => `${p.integer('rows')} 个已脱敏或被截断，无法匹配`,
    'status-paid': (p: P) => `只计“${p.text('value')}”`,
    'status-paid-several': (p: P) => `${p.integer('count')} 种状态算已付款`,
    'status-none-paid': () => '没有一种状态算已付款',
    'status-refunded': (p: P) => `“${p.text('value')}”算已退款`,
    'status-refunded-several': (p: P) => `${p.integer('count')} 种状态算已退款`,
    'status-none-refunded': () => '没有退款',
    'key-sound': (p: P) => `可区分 ${p.integer('distinct')} 位客户`,
    'key-empty': () => '认不出任何人',
    'key-masked': (p: P) => `${p.percent('share')} 已脱敏，不同的人会被当成一个`,
    'key-some-masked': (p: P) => `${p.integer('rows')} 个已脱敏`,
    'key-cut': (p: P) => `${p.integer('rows')} 个被表格软件截断（1.93E+15），不同的客户会被当成一个`,
    'key-constant': (p: P) => `只有 ${p.integer('distinct')} 个不同的值，不是客户标识`,
    'key-all-different': () => '每行都不同：可能是订单号，或者没有人复购',
    'key-recipient': () => '是联系方式，多为收件人的，未必是买家本人',
    'key-name': () => '是姓名，可能重名',
    'key-mostly-nobody': (p: P) => `${p.percent('share')} 的行没有客户`,
    'key-top': (p: P) => `一个值占 ${p.percent('share')} 的行，按“无客户”处理（可能是收银台或门店电话）`,
    'key-nobody': (p: P) => `${p.integer('rows')} 行没有客户`
  }
});

const ROLES = defineWords({
  en: {
    customer: 'Customer',
    order_id: 'Order number',
    line_id: 'Order line number',
    order_time: 'Order time',
    order_clock: 'Time of day',
    pay_time: 'Payment time',
    amount: 'Amount paid',
    gross: 'Amount before discount',
    discount: 'Discount',
    refund: 'Refund',
    refund_status: 'Refund status',
    status: 'Status',
    row_kind: 'Payment or refund',
    quantity: 'Quantity',
    unit_price: 'Unit price',
    product: 'Product',
    sku: 'Product code',
    category: 'Category',
    channel: 'Channel',
    shop: 'Shop',
    region: 'Region',
    tier: 'Tier',
    currency: 'Currency',
    phone: 'Phone',
    email: 'E-mail',
    member_since: 'Member since',
    birthday: 'Birthday',
    gender: 'Gender',
    tags: 'Tags',
    consent: 'Consent to messages',
    owner: 'Looked after by',
    company: 'Company',
    points: 'Points',
    event_time: 'Time of the event',
    event_name: 'Event',
    survey_time: 'Time of the answer',
    nps: 'Would recommend (0–10)',
    csat: 'Satisfaction',
    comment: 'Comment',
    ticket_id: 'Ticket number',
    ticket_type: 'Kind of ticket',
    ticket_open: 'Ticket opened',
    first_reply: 'First reply',
    resolved: 'Resolved',
    campaign: 'Campaign',
    group: 'Group (treated or hold-out)',
    sent_time: 'Time sent',
    cost: 'Cost',
    response: 'Response'
  },
  zh: {
    customer: '客户',
    order_id: '订单号',
    line_id: '订单行号',
    order_time: '下单时间',
    order_clock: '时刻',
    pay_time: '付款时间',
    amount: '实付金额',
    gross: '优惠前金额',
    discount: '优惠金额',
    refund: '退款金额',
    refund_status: '退款状态',
    status: '订单状态',
    row_kind: '付款或退款',
    quantity: '数量',
    unit_price: '单价',
    product: '商品',
    sku: '商品编码',
    category: '品类',
    channel: '渠道',
    shop: '店铺',
    region: '地区',
    tier: '会员等级',
    currency: '币种',
    phone: '手机号',
    email: '邮箱',
    member_since: '入会时间',
    birthday: '生日',
    gender: '性别',
    tags: '标签',
    consent: '是否同意接收消息',
    owner: '跟进人',
    company: '企业',
    points: '积分',
    event_time: '行为时间',
    event_name: '行为',
    survey_time: '答卷时间',
    nps: '推荐意愿（0–10 分）',
    csat: '满意度',
    comment: '评价内容',
    ticket_id: '工单号',
    ticket_type: '工单类型',
    ticket_open: '工单创建时间',
    first_reply: '首次响应',
    resolved: '解决时间',
    campaign: '活动',
    group: '分组（触达组或对照组）',
    sent_time: '发送时间',
    cost: '成本',
    response: '是否响应'
  }
});

/** What the rows of a file are, as in "this file holds …". */
const SUBJECTS = defineWords({
  en: {
    orders: 'Orders',
    returns: 'Refunds and returns',
    members: 'Members or customers',
    events: 'Events (visits, logins, likes …)',
    feedback: 'Feedback (surveys, reviews, tickets)',
    touches: 'Campaign messages',
    products: 'Products'
  },
  zh: {
    orders: '订单',
    returns: '退款售后',
    members: '会员或客户名单',
    events: '行为记录（访问、登录、点赞等）',
    feedback: '客户反馈（问卷、评价、工单）',
    touches: '营销触达记录',
    products: '商品资料'
  }
});

/** Names that follow "Set aside:". */
const REASONS = defineWords({
  en: {
    duplicate: 'duplicates',
    'refund-row': 'refund rows, taken off their orders',
    'other-currency': 'other currency',
    cancelled: 'cancelled or closed orders',
    unpaid: 'not paid',
    'missing-date': 'no date',
    'unreadable-date': 'date could not be read',
    'unreadable-amount': 'amount could not be read',
    refunded: 'fully refunded',
    negative: 'negative amount',
    zero: 'amount of zero',
    outlier: 'unusual amount, set aside by a repair',
    overlap: 'also in a later file',
    'not-orders': 'not an order file',
    'missing-customer': 'nobody named',
    'missing-product': 'no product named',
    'impossible-score': 'impossible score',
    'unreadable-score': 'score could not be read',
    'no-answer': 'nothing answered',
    'needs-missing': 'a column that is needed is missing',
    title: 'title rows above the header',
    description: 'row that explains the header',
    'repeated-header': 'repeated headers',
    total: 'total rows',
    footer: 'rows below the table',
    blank: 'blank rows',
    padding: 'rows of commas only',
    malformed: 'could not be cut into columns',
    'not-sampled': 'customers outside the sample'
  },
  zh: {
    duplicate: '重复',
    'refund-row': '退款行（已从对应订单扣除）',
    'other-currency': '其他币种',
    cancelled: '已取消或已关闭',
    unpaid: '未付款',
    'missing-date': '没有日期',
    'unreadable-date': '日期读不出',
    'unreadable-amount': '金额读不出',
    refunded: '全额退款',
    negative: '金额为负',
    zero: '金额为零',
    outlier: '金额异常（按修复规则搁置）',
    overlap: '较新的文件里也有',
    'not-orders': '不是订单文件',
    'missing-customer': '没有客户',
    'missing-product': '没有商品',
    'impossible-score': '分数超出范围',
    'unreadable-score': '分数读不出',
    'no-answer': '没有作答',
    'needs-missing': '缺少必需的列',
    title: '表头上方的标题行',
    description: '表头的说明行',
    'repeated-header': '重复的表头',
    total: '合计行',
    footer: '表格下方的行',
    blank: '空行',
    padding: '只有逗号的行',
    malformed: '无法分列',
    'not-sampled': '不在样本里的客户'
  }
});

const FAMILIES = defineWords({
  en: {
    taobao: 'Taobao / Tmall',
    'taobao-items': 'Taobao / Tmall item',
    jd: 'JD.com',
    pinduoduo: 'Pinduoduo',
    doudian: 'Douyin (抖店)',
    xiaohongshu: 'Xiaohongshu',
    youzan: 'Youzan',
    shopify: 'Shopify',
    woocommerce: 'WooCommerce',
    'woocommerce-analytics': 'WooCommerce',
    'woocommerce-orders': 'WooCommerce',
    stripe: 'Stripe',
    square: 'Square',
    magento: 'Adobe Commerce (Magento)',
    bigcommerce: 'BigCommerce',
    ebay: 'eBay',
    amazon: 'Amazon',
    tiktok: 'TikTok Shop',
    wecom: 'WeCom (企业微信) customer',
    hubspot: 'HubSpot contacts',
    'shopify-customers': 'Shopify customers',
    wenjuanxing: 'Wenjuanxing (问卷星)',
    surveymonkey: 'SurveyMonkey',
    typeform: 'Typeform',
    freshdesk: 'Freshdesk tickets'
  },
  zh: {
    taobao: '淘宝／天猫订单',
    'taobao-items': '淘宝／天猫宝贝明细',
    jd: '京东',
    pinduoduo: '拼多多',
    doudian: '抖店',
    xiaohongshu: '小红书',
    youzan: '有赞',
    shopify: 'Shopify',
    woocommerce: 'WooCommerce',
    'woocommerce-analytics': 'WooCommerce',
    'woocommerce-orders': 'WooCommerce',
    stripe: 'Stripe',
    square: 'Square',
    magento: 'Adobe Commerce（Magento）',
    bigcommerce: 'BigCommerce',
    ebay: 'eBay',
    amazon: '亚马逊',
    tiktok: 'TikTok Shop',
    wecom: '企业微信客户列表',
    hubspot: 'HubSpot 联系人',
    'shopify-customers': 'Shopify 客户',
    wenjuanxing: '问卷星',
    surveymonkey: 'SurveyMonkey',
    typeform: 'Typeform',
    freshdesk: 'Freshdesk 工单'
  }
});

/** A note in words, its numbers formatted. Throws on a code without words. */
export function noteText(note: Note, locale: Locale, format: Format): string {
  const words: NoteWords = { ...NOTES[locale], ...READING_NOTES[locale] };
  const say = words[note.code];
  if (!say) throw new TypeError(`no words for the note ${note.code}`);
  return say(partsOf(note, format));
}

/** The name of a role, as in "We need". */
export function roleText(role: Role, locale: Locale): string {
  return ROLES[locale][role];
}

/** The name of what a file's rows are about, as an entry of a choice. */
export function subjectText(subject: Subject, locale: Locale): string {
  return SUBJECTS[locale][subject];
}

/** Why rows were set aside, as it follows "Set aside:"; an unknown reason is shown as its id. */
export function reasonText(reason: string, locale: Locale): string {
  const words: Readonly<Record<string, string>> = REASONS[locale];
  return words[reason] ?? reason;
}

/** The name of a recognised export, as in "a … export". */
export function familyText(family: string, locale: Locale): string {
  const words: Readonly<Record<string, string>> = FAMILIES[locale];
  return words[family] ?? family;
}
