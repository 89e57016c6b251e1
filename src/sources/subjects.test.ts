import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseReads, guessMapping } from './guess-mapping.ts';
import { HEADER_FAMILIES } from './header-families.ts';
import type { Mapping, Role } from './mapping.ts';
import { meetsNeeds, rolesOf, SUBJECTS, type Subject } from './subject.ts';

/** A made-up file: its header and rows as comma-separated lines, and the roles of its columns in file order. */
interface Made {
  readonly family?: string;
  readonly isUnsure?: boolean;
  readonly subject: Subject;
  readonly lines: string;
  readonly roles: readonly (Role | null)[];
}

const cut = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));

function guess(lines: string, wanted?: Subject): Mapping {
  const [columns = [], ...rows] = cut(lines);
  return guessMapping(columns, rows, wanted);
}

// prettier-ignore
const FILES: Readonly<Record<string, Made>> = {
  '企业微信 customers': {
    subject: 'members', family: 'wecom',
    lines: `客户名称,描述,添加人,添加人账号,添加人所属部门,添加时间,来源,手机,企业,邮箱,地址,职务,电话,标签组1(意向),标签组2(等级),external_userid
      小林,老客户,王导购,wang,门店一部,2025-03-02 10:11:12,扫描二维码,13800000001,甲公司,lin@example.com,上海,经理,,高意向,金卡,wmA1
      小陈,,李导购,li,门店二部,2025-03-05 09:00:00,名片分享,,,,,,,中意向,银卡,wmA2`,
    roles: [null, null, 'owner', null, null, 'member_since', 'channel', 'phone', 'company', 'email', null, null, null, 'tags', null, 'customer']
  },
  'HubSpot contacts': {
    subject: 'members', family: 'hubspot',
    lines: `Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Lifecycle Stage,Create Date,Original Source,Contact owner,Associated Company
      501,Ann,Bell,ann@example.com,+1 415 555 0101,Open,Customer,2024-05-01 10:00,Organic Search,Kim Lee,Acme
      502,Bob,Cole,bob@example.com,,,Lead,2024-06-01 10:00,Referrals,Kim Lee,`,
    roles: ['customer', null, null, 'email', 'phone', null, 'tier', 'member_since', 'channel', 'owner', 'company']
  },
  'Shopify customers': {
    subject: 'members', family: 'shopify-customers',
    lines: `First Name,Last Name,Email,Accepts Email Marketing,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note
      Ann,Bell,ann@example.com,yes,no,120.50,3,vip,
      Bob,Cole,bob@example.com,no,no,0.00,0,,`,
    roles: [null, null, 'email', 'consent', null, null, null, 'tags', null]
  },
  问卷星: {
    subject: 'feedback', family: 'wenjuanxing',
    lines: `序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您有多大可能向朋友推荐我们？,2、您对本次服务的满意度,3、您喜欢哪些商品,4、您给出这个分数的原因是什么,5、您的手机号,总分
      1,2026/09/03 12:00:00,62秒,微信,N/A,10.0.0.1(上海),9,5,茶┋杯子,送货很快很满意,13800000001,14
      2,2026/09/03 12:10:00,80秒,链接,N/A,10.0.0.2(北京),3,2,茶,等了三天没人回复,13800000002,5
      3,2026/09/03 12:20:00,45秒,微信,N/A,10.0.0.3(广州),10,5,杯子,包装好看,13800000003,15`,
    roles: [null, 'survey_time', null, 'channel', null, null, 'nps', 'csat', null, 'comment', 'customer', null]
  },
  SurveyMonkey: {
    subject: 'feedback', family: 'surveymonkey',
    lines: `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend us to a friend or colleague?,Overall how satisfied are you with our service?,Why did you choose that score?
      ,,,,,,,,,Response,Response,Open-Ended Response
      11,7,03/01/2026 10:00:00 AM,03/01/2026 10:04:00 AM,10.0.0.1,ann@example.com,Ann,Bell,,9,Very satisfied,Fast and friendly
      12,7,03/02/2026 10:00:00 AM,03/02/2026 10:04:00 AM,10.0.0.2,bob@example.com,Bob,Cole,,4,Dissatisfied,Two weeks late
      13,7,03/03/2026 10:00:00 AM,03/03/2026 10:04:00 AM,10.0.0.3,cat@example.com,Cat,Dole,,10,Satisfied,
      14,7,03/04/2026 10:00:00 AM,03/04/2026 10:04:00 AM,10.0.0.4,dan@example.com,Dan,Ells,,0,Very dissatisfied,No`,
    roles: [null, null, null, 'survey_time', null, 'customer', null, null, null, 'nps', 'csat', 'comment']
  },
  'SurveyMonkey with our ids': {
    subject: 'feedback', family: 'surveymonkey',
    lines: `Respondent ID,Collector ID,Start Date,End Date,Email Address,Custom Data 1,How likely are you to recommend us?
      11,7,03/01/2026 10:00:00 AM,03/01/2026 10:04:00 AM,ann@example.com,C1,9
      12,7,03/02/2026 10:00:00 AM,03/02/2026 10:04:00 AM,bob@example.com,C2,7`,
    roles: [null, null, null, 'survey_time', null, 'customer', 'nps']
  },
  Typeform: {
    subject: 'feedback', family: 'typeform',
    lines: `#,What's your phone number?,How likely are you to recommend {{field:abc}} to others?,What could we do better?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending
      a1,'+14155550101,8,Shorter queues please,completed,2026-03-01 10:00:00,,2026-03-01 10:02:00,f00,,e1
      a2,'+14155550102,10,Nothing at all,completed,2026-03-02 10:00:00,,2026-03-02 10:02:00,f01,,e1`,
    roles: [null, 'customer', 'nps', 'comment', null, null, null, 'survey_time', null, null, null]
  },
  Freshdesk: {
    subject: 'feedback', family: 'freshdesk',
    lines: `Ticket Id,Subject,Status,Type,Requester Name,Requester Email,First Response Time (in Hrs),Resolution Time (in Hrs),Created time
      9001,Parcel is late,Closed,Problem,Ann Bell,ann@example.com,12.5,40.25,2026-03-01 10:00:00
      9002,Wrong size,Open,Question,Bob Cole,bob@example.com,0.5,,2026-03-02 10:00:00`,
    roles: ['ticket_id', 'comment', 'status', 'ticket_type', 'customer', null, 'first_reply', 'resolved', 'ticket_open']
  },
  'a Chinese list of members': {
    subject: 'members',
    lines: `会员号,姓名,手机号,注册时间,生日,性别,会员等级,积分,所在城市
      M001,林一,13800000001,2024-01-05 10:00:00,1990-02-03,女,金卡,1200,上海
      M002,陈二,13800000002,2024-02-05 10:00:00,1985-11-23,男,银卡,300,杭州`,
    roles: ['customer', null, 'phone', 'member_since', 'birthday', 'gender', 'tier', 'points', 'region']
  },
  'a Chinese list of members with what they spent': {
    subject: 'members',
    lines: `会员编号,会员姓名,手机,入会日期,累计消费金额,累计消费次数,最近消费时间,会员标签,是否同意接收短信,归属导购
      8001,林一,13800000001,2024/1/5,1280.00,6,2025/3/4,高价值;敏感肌,是,王导购
      8002,陈二,13800000002,2024/2/5,0.00,0,,,否,李导购`,
    roles: ['customer', null, 'phone', 'member_since', null, null, null, 'tags', 'consent', 'owner']
  },
  'a list of phones and birthdays': {
    subject: 'members',
    lines: `手机号码,生日,性别
      13800000001,02-03,女
      13800000002,11-23,男`,
    roles: ['phone', 'birthday', 'gender']
  },
  'an English list of customers with total spent': {
    subject: 'members',
    lines: `customer_id,full_name,email,phone,signup_date,date_of_birth,gender,total_spent,order_count,last_order_date,accepts_marketing,country
      1,Ann Bell,ann@example.com,+44 20 7946 0001,2023-01-02,1990-05-06,F,120.50,3,2024-05-06,true,UK
      2,Bob Cole,bob@example.com,+44 20 7946 0002,2023-02-02,1980-05-06,M,0.00,0,,false,UK`,
    roles: ['customer', null, 'email', 'phone', 'member_since', 'birthday', 'gender', null, null, null, 'consent', 'region']
  },
  'a table of users': {
    subject: 'members',
    lines: `id,name,email,created_at,city
      1,Ann Bell,ann@example.com,2023-01-02 10:00:00,Leeds
      2,Bob Cole,bob@example.com,2023-02-02 10:00:00,York`,
    roles: ['customer', null, 'email', 'member_since', 'region']
  },
  'leads with field names for labels': {
    subject: 'members',
    lines: `Id,FirstName,LastName,Email,Company,LeadSource,Status,OwnerId
      00Q1,Ann,Bell,ann@example.com,Acme,Web,Open,0051
      00Q2,Bob,Cole,bob@example.com,Bolt,Phone,Working,0051`,
    roles: ['customer', null, null, 'email', 'company', 'channel', null, 'owner']
  },
  'mail subscribers': {
    subject: 'members',
    lines: `Email Address,First Name,Last Name,Tags,OPTIN_TIME,Subscribed
      ann@example.com,Ann,Bell,vip,2023-01-02 10:00:00,yes
      bob@example.com,Bob,Cole,,2023-02-02 10:00:00,no`,
    roles: ['email', null, null, 'tags', 'member_since', 'consent']
  },
  'a Chinese log of events': {
    subject: 'events',
    lines: `用户id,行为,时间
      u1,登录,2025-01-01 10:00:00
      u1,浏览,2025-01-01 10:02:00
      u2,点赞,2025-01-01 11:00:00`,
    roles: ['customer', 'event_name', 'event_time']
  },
  'a short log of events': {
    subject: 'events',
    lines: `user_id,event,timestamp
      7,login,2025-01-01T10:00:00Z
      7,view_item,2025-01-01T10:01:00Z
      8,trial_start,2025-01-01T10:05:00Z`,
    roles: ['customer', 'event_name', 'event_time']
  },
  'a log of a shop with purchases in it': {
    subject: 'events',
    lines: `event_time,event_type,product_id,category_id,brand,price,user_id,user_session
      2019-10-01 00:00:00 UTC,view,44600062,2103807459595387724,shiseido,35.79,541312140,72d76fde
      2019-10-01 00:00:00 UTC,purchase,3900821,2053013552326770905,aqua,33.20,554748717,9333dfbd
      2019-10-01 00:00:01 UTC,cart,17200506,2053013559792632471,,543.10,519107250,566511c2`,
    roles: ['event_time', 'event_name', 'product', null, null, 'amount', 'customer', null]
  },
  'behaviour with Unix times': {
    subject: 'events',
    lines: `user_id,item_id,category_id,behavior_type,timestamp
      1,2268318,2520377,pv,1511544070
      1,2333346,2520771,fav,1511561733
      2,2576651,149192,cart,1511572885`,
    roles: ['customer', 'product', null, 'event_name', 'event_time']
  },
  'a Chinese survey': {
    subject: 'feedback',
    lines: `会员号,您有多大可能向朋友推荐我们？（0-10分）,总体满意度,您的建议,提交时间
      M1,9,非常满意,多上新,2025-05-01 10:00:00
      M2,6,一般,客服慢,2025-05-02 10:00:00
      M3,10,满意,无,2025-05-03 10:00:00`,
    roles: ['customer', 'nps', 'csat', 'comment', 'survey_time']
  },
  'an English survey': {
    subject: 'feedback',
    lines: `Email,How likely are you to recommend us to a friend?,Why?,Submitted At
      ann@example.com,10,Great tea,2025-05-01 10:00:00
      bob@example.com,6,Late,2025-05-02 10:00:00`,
    roles: ['customer', 'nps', 'comment', 'survey_time']
  },
  'scores as an interface gives them': {
    subject: 'feedback',
    lines: `id,person,survey_type,score,comment,tags,created_at
      47,903,nps,9,Great tea,,1761955200
      48,904,nps,3,Late twice,,1761958800
      49,905,nps,10,,,1761962400`,
    roles: [null, 'customer', null, 'nps', 'comment', null, 'survey_time']
  },
  'product reviews': {
    subject: 'feedback',
    lines: `order_id,user_id,product,rating,review,created_at
      1,7,Tea,5,Lovely and fresh,2025-01-03
      2,8,Cup,2,Arrived broken,2025-01-04`,
    roles: ['order_id', 'customer', 'product', 'csat', 'comment', 'survey_time']
  },
  'Chinese reviews': {
    subject: 'feedback',
    lines: `订单编号,买家昵称,评价等级,评价内容,评价时间,商品名称
      20001,甲,好评,很好喝,2025-01-03 10:00:00,茶
      20002,乙,差评,漏了一包,2025-01-04 10:00:00,杯`,
    roles: ['order_id', 'customer', 'csat', 'comment', 'survey_time', 'product']
  },
  'Chinese tickets': {
    subject: 'feedback',
    lines: `工单号,客户编号,创建时间,首次响应时间,解决时间,类型,状态,问题描述
      W1,M1,2025-01-03 10:00:00,2025-01-03 10:30:00,2025-01-04 09:00:00,物流,已解决,包裹三天没动
      W2,M2,2025-01-04 10:00:00,2025-01-04 15:00:00,,质量,处理中,杯子有裂纹`,
    roles: ['ticket_id', 'customer', 'ticket_open', 'first_reply', 'resolved', 'ticket_type', 'status', 'comment']
  },
  'tickets with lengths of time': {
    subject: 'feedback',
    lines: `工单编号,手机号,提单时间,首响时长(分钟),解决时长(小时),问题分类,处理状态,满意度
      W1,13800000001,2025-01-03 10:00:00,12,20.5,物流,已关闭,5
      W2,13800000002,2025-01-04 10:00:00,300,,质量,处理中,`,
    roles: ['ticket_id', 'customer', 'ticket_open', 'first_reply', 'resolved', 'ticket_type', 'status', 'csat']
  },
  'English tickets': {
    subject: 'feedback',
    lines: `Id,Requester,Status,Priority,Type,Created at,First reply time,Solved at,Satisfaction Score
      31,ann@example.com,solved,high,problem,2025-01-03 10:00:00,2025-01-03 11:00:00,2025-01-05 10:00:00,Good
      32,bob@example.com,open,low,question,2025-01-04 10:00:00,,,`,
    roles: ['ticket_id', 'customer', 'status', null, 'ticket_type', 'ticket_open', 'first_reply', 'resolved', 'csat']
  },
  'a Chinese campaign': {
    subject: 'touches',
    lines: `活动名称,会员号,分组,发送时间,触达渠道,成本,是否响应
      春节召回,M1,实验组,2025-01-20 10:00:00,短信,0.05,是
      春节召回,M2,对照组,2025-01-20 10:00:00,短信,0,否`,
    roles: ['campaign', 'customer', 'group', 'sent_time', 'channel', 'cost', 'response']
  },
  'an English campaign': {
    subject: 'touches',
    lines: `campaign_name,customer_id,variant,sent_at,channel,converted
      Spring,1,treatment,2025-03-01 09:00:00,email,1
      Spring,2,control,2025-03-01 09:00:00,email,0`,
    roles: ['campaign', 'customer', 'group', 'sent_time', 'channel', 'response']
  },
  'an experiment without customers': {
    subject: 'touches',
    lines: `recency,history_segment,history,mens,womens,zip_code,newbie,channel,segment,visit,conversion,spend
      10,2) $100 - $200,142.44,1,0,Surburban,0,Phone,Womens E-Mail,0,0,0.0
      6,3) $200 - $350,329.08,1,1,Rural,1,Web,No E-Mail,0,0,0.0
      7,2) $100 - $200,180.65,0,1,Surburban,1,Web,Womens E-Mail,0,0,0.0
      9,5) $500 - $750,675.83,1,0,Rural,1,Web,Mens E-Mail,0,0,0.0
      2,1) $0 - $100,45.34,1,0,Urban,0,Web,Womens E-Mail,0,0,0.0`,
    roles: [null, null, null, null, null, null, null, 'channel', 'group', null, 'response', null]
  },
  'a Chinese price list': {
    subject: 'products',
    lines: `商品编码,商品名称,类目,成本价,零售价,库存
      A1,春茶,茶叶,30.00,88.00,100
      A2,白瓷杯,茶具,12.00,45.00,60`,
    roles: ['sku', 'product', 'category', 'cost', 'unit_price', null]
  },
  'an English catalogue': {
    subject: 'products',
    lines: `sku,title,product_type,vendor,cost per item,price,created_at
      T-1,Green tea,Tea,Leaf,3.00,8.80,2024-01-02
      C-1,White cup,Ware,Kiln,1.20,4.50,2024-01-03`,
    roles: ['sku', 'product', 'category', null, 'cost', 'unit_price', null]
  },
  'orders with all there is about the member': {
    subject: 'orders',
    lines: `订单号,会员号,会员等级,性别,生日,注册时间,下单时间,实付金额
      1,M1,金卡,女,1990-02-03,2023-01-01,2025-01-01 10:00:00,88.00
      2,M2,银卡,男,1985-11-23,2023-02-01,2025-01-02 10:00:00,45.00`,
    roles: ['order_id', 'customer', 'tier', null, null, null, 'order_time', 'amount']
  },
  'orders with a rating and a review': {
    subject: 'orders',
    lines: `order_id,customer_id,order_date,amount,rating,review
      1,7,2025-01-01,8.80,5,Lovely
      2,8,2025-01-02,4.50,2,Broken`,
    roles: ['order_id', 'customer', 'order_time', 'amount', null, null]
  },
  'orders with a campaign and an event': {
    subject: 'orders',
    lines: `order_id,user_id,order_time,total,utm_campaign,event_type
      1,7,2025-01-01 10:00:00,8.80,spring,purchase
      2,8,2025-01-02 10:00:00,4.50,spring,purchase`,
    roles: ['order_id', 'customer', 'order_time', 'amount', null, 'row_kind']
  },
  'orders with a customer type and cost': {
    subject: 'orders',
    lines: `Order ID,Order Date,Customer ID,Segment,Category,Product Name,Sales,Quantity,Cost
      1,2025-01-01,C1,Consumer,Tea,Green tea,8.80,1,3.00
      2,2025-01-02,C2,Corporate,Ware,Cup,4.50,2,1.20`,
    roles: ['order_id', 'order_time', 'customer', null, 'category', 'product', 'amount', 'quantity', null]
  },
  'who came when': {
    subject: 'orders', isUnsure: true,
    lines: `customer_id,date
      1,2025-01-01
      1,2025-02-01
      2,2025-01-05`,
    roles: ['customer', 'order_time']
  },
  'a list of refunds': {
    subject: 'returns',
    lines: `售后单号,订单号,商品名称,申请时间,售后类型,售后状态,退款金额
      R1,1,茶,2025-01-05 10:00:00,仅退款,退款成功,30.00
      R2,2,杯,2025-01-06 10:00:00,退货退款,售后关闭,12.00`,
    roles: [null, 'order_id', 'product', 'order_time', null, 'refund_status', 'refund']
  },
  'a table that is about none of these': {
    subject: 'orders', isUnsure: true,
    lines: `city,population
      Leeds,800000
      York,200000`,
    roles: ['region', null]
  }
};

