import type { HeaderFamily } from './header-family.ts';

/** Exports of Chinese commerce platforms. */
// prettier-ignore
export const CHINESE_FAMILIES: readonly HeaderFamily[] = [
  {
    // 淘宝/天猫 ExportOrderList: one row per order.
    id: 'taobao',
    signatures: [['买家实际支付金额', '订单创建时间'], ['买家会员名', '买家应付货款'], ['订单编号', '买家会员名', '宝贝总数量']],
    roles: {
      customer: ['买家会员名', '买家昵称', '买家支付宝账号'],
      order_id: ['订单编号'],
      order_time: ['订单创建时间'],
      pay_time: ['订单付款时间'],
      amount: ['买家实际支付金额'],
      gross: ['总金额', '买家应付货款'],
      refund: ['退款金额'],
      status: ['订单状态'],
      quantity: ['宝贝总数量'],
      product: ['宝贝标题'],
      channel: ['是否手机订单'],
      shop: ['店铺名称', '店铺Id'],
      region: ['收货省份', '收货地址']
    },
    personal: {
      name: ['收货人姓名'],
      phone: ['联系电话', '联系手机', '买家支付宝账号'],
      address: ['收货地址', '修改后的收货地址'],
      message: ['买家留言', '订单备注', '发票抬头']
    },
    unused: [
      // 宝贝种类 counts the kinds of items in the order; it is not a category.
      '宝贝种类', '支付单号', '支付详情', '买家应付邮费', '买家支付积分', '返点积分', '买家实际支付积分', '运送方式', '物流单号', '物流公司',
      '订单关闭原因', '卖家服务费', '买家服务费', '分阶段订单信息', '特权订金订单id', '定金排名', '修改后的sku', '异常信息', '天猫卡券抵扣', '集分宝抵扣',
      '是否是O2O交易', '打款商家金额', '是否上传合同照片', '是否上传小票', '是否代付'
    ]
  },
  {
    // 淘宝 item detail: one row per item of an order. Without 主订单编号, 订单编号 is the order.
    id: 'taobao-items',
    signatures: [['主订单编号', '商品属性'], ['子订单编号', '主订单编号', '商品标题'], ['子订单编号', '主订单编号', '标题'], ['订单编号', '外部系统编号', '套餐信息'], ['订单编号', '标题', '购买数量', '外部系统编号'], ['订单编号', '商品属性', '套餐信息']],
    roles: {
      customer: ['买家会员名', '买家昵称'],
      order_id: ['主订单编号', '订单编号'],
      line_id: ['子订单编号', '订单编号'],
      order_time: ['订单创建时间'],
      pay_time: ['订单付款时间'],
      amount: ['买家实付金额', '买家实际支付金额'],
      gross: ['买家应付货款'],
      refund: ['退款金额'],
      refund_status: ['退款状态'],
      status: ['订单状态'],
      quantity: ['购买数量'],
      unit_price: ['价格', '商品价格'],
      product: ['标题', '商品标题'],
      sku: ['商家编码', '外部系统编号', '商品ID'],
      shop: ['店铺名称']
    },
    personal: { message: ['备注', '买家留言'] },
    unused: ['商品属性', '套餐信息', '物流单号', '物流公司']
  },
  {
    id: 'jd',
    signatures: [['订单号', '下单帐号'], ['订单号', '下单账号'], ['订单号', '订购数量', '京东价'], ['订单号', '应付金额', '付款确认时间']],
    roles: {
      customer: ['下单帐号', '下单账号'],
      order_id: ['订单号'],
      order_time: ['下单时间'],
      pay_time: ['付款确认时间'],
      amount: ['应付金额'],
      gross: ['订单金额'],
      status: ['订单状态'],
      quantity: ['订购数量'],
      unit_price: ['京东价'],
      product: ['商品名称'],
      sku: ['货号', '商品ID'],
      channel: ['订单来源/订单渠道', '订单渠道', '订单来源'],
      shop: ['店铺名称', '店铺ID']
    },
    personal: { name: ['客户姓名'], phone: ['联系电话'], address: ['客户地址'], message: ['商家备注', '订单备注'] },
    unused: ['商家应收', '结算金额', '余额支付', '运费金额', '服务费', '订单类型', '订单完成时间', '商家备注等级（等级1-5为由高到低）', '仓库id', '仓库名称', '支付方式']
  },
  {
    // 拼多多 has no buyer id at all.
    id: 'pinduoduo',
    signatures: [['订单号', '用户实付金额(元)'], ['订单号', '商家实收金额(元)', '商品总价(元)'], ['订单号', '拼单成功时间']],
    roles: {
      order_id: ['订单号'],
      pay_time: ['支付时间', '拼单成功时间', '订单成交时间'],
      amount: ['用户实付金额(元)'],
      gross: ['商品总价(元)'],
      discount: ['店铺优惠折扣(元)', '平台优惠折扣(元)', '多多支付立减金额(元)'],
      refund: ['退款金额(元)'],
      refund_status: ['售后状态'],
      status: ['订单状态'],
      quantity: ['商品数量(件)'],
      product: ['商品', '商品名称'],
      sku: ['商家编码-规格维度', '商家编码-商品维度', '样式ID', '商品id'],
      channel: ['资源位类型'],
      region: ['省']
    },
    personal: { name: ['收货人', '收件人'], phone: ['手机'], address: ['街道', '详细地址'], message: ['买家留言', '商家备注', '备注'] },
    unused: ['邮费(元)', '商家实收金额(元)', '商品规格', '发货时间', '确认收货时间', '承诺发货时间', '快递单号', '快递公司', '是否百补', '市', '区']
  },
  {
    // 抖店: recipient columns hold ciphertext.
    id: 'doudian',
    signatures: [['主订单编号', '选购商品'], ['主订单编号', '子订单编号', '订单应付金额'], ['主订单编号', '达人昵称']],
    roles: {
      order_id: ['主订单编号'],
      line_id: ['子订单编号'],
      order_time: ['订单提交时间'],
      pay_time: ['支付完成时间'],
      amount: ['订单应付金额'],
      gross: ['商品金额'],
      discount: ['商家实际承担优惠金额', '平台实际承担优惠金额', '达人实际承担优惠金额'],
      refund_status: ['售后状态'],
      status: ['订单状态'],
      quantity: ['商品数量'],
      product: ['选购商品'],
      sku: ['商家编码', '商品ID'],
      channel: ['流量来源', '流量渠道', '流量体裁', '流量类型', '达人昵称', '达人ID'],
      shop: ['店铺名称', '店铺'],
      region: ['省']
    },
    personal: { name: ['收件人'], phone: ['收件人手机号'], address: ['详细地址', '街道'], message: ['买家留言', '商家备注'] },
    unused: ['商品规格', '商家收入金额', '运费', '订单完成时间', '发货时间', '取消原因', '支付方式', '快递信息', '市', '区', '商品种类', '承诺发货时间']
  },
  {
    id: 'xiaohongshu',
    signatures: [['订单号', 'SKU件数'], ['SKU名称', 'SKU件数'], ['订单号', '商家应收金额(元)(支付金额)']],
    roles: {
      order_id: ['订单号'],
      order_time: ['订单创建时间', '下单时间'],
      pay_time: ['支付时间', '订单支付时间'],
      amount: ['商家应收金额(元)(支付金额)'],
      status: ['订单状态'],
      refund_status: ['售后状态'],
      quantity: ['SKU件数'],
      product: ['SKU名称'],
      region: ['省']
    }
  },
  {
    id: 'youzan',
    signatures: [['买家手机号', '订单实付金额'], ['订单号', '订单实付金额', '全部商品名称'], ['买家付款时间', '收货人/提货人']],
    roles: {
      customer: ['买家手机号', '买家昵称'],
      order_id: ['订单号'],
      order_time: ['订单创建时间'],
      pay_time: ['买家付款时间'],
      amount: ['订单实付金额'],
      refund: ['订单已退款金额', '已退款金额', '订单退款金额', '退款金额'],
      refund_status: ['订单退款状态', '退款状态'],
      status: ['订单状态'],
      product: ['全部商品名称'],
      channel: ['订单来源', '分销员'],
      shop: ['归属店铺', '店铺名称'],
      region: ['收货人省份', '收货人城市', '收货人地区']
    },
    personal: {
      name: ['收货人/提货人', '收货人', '提货人'],
      phone: ['收货人手机号/提货人手机号', '收货人手机号', '提货人手机号', '买家手机号'],
      address: ['详细收货地址/提货地址', '详细收货地址', '提货地址'],
      message: ['买家备注', '商家备注', '买家留言']
    },
    unused: ['商品种类数', '优惠券码名称']
  }
];
