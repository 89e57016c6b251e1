import { looseHeader, normaliseHeader } from './header.ts';
import type { PersonalKind, Role } from './mapping.ts';

/** Headers of plain files, whole, compared without blanks, underscores and units; best first within a role. */
// prettier-ignore
const ALIASES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  customer: [
    'customer id', 'cust id', 'customer no', 'customer number', 'customer code', 'customer key', 'member id', 'member no', 'member number', 'membership number', 'loyalty id',
    'card no', 'user id', 'uid', 'buyer id', 'client id', 'account id', 'household id', 'household key', 'shopper id', 'external userid', 'customer unique id', 'openid', 'unionid',
    '会员号', '会员编号', '会员id', '会员卡号', '会员码', '会员代码', '客户id', '客户编号', '客户号', '客户代码', '客户编码', '用户id', '用户编号', '用户号', '买家id', '顾客id', '顾客编号', '消费者id',
    '买家会员名', '会员名', '会员账号', '会员帐号', '买家账号', '买家帐号', '下单帐号', '下单账号', '用户账号', '买家旺旺', '旺旺号', '旺旺名', '买家昵称', '会员昵称', '用户昵称', '客户昵称',
    'buyer username', 'username', 'user name', 'login', 'nickname', 'customer', 'member', 'user', 'buyer', 'client', '客户', '会员', '用户', '顾客', '买家', '昵称',
    'customer email', 'buyer email', 'billing email', 'user email', 'member email', 'email', 'e-mail', 'email address', '买家邮箱', '会员邮箱', '客户邮箱', '用户邮箱', '邮箱', '电子邮箱',
    '买家手机号', '买家手机', '会员手机号', '会员手机', '客户手机号', '客户手机', '用户手机号', '用户手机', 'customer phone', 'buyer phone', 'member phone', 'mobile', 'mobile number', 'phone', 'phone number', '手机号', '手机号码', '手机',
    // A name is the last resort: two people may share it.
    '客户名称', '客户姓名', '会员姓名', '顾客姓名', '买家姓名', '用户姓名', 'customer name', 'client name', 'member name', 'buyer name', '姓名', 'name'
  ],
  order_id: [
    'order id', 'order no', 'order number', 'order num', 'order code', 'order key', 'order', 'order sn', 'invoice no', 'invoice', 'invoice id', 'invoice number', 'transaction id',
    'transaction no', 'trans id', 'receipt id', 'receipt no', 'receipt number', 'basket id', 'bill no', 'check number', 'sale id', 'ticket no',
    '订单编号', '订单号', '订单id', '订单号码', '主订单编号', '主订单号', '交易编号', '交易号', '交易单号', '销售单号', '小票号', '小票编号', '单据号', '单据编号', '单号', '流水号'
  ],
  line_id: ['line id', 'order line id', 'order item id', 'line item id', '子订单编号', '子订单号', '子订单id', '明细编号', '行号'],
  order_time: [
    'order time', 'order date', 'order datetime', 'order timestamp', 'ordered at', 'order created at', 'order purchase timestamp', 'purchase date', 'purchase time', 'purchased at', 'transaction date',
    'transaction time', 'trans date', 'invoice date', 'sale date', 'sales date', 'created at', 'created time', 'create time', 'creation date', 'created', 'created on', 'bought at', 'visit date', 'datetime',
    'date time', 'timestamp', 'date', 'day', 'time', 'dt',
    '下单时间', '下单日期', '订单创建时间', '订单时间', '订单日期', '订单提交时间', '创建时间', '创建日期', '成交时间', '成交日期', '交易时间', '交易日期', '购买时间', '购买日期', '消费时间', '消费日期', '销售日期', '销售时间',
    '订购时间', '提交时间', '日期', '时间'
  ],
  order_clock: ['order clock', '下单时刻'],
  pay_time: [
    'pay time', 'pay date', 'paid at', 'paid time', 'paid date', 'paid on', 'payment time', 'payment date', '付款时间', '付款日期', '支付时间', '支付日期', '订单付款时间', '订单支付时间', '买家付款时间', '付款确认时间',
    '支付完成时间', '付款完成时间'
  ],
  amount: [
    'amount paid', 'paid amount', 'total paid', 'net amount', 'net revenue', 'net sales', 'net total', 'amount', 'order amount', 'order total', 'total amount', 'order value', 'order revenue', 'sales amount',
    'transaction amount', 'purchase amount', 'purchase value', 'invoice amount', 'invoice total', 'bill amount', 'amount spent', 'total spent', 'money spent', 'spent', 'payment amount', 'payment value', 'payment', 'revenue', 'sales', 'sales value', 'total price', 'total sales', 'grand total', 'total', 'spend', 'amt', 'value', 'monetary',
    '实付金额', '实付', '实付款', '买家实际支付金额', '买家实付金额', '订单实付金额', '实际支付金额', '实际付款', '用户实付金额', '支付金额', '付款金额', '实收金额', '实收', '成交金额', '交易金额', '消费金额', '销售金额', '销售额', '应付金额',
    '订单应付金额', '订单金额', '购买金额', '总金额', '金额', '总价'
  ],
  gross: ['gross', 'gross amount', 'gross sales', 'gross revenue', 'list amount', 'subtotal', 'original amount', '应付货款', '买家应付货款', '商品总价', '商品金额', '商品总金额', '原价', '原始金额', '应收金额', '标价金额', '吊牌金额'],
  discount: ['discount', 'discount amount', 'total discount', 'discounts', 'coupon amount', 'coupon discount', '优惠金额', '优惠', '折扣金额', '折扣额', '优惠折扣', '店铺优惠', '满减金额', '优惠券金额'],
  refund: ['refund', 'refund amount', 'refunded amount', 'amount refunded', 'refunded', 'total refund', 'refunds', '退款金额', '退款', '已退款金额', '退货金额', '退款总额'],
  refund_status: ['refund status', 'return status', 'after sales status', '退款状态', '售后状态', '退货状态'],
  status: ['status', 'order status', 'order state', 'state of order', 'payment status', 'financial status', 'transaction status', '订单状态', '状态', '交易状态', '支付状态', '付款状态'],
  row_kind: ['event type', 'transaction type', 'record type', '交易类型', '单据类型'],
  quantity: ['quantity', 'qty', 'item quantity', 'items', 'item count', 'num items', 'units', 'pieces', 'cds', '数量', '购买数量', '商品数量', '宝贝总数量', '订购数量', '销售数量', '件数', '总数量', '商品件数'],
  unit_price: ['unit price', 'price', 'item price', 'price each', 'price per unit', '单价', '商品单价', '价格', '商品价格', '销售单价', '售价'],
  product: [
    'product', 'product name', 'product title', 'item', 'item name', 'item title', 'item description', 'description', 'goods', 'goods name', '商品', '商品名称', '商品标题', '宝贝标题', '产品', '产品名称', '品名', '货品名称', '商品名'
  ],
  sku: ['sku', 'stock code', 'product id', 'product code', 'item id', 'item code', 'item number', 'goods id', 'asin', 'barcode', '商品编码', '商品编号', '商品id', '货号', '商家编码', '产品编号', '产品id', '条码', 'sku编码'],
  category: ['category', 'product category', 'category name', 'product type', 'department', 'product line', 'sub category', '品类', '类目', '商品类目', '商品分类', '商品类别', '类别', '分类', '产品类别', '产品类型', '一级类目', '一级品类'],
  channel: [
    'channel', 'sales channel', 'source', 'order source', 'order channel', 'platform', 'utm source', 'traffic source', 'marketing channel', '渠道', '来源', '订单来源', '订单渠道', '销售渠道', '购买渠道', '来源渠道', '平台', '下单渠道', '下单平台'
  ],
  shop: ['shop', 'shop name', 'shop id', 'store', 'store name', 'store id', 'branch', 'outlet', 'location', '店铺', '店铺名称', '门店', '门店名称', '店铺id', '门店编号', '店名', '消费门店'],
  region: [
    'region', 'province', 'state', 'country', 'city', 'area', 'territory', 'market', 'customer state', 'ship country', 'shipping country', 'shipping province', 'shipping state', '省份', '省', '地区', '区域', '大区', '收货省份', '收货人省份', '所在省份', '城市',
    '收货城市', '国家', '所在地'
  ],
  tier: ['tier', 'level', 'member level', 'membership level', 'customer group', 'customer segment', 'customer type', 'loyalty tier', 'vip level', '会员等级', '等级', '客户等级', '会员级别', '客户类型', '用户等级', 'vip等级'],
  currency: ['currency', 'currency code', 'order currency', '币种', '货币', '币别']
};

