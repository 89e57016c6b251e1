import type { RoleWords } from './subject-words.ts';

/** How logs of what people did call their columns. */
// prettier-ignore
export const EVENT_WORDS: RoleWords = {
  aliases: {
    event_name: ['event', 'event name', 'event type', 'event id', 'event code', 'action', 'action name', 'action type', 'activity', 'activity type', 'activity name', 'behavior', 'behaviour', 'behavior type', 'behaviour type', 'user action', 'interaction', 'interaction type', '事件', '事件名', '事件名称', '事件类型', '行为', '行为类型', '行为名称', '用户行为', '操作', '操作类型', '操作名称', '动作', '动作类型', '互动类型', '互动行为', '互动方式'],
    event_time: ['event time', 'event timestamp', 'event date', 'event at', 'occurred at', 'occurred on', 'timestamp', 'time stamp', 'action time', 'activity date', 'activity time', 'datetime', 'date time', 'time', 'ts', 'date', 'day', 'created at', 'created time', 'server time', 'client time', 'visit time', 'visit date', 'login time', '行为时间', '事件时间', '发生时间', '操作时间', '触发时间', '上报时间', '访问时间', '登录时间', '登陆时间', '浏览时间', '互动时间', '动作时间', '签到时间', '签到日期', '时间', '时间戳', '日期', '创建时间', '行为日期', '行为时间戳'],
    product: ['product', 'product name', 'product id', 'item', 'item name', 'item id', 'sku', 'content id', 'content name', '商品', '商品名称', '商品id', '商品编号', '内容', '内容id', '产品', '产品名称'],
    amount: ['amount', 'value', 'event value', 'revenue', 'price', '金额', '价格', '价值'],
    channel: ['channel', 'source', 'utm source', 'traffic source', 'platform', 'device', 'device type', 'medium', '渠道', '来源', '平台', '端', '终端', '设备类型', '访问来源', '流量来源'],
    customer: ['distinct id', 'visitor id', 'anonymous id', 'actor id', 'user pseudo id', 'subject id', '访客id', '用户标识', '粉丝id', 'userid']
  },
  words: [
    [/行为(类型|名称)|事件(名称?|类型)|(event|action|activity|behaviou?r)[ _-]?(name|type)/, 'event_name'],
    [/(行为|事件|操作|访问|登录|发生|触发|浏览)(时间|日期)|(event|action|activity|visit|login|view)[ _-]?(at|on|time|date|timestamp)|时间戳/, 'event_time']
  ]
};

/** How lists of what a campaign sent to whom call their columns. */
// prettier-ignore
export const TOUCH_WORDS: RoleWords = {
  aliases: {
    campaign: ['campaign', 'campaign name', 'campaign id', 'campaign title', 'campaign code', 'utm campaign', 'mailing', 'mailing name', 'broadcast', 'newsletter name', 'promotion', 'promotion name', 'template', 'template name', '活动', '活动名称', '活动名', '活动id', '活动编号', '活动主题', '营销活动', '营销活动名称', '任务名称', '计划名称', '推送名称', '推送任务', '群发任务', '群发名称', '触达计划', '短信模板', '模板名称'],
    group: ['group', 'test group', 'experiment group', 'treatment', 'treatment group', 'variant', 'arm', 'cell', 'bucket', 'cohort group', 'segment', 'is control', 'control', 'holdout', 'hold out', 'ab group', 'ab test group', 'split', '分组', '实验分组', '实验组', '实验组别', '组别', '测试组', '对照组', '是否对照组', 'ab分组', '分流', '实验分桶', '版本'],
    sent_time: ['sent', 'sent at', 'sent on', 'sent time', 'sent date', 'send time', 'send date', 'send at', 'delivered at', 'delivery time', 'date sent', 'pushed at', 'touch time', 'touch date', 'contact date', 'mailed at', 'dispatch time', '发送时间', '发送日期', '推送时间', '推送日期', '触达时间', '触达日期', '下发时间', '群发时间', '投放时间', '外呼时间', '发送完成时间', '送达时间', 'date', 'time', 'timestamp', '时间', '日期'],
    cost: ['cost', 'unit cost', 'send cost', 'cost per send', 'fee', '成本', '发送成本', '触达成本', '单条成本', '短信成本', '费用', '花费', '优惠成本'],
    response: ['response', 'responded', 'is responded', 'converted', 'conversion', 'is converted', 'clicked', 'is clicked', 'click', 'clicks', 'opened', 'is opened', 'open', 'visit', 'redeemed', 'outcome', 'replied', 'result', '是否响应', '响应', '是否转化', '转化', '是否点击', '点击', '是否打开', '打开', '是否核销', '核销', '是否回复', '是否下单', '是否购买', '是否回购', '响应结果', '触达结果', '发送结果'],
    channel: ['channel', 'medium', 'send channel', 'touch channel', 'message type', 'type', '渠道', '触达渠道', '发送渠道', '触达方式', '推送渠道', '发送方式', '消息类型', '营销渠道'],
    customer: ['recipient', 'recipient id', 'contact id', 'subscriber id', 'recipient email', 'recipient phone', 'to', '接收人', '接收号码', '发送对象', '目标用户', '客户号码', '接收手机号', '发送号码', '手机号码', '手机号']
  },
  words: [
    [/(活动|计划|任务)(名称?|id|编号|主题)|campaign/, 'campaign'],
    [/(实验|测试|对照|ab) ?(分)?组|(test|treatment|experiment|control|hold-?out)[ _-]?group|variant/, 'group'],
    [/(发送|推送|触达|下发|群发|外呼)(完成)?(时间|日期)|(sent|send|delivered|push(ed)?|touch)[ _-]?(at|on|time|date)/, 'sent_time'],
    [/是否.{0,4}(响应|转化|点击|打开|核销|回复|购买|下单)|respon(ded|se)$|converted|clicked|redeemed/, 'response'],
    [/成本|\bcost\b/, 'cost'],
    [/(触达|发送|推送)(渠道|方式)|channel$/, 'channel']
  ]
};

