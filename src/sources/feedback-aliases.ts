import type { RoleWords } from './subject-words.ts';

/** How surveys, reviews and lists of tickets call their columns, questions included. */
// prettier-ignore
export const FEEDBACK_WORDS: RoleWords = {
  aliases: {
    survey_time: [
      '提交答卷时间', '答卷时间', '答题时间', '填写时间', '答卷提交时间', '提交时间', '评价时间', '评论时间', '评价日期', '反馈时间', '回收时间', '完成时间', '结束时间', '填写日期', '调研时间', '问卷时间',
      'submit date (utc)', 'submit date', 'submitted at', 'submission date', 'submission time', 'submitted', 'survey date', 'survey time', 'response date', 'response time', 'responded at', 'answered at', 'completed at', 'completion time', 'review date', 'review time', 'reviewed at', 'rated at', 'recorded date',
      'end date', 'created at', 'created time', 'created', 'timestamp', 'date', 'time', 'start date', '创建时间', '时间', '日期', '开始时间'
    ],
    nps: ['nps', 'nps score', 'net promoter score', 'recommendation score', 'likelihood to recommend', 'recommend score', 'recommend', 'nps评分', 'nps得分', 'nps分数', '推荐分', '推荐分数', '推荐意愿', '推荐度', '推荐意愿分', '净推荐值', '推荐指数', 'score', 'survey score', '得分', '打分', '分数'],
    csat: [
      'csat', 'csat score', 'satisfaction', 'satisfaction score', 'satisfaction rating', 'customer satisfaction', 'overall satisfaction', 'rating', 'ratings', 'stars', 'star rating', 'review score', 'review rating', 'overall rating', 'survey result', 'survey results', 'score', 'rate',
      '满意度', '满意度评分', '总体满意度', '整体满意度', '服务满意度', '客户满意度', '评分', '星级', '评价星级', '评价等级', '评分星级', '综合评分', '服务评分', '商品评分', '描述相符', '评价', '评价结果', '满意度评价', '打分', '得分'
    ],
    comment: [
      'comment', 'comments', 'review', 'review text', 'review body', 'review comment message', 'review content', 'feedback', 'feedback text', 'open feedback', 'verbatim', 'text', 'message', 'description', 'subject', 'ticket subject', 'remarks', 'suggestions', 'content', 'survey comment', 'reason',
      '评价内容', '评论内容', '评论', '评语', '留言', '反馈内容', '反馈', '意见', '建议', '意见建议', '意见与建议', '问题描述', '投诉内容', '内容', '描述', '工单内容', '工单标题', '工单描述', '标题', '主题', '原因说明', '追评内容', '文字评价', '评价文本', '用户反馈', '原声'
    ],
    ticket_id: [
      'ticket id', 'ticket no', 'ticket number', 'ticket #', 'ticket', 'case id', 'case number', 'case no', 'issue id', 'issue key', 'incident id', 'incident number', 'complaint id', 'complaint no', 'conversation id', 'request id',
      '工单号', '工单编号', '工单id', '工单', '投诉单号', '投诉编号', '服务单号', '服务单编号', '客诉单号', '案件编号', '会话id', '会话编号', '事件编号', '问题编号', '反馈编号'
    ],
    ticket_type: ['ticket type', 'issue type', 'case type', 'complaint type', 'case reason', 'ticket category', 'issue category', 'reason code', 'type', 'category', 'topic', '工单类型', '工单分类', '问题类型', '问题分类', '投诉类型', '投诉分类', '反馈类型', '类型', '分类', '问题类别', '投诉原因', '诉求类型', '业务类型', '咨询类型'],
    ticket_open: [
      'ticket created', 'ticket created at', 'ticket created time', 'ticket opened', 'opened', 'opened at', 'opened on', 'open date', 'open time', 'date opened', 'created', 'created at', 'created time', 'created date', 'create time', 'creation time', 'created on', 'date created', 'date/time opened', 'reported at', 'requested at', 'submitted at', 'received at', 'start time',
      '工单创建时间', '建单时间', '创建时间', '创建日期', '提单时间', '提交时间', '受理时间', '受理日期', '投诉时间', '投诉日期', '反馈时间', '发起时间', '发生时间', '进线时间', '接入时间', '开始时间', '开单时间', '登记时间', '报修时间', '日期', '时间', 'date', 'timestamp'
    ],
    first_reply: [
      'first response time (in hrs)', 'first response time', 'first response', 'first response at', 'first reply time', 'first reply', 'first reply at', 'first replied at', 'first reply time in minutes', 'initial response time', 'first responded at', 'time to first response', 'frt',
      '首次响应时间', '首次响应', '首响时间', '首次回复时间', '首次回复', '首次响应时长', '首响时长', '首次响应用时', '首次回复时长', '首次处理时间', '响应时间', '回复时间', '响应时长', '首次应答时间', '首次受理时间'
    ],
    resolved: [
      'resolution time (in hrs)', 'resolution time', 'resolved', 'resolved at', 'resolved time', 'resolved on', 'resolved date', 'solved', 'solved at', 'closed', 'closed at', 'closed time', 'closed on', 'closed date', 'close date', 'date closed', 'date/time closed', 'completed at', 'time to resolution', 'full resolution time', 'time to resolve', 'end time',
      '解决时间', '解决日期', '完结时间', '办结时间', '结案时间', '关闭时间', '关单时间', '关闭日期', '完成时间', '处理完成时间', '结束时间', '解决时长', '处理时长', '解决用时', '处理完成日期', '闭环时间', '结单时间'
    ],
    status: ['status', 'ticket status', 'case status', 'state', '状态', '工单状态', '处理状态', '处理进度', '处理结果', '投诉状态'],
    order_id: ['订单编号', '订单号', '关联订单', '关联订单号', '关联订单编号', 'order id', 'order number', 'order no', 'order'],
    product: ['商品', '商品名称', '商品标题', '宝贝标题', '产品', '产品名称', '涉及商品', 'product', 'product name', 'item name', 'item', 'product title'],
    channel: ['来源', '渠道', '来源渠道', '反馈渠道', '工单来源', '投诉渠道', '受理渠道', '进线渠道', '服务渠道', 'source', 'channel', 'via', 'collector', 'survey channel', 'ticket source'],
    customer: [
      'custom data 1', 'custom data', 'requester id', 'contact id', 'person id', 'reviewer id', 'respondent email', 'recipient email', 'person email', 'requester email', 'customer_id', 'person', 'reviewer', 'requester', 'requester phone', 'contact email', 'contact phone', 'reporter', '会员号', '客户编号', '用户名', '评价人', '评价者', '投诉人', '报修人',
      '反馈人', '客户账号', '您的会员号', '联系电话', '联系手机', '联系方式', '您的手机号', '您的手机号码', '请填写您的手机号', 'requester name', 'contact name', '投诉人姓名', '联系人', '您的姓名'
    ]
  },
  words: [
    [/推荐(人|码|官)|推荐(商品|产品|列表)|(time|date|count|number) of|计数|人数|^(所用|答题)(时间|时长)|更新|修改|updated?|modif|截止|到期|\bdue\b|sla/, null],
    [/原因|理由|为什么|建议|意见|评价内容|评论|想说|想对.{0,8}说|补充|改进|吐槽|\bwhy\b|reason|suggest|improve|comments?\b|feedback|anything else|tell us|elaborate|explain|please specify|what (do|did|would|could|can|should)/, 'comment'],
    [/\bnps\b|净推荐|推荐(给|意愿|度|的?可能|指数|分)|(可能|愿意|意愿|会).{0,24}推荐|推荐.{0,12}(可能|意愿)|likel(y|ihood).{0,40}recommend|recommend.{0,60}(friend|colleague|family|others|someone)|would you recommend/, 'nps'],
    [/满意|satisf|\bcsat\b|星级|评分|打分|\bratings?\b|\bstars?\b|how would you rate|体验(如何|怎么样)|\brate (your|our|the)\b/, 'csat'],
    [/(会员|客户|用户)(号|编号|id)|会员卡号|手机号|联系电话|联系方式|(customer|member|user|requester|contact)[ _-]?(id|no|number|e-?mail|phone)|(phone|mobile) ?(number|no)|\be-?mail\b|邮箱/, 'customer'],
    [/订单(编)?号|order[ _-]?(id|no|number)/, 'order_id'],
    [/(工单|投诉|服务单|客诉)(编)?(号|id)|(ticket|case|issue|incident)[ _-]?(id|no|number|key)/, 'ticket_id'],
    [/(工单|问题|投诉|反馈|诉求)(类型|分类|类别)|(ticket|case|issue|complaint)[ _-]?(type|category)/, 'ticket_type'],
    [/首次?(响应?|回复|应答)|first[ _-]?(response|reply)/, 'first_reply'],
    [/(解决|完结|办结|结案|关单|闭环|处理完成)(时间|日期|时长|用时)|re?solv(ed|ution)|\bclosed?[ _-]?(at|on|time|date)/, 'resolved'],
    [/(创建|受理|投诉|提单|建单|进线|开单)(时间|日期)|(opened|created|reported)[ _-]?(at|on|time|date)?$/, 'ticket_open'],
    [/(提交|答卷|填写|评价|反馈|答题)(时间|日期)|(submit(ted)?|survey|respon(se|ded)|review|answer(ed)?|complet(ed|ion))[ _-]?(creation )?(at|on|time|date)/, 'survey_time'],
    [/(工单|处理|投诉)?状态$|\bstatus$/, 'status'],
    [/(反馈|投诉|工单|受理|服务)(渠道|来源)|channel$/, 'channel']
  ]
};

/** Headers of lists of tickets, where plain words such as type and created speak of the ticket. */
export const OF_TICKET =
  /工单|投诉单|客诉|服务单|建单|提单|首次?(响应?|回复)|解决(时间|时长|日期)|结案|办结|^投诉(时间|类型|日期|编号)|ticket|\bcase[ _-]?(id|no|number|type|status|owner)|first[ _-]?(response|reply)|resolution[ _-]?time|resolved|solved|requester|priority|优先级|受理|会话(id|编号)|案件编号|(complaint|incident|conversation|issue)[ _-]?(id|no|number|key)/;