/** Words inside a header; the first that matches decides. */
const WORDS: readonly (readonly [RegExp, Role | null])[] = [
  [
    /物流|快递|运单|运费|邮费|积分|postage|tracking|shipp|deliver|发货|收货时间|更新|修改|updated|modified|cancel|取消|关闭|birth|生日|注册|regist|signup|备注|留言|note|评价|rating|score|tax|税|fee|服务费|手续费|佣金|成本|cost|profit|利润|percent|占比|次数|count|^is[ _]|是否/,
    null
  ],
  [/(退款|售后|退货)状态|(refund|return)[ _-]?status/, 'refund_status'],
  [/退款(?!时间|日期|原因|编号|单号|单编号|类型|说明|方式|率|的?申请)|refund(?!.*(date|time|reason|at$|id$|number|type))/, 'refund'],
  [/(付款|支付)(完成|确认|成功)?(时间|日期)|(paid|pay|payment)[ _-]?(at|on|time|date)/, 'pay_time'],
  [
    /(下单|创建|成交|交易|购买|消费|订购|提交|销售|订单)(时间|日期)|(order|purchase|transaction|invoice|sale|sales|created?|checkout|trans)[ _-]?(date|time|at|on|day)|时间$|日期$|date$/,
    'order_time'
  ],
  [/子订单|明细(编)?号|line[ _-]?(item)?[ _-]?id/, 'line_id'],
  [/(订单|交易|小票|单据|销售单)(编号|号|id)|(order|invoice|transaction|receipt)[ _-]?(id|no|num|number|code)\b/, 'order_id'],
  [
    /(会员|客户|用户|买家|顾客)(id|编号|编码|号|账号|帐号|代码|昵称|名$)|\b(customer|cust|member|buyer|client|user)[ _-]?(id|no|number|code|key)\b/,
    'customer'
  ],
  [/优惠.*(额|元)|折扣.*(额|元)|discount/, 'discount'],
  [/sub ?total|小计/, 'gross'],
  [/单价|unit[ _-]?price|售价/, 'unit_price'],
  [/实付|实际支付|实收|支付金额|付款金额|(成交|消费|交易|销售|订单|购买)(总)?(金)?额|应付金额|amount|revenue|金额/, 'amount'],
  [/状态|status/, 'status'],
  [/数量|件数|quantity|\bqty\b/, 'quantity'],
  [/类目|品类|(商品|产品)(分类|类别|类型)|category/, 'category'],
  [/(商品|宝贝|产品)(名称|标题|名)|(product|item)[ _-]?(name|title)/, 'product'],
  [/渠道|channel/, 'channel'],
  [/店铺|门店|\b(store|shop)\b/, 'shop'],
  [/省份|省$|地区|province|region|country/, 'region'],
  [/等级|级别|\btier\b/, 'tier'],
  [/币种|currency/, 'currency']
];

