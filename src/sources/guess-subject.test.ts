import { describe, expect, test } from 'vitest';
import { guessMapping } from './guess-mapping.ts';
import type { Subject } from './subject.ts';

/** Headers alone, without a row; `?` in front: the user is asked. */
// prettier-ignore
const HEADERS: Readonly<Record<Subject, readonly string[]>> = {
  members: [
    '客户ID,客户昵称,手机号,客户身份,会员等级,累计消费金额(元),累计消费次数,客单价(元),上次消费时间,成为客户时间,来源渠道,标签',
    'openid,昵称,性别,城市,省份,关注时间,标签,备注名',
    '会员卡号,会员姓名,性别,出生日期,手机,开卡门店,开卡日期,卡类型,可用积分,余额,有效期至,推荐人',
    '会员ID,注册日期,首次消费日期,最近消费日期,消费金额,消费次数',
    '客户编号,客户名称,联系人,联系电话,所属行业,客户级别,业务员,建档日期,应收余额',
    '会员号,最近一次订单号,最近下单时间,累计实付金额,会员等级,生日',
    'Customer ID,Gender,Age,Annual Income (k$),Spending Score (1-100)',
    'Contact ID,Full Name,Email,Mobile,Tier,Points,Enrolled On,Last Visit,Opt In',
    'user_id,nickname,mobile,reg_time,last_login_time,vip_level,total_amount,order_num',
    'EMAIL,FIRSTNAME,LASTNAME,SMS,DOUBLE_OPT-IN,ADDED_TIME',
    'customer_id,email,first_order_date,last_order_date,orders_count,total_spent,average_order_value,accepts_marketing'
  ],
  feedback: [
    '提交人,提交时间,您对我们的产品满意吗？,您会推荐给朋友吗（0~10）,其他建议',
    '编号,开始答题时间,结束答题时间,答题时长,地理位置,Q1.您的会员号,Q2.您有多大可能性将我们推荐给您的亲友,Q3.请说明原因',
    '会话ID,客户昵称,客服,开始时间,首次响应时长(秒),平均响应时长(秒),会话时长,满意度评价,订单号',
    '投诉编号,会员手机号,投诉时间,投诉类型,投诉内容,首次响应时间,办结时间,处理结果,是否24小时内闭环',
    '工单号,订单号,客户,赔付金额,创建时间,解决时间,问题类型',
    '用户名,评分,评论内容,评论时间,点赞数,商品ID',
    'Timestamp,Email Address,How satisfied are you with your purchase?,Would you recommend us to a friend?,Any other comments?',
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp',
    'Ticket ID,Customer Name,Customer Email,Product Purchased,Date of Purchase,Ticket Type,Ticket Subject,Ticket Status,First Response Time,Time to Resolution,Customer Satisfaction Rating',
    'Case Number,Account Name,Subject,Case Owner,Status,Date/Time Opened,Date/Time Closed,Age (Hours),Type',
    'Score,Comment,Email,Date'
  ],
  events: [
    'distinct_id,event,time,$os,$browser,$city',
    '用户ID,商品ID,行为类型,地理位置,商品类目,时间',
    '?visitorid,timestamp,event,itemid,transactionid',
    '?会员号,访问时间,页面,停留时长,来源',
    'user_pseudo_id,event_name,event_timestamp,platform,geo_country'
  ],
  touches: [
    '任务名称,客户手机号,发送状态,发送时间,点击时间,短信内容',
    '客户编号,活动,是否对照组,触达时间,是否回购',
    'Campaign Name,Email,Send Time,Opened,Clicked,Unsubscribed',
    'user_id,group,landing_page,converted,timestamp'
  ],
  products: [
    '款号,品名,大类,中类,吊牌价,成本,上市日期',
    'Handle,Title,Vendor,Type,Tags,Published,Variant SKU,Variant Price,Cost per item',
    'ID,Type,SKU,Name,Published,Categories,Regular price,Stock'
  ],
  returns: ['退款编号,订单编号,退款状态,退款金额,申请时间,退款原因', '售后单号,订单编号,申请时间,同意退款时间,售后状态,退款金额'],
  orders: [
    '?会员号,消费日期,消费金额,性别,生日,注册日期,会员等级,门店',
    '单据日期,单据编号,客户编码,客户名称,存货编码,存货名称,数量,含税单价,价税合计',
    '交易时间,交易单号,会员卡号,门店,收银员,应收,优惠,实收,支付方式,积分',
    '手机号,姓名,购买日期,商品,金额',
    '订单号,买家会员名,下单时间,实付金额,评价,满意度,活动名称',
    'Deal Name,Deal Stage,Amount,Deal owner,Close Date,Record ID',
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_customer_date',
    'invoice_no,customer_id,gender,age,category,quantity,price,payment_method,invoice_date,shopping_mall',
    'Invoice ID,Branch,City,Customer type,Gender,Product line,Unit price,Quantity,Tax 5%,Total,Date,Time,Payment,cogs,Rating',
    'Transaction_ID,CustID,Date,Total Spent,Store',
    'ticket no,member no,date,amount,store',
    'customer_id,visit_date,amount',
    'order_id,customer_id,created_at',
    'user_id,pay_time,amount',
    'date,customer,amount'
  ]
};

describe.each(Object.entries(HEADERS))('%s', (subject, files) => {
  test.each(files)('%s', (file) => {
    const mapping = guessMapping(file.replace('?', '').split(','), []);
    expect([mapping.subject, mapping.subjectConfidence]).toEqual([subject, file.startsWith('?') ? 'unsure' : 'words']);
  });
});

test('a helpdesk’s own number for a person gives way to the e-mail beside it, and stays where there is none', () => {
  const headers = ['Ticket ID', 'Status', 'Type', 'Created time', 'Resolved time', 'Contact ID', 'Email'];
  const cells = Array.from({ length: 12 }, (_, at) => [
    `${500 + at}`,
    'Closed',
    'Complaint',
    '2024-05-01 10:00:00',
    '2024-05-02 10:00:00',
    `80${at}`,
    `a${at}@example.com`
  ]);
  expect(guessMapping(headers, cells).roles.indexOf('customer')).toBe(6);
  expect(
    guessMapping(
      headers.slice(0, 6),
      cells.map((row) => row.slice(0, 6))
    ).roles.indexOf('customer')
  ).toBe(5);
});