/** How price lists and catalogues call their columns. */
// prettier-ignore
export const PRODUCT_WORDS: RoleWords = {
  aliases: {
    sku: ['sku', 'sku id', 'sku code', 'sku编码', 'sku编号', 'stock code', 'product id', 'product code', 'product number', 'product no', 'item id', 'item code', 'item number', 'item no', 'goods id', 'asin', 'barcode', 'ean', 'upc', 'variant sku', '商品编码', '商品编号', '商品id', '商品代码', '货号', '款号', '商家编码', '产品编号', '产品编码', '产品id', '条码', '商品条码', '物料编码', '存货编码', 'handle', 'code', '编码', '编号', 'id'],
    product: ['product', 'product name', 'product title', 'item', 'item name', 'title', 'name', 'goods name', 'description', 'product description', '商品名称', '商品标题', '商品名', '商品', '宝贝标题', '产品名称', '产品', '品名', '货品名称', '存货名称', '物料名称', '名称', '标题'],
    category: ['category', 'product category', 'category name', 'product type', 'type', 'department', 'product line', 'product group', 'collection', 'sub category', 'subcategory', 'category code', '类目', '商品类目', '商品分类', '商品类别', '品类', '分类', '类别', '产品类别', '产品分类', '一级类目', '一级品类', '类目名称', '所属分类', '产品线', '二级类目', '三级类目', '大类', '中类', '小类'],
    cost: ['cost', 'unit cost', 'cost price', 'cost per item', 'purchase price', 'buying price', 'wholesale price', 'cogs', 'landed cost', 'item cost', 'standard cost', 'average cost', '成本价', '成本', '单位成本', '采购价', '进价', '进货价', '采购成本', '成本单价', '成本价格', '含税成本', '采购单价', '供货价', '出厂价'],
    unit_price: ['unit price', 'price', 'selling price', 'sale price', 'retail price', 'list price', 'variant price', 'msrp', 'rrp', '售价', '销售价', '零售价', '单价', '价格', '商品价格', '标价', '吊牌价', '建议零售价', '一口价', '定价', '销售单价', '市场价', '原价']
  },
  words: [
    [/图片|链接|库存|重量|品牌|image|\burl\b|stock|weight|brand|vendor|supplier|供应商/, null],
    [/成本|采购价|进价|\bcost\b/, 'cost'],
    [/售价|零售价|\bprice\b/, 'unit_price'],
    [/类目|品类|分类|category/, 'category'],
    [/(商品|产品|货品|物料|sku|item|product)[ _-]?(编码|编号|代码|id|code|no|number)/, 'sku'],
    [/(商品|产品|货品|product|item)[ _-]?(名称|标题|name|title)/, 'product']
  ]
};