const PLACES: ReadonlyMap<string, { readonly role: Role; readonly place: number }> = new Map(
  (Object.entries(ALIASES) as [Role, readonly string[]][]).flatMap(([role, headers]) =>
    headers.map((header, place) => [looseHeader(header), { role, place }] as const)
  )
);

/** The role of a whole header in plain files, with its place among the role's headers. */
export function aliasOf(header: string): { readonly role: Role; readonly place: number } | null {
  return PLACES.get(looseHeader(header)) ?? null;
}

/** The role that a part of the header suggests. */
export function roleInWords(header: string): Role | null {
  const text = normaliseHeader(header);
  if (personalInWords(header) !== null) return null;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const PERSONAL_WORDS: readonly (readonly [RegExp, PersonalKind | null])[] = [
  [/marketing|consent|是否手机|手机订单|订单类型|商品名|产品名|店铺名|店名|品牌|类目/, null],
  [/身份证|证件号|护照|id[ _-]?card|passport|national[ _-]?id|\bssn\b/, 'id-number'],
  [/(^|[^a-z])ip([ _-]?addr(ess)?)?($|[^a-z])/, 'ip'],
  [/e-?mail|邮箱|电子邮件|支付宝账|支付宝帐/, 'email'],
  [/手机|电话|联系方式|微信号|phone|mobile|(^|[ _-])tel($|[ _-])/, 'phone'],
  [/地址|address|street|(^|[ _-])(zip|postcode|postal)|邮编|邮政编码|街道/, 'address'],
  [/留言|备注|note|message|comment|remark|memo|发票抬头/, 'message'],
  [
    /姓名|收货人$|收件人$|提货人$|联系人|客户名称|(first|last|full|given|family|billing|shipping|customer|buyer|recipient|contact|bill-to|ship-to)[ _-]?name$|^name$|surname/,
    'name'
  ]
];

/** The kind of personal column that the header's words suggest, or null. */
export function personalInWords(header: string): PersonalKind | null {
  const text = normaliseHeader(header);
  return PERSONAL_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Whether the header speaks of the person who gets the parcel, who need not be the customer. */
export function isRecipient(header: string): boolean {
  return /收货|收件|提货|联系|recipient|ship|post to|delivery|consignee/.test(normaliseHeader(header));
}