describe('what a file is about', () => {
  test.each(Object.entries(FILES))('%s', (_name, { family, isUnsure, subject, lines, roles }) => {
    const mapping = guess(lines);
    expect(mapping.subject).toBe(subject);
    expect(mapping.roles).toEqual(roles);
    expect(mapping.family).toBe(family ?? null);
    expect(mapping.subjectConfidence).toBe(isUnsure ? 'unsure' : family ? 'exact' : 'words');
  });

  test.each(Object.entries(FILES))('%s, whatever the user says it is: roles of that subject only', (_name, { lines }) => {
    for (const subject of SUBJECTS) {
      const mapping = guess(lines, subject);
      expect([mapping.subject, mapping.subjectConfidence]).toEqual([subject, 'user']);
      expect(mapping.roles.filter((role) => role !== null && !rolesOf(subject).includes(role))).toEqual([]);
    }
  });

  test('needs are roles of the subject, and the guess meets them unless nothing could', () => {
    for (const { subject, lines } of Object.values(FILES)) {
      const mapping = guess(lines);
      if (mapping.subjectConfidence === 'words') expect(meetsNeeds(mapping.roles, subject)).toBe(true);
    }
    expect(meetsNeeds(['phone', null], 'members')).toBe(true);
    expect(meetsNeeds(['tier', 'customer'], 'events')).toBe(false);
  });

  test('whatever headers and cells are, each role is given once and belongs to the subject', () => {
    const known = [
      ...HEADER_FAMILIES.flatMap((family) => Object.values(family.roles).flat()),
      ...Object.values(FILES).flatMap(({ lines }) => cut(lines)[0] ?? [])
    ];
    const cell = fc.oneof(
      fc.constantFrom('1', '9', '男', '2025-01-01', '是', 'a@example.com', '13800000001', 'login', '非常满意', ''),
      fc.string()
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...known), fc.string()), { maxLength: 10 }),
        fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 4 }),
        fc.option(fc.constantFrom(...SUBJECTS), { nil: undefined }),
        (columns, rows, wanted) => {
          const mapping = guessMapping(columns, rows, wanted);
          const roles = mapping.roles.filter((role) => role !== null);
          const { subject = 'orders' } = mapping;
          if (wanted) expect(subject).toBe(wanted);
          expect(new Set(roles).size).toBe(roles.length);
          expect(roles.filter((role) => !rolesOf(subject).includes(role))).toEqual([]);
          expect(mapping.roles.map((role) => role === null)).toEqual(mapping.confidence.map((one) => one === null));
          expect(chooseReads(columns, rows, mapping)).toHaveLength(columns.length);
        }
      ),
      { numRuns: 300 }
    );
  });
});
