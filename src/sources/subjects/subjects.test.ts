import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../../test/engine/engine.ts';
import { buildShop, dropDraft, dropShop, openDraft, reviseDraft, type ImportOptions } from '../import.ts';
import type { Balance, Draft } from '../source.ts';
import { matchDrafts } from './join-others.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const open = (text: string, name = 'file.csv'): Promise<Draft> =>
  openDraft(engine, `j${++drafted}`, new File([text.trim().replace(/^ +/gm, '')], name));
const aside = (balance: Balance) =>
  Object.fromEntries(balance.setAside.filter(({ rows: count }) => count > 0).map(({ reason, rows: count }) => [reason, count]));
const said = (draft: Draft) => draft.readings.map(({ code }) => code);

const ORDERS = `order_id,customer_id,order_time,amount,product
  1,A1,2024-01-01 10:00:00,10.00,tea
  2,A1,2024-02-01 10:00:00,11.00,cup
  3,A2,2024-03-01 10:00:00,12.00,tea
  4,A3,2024-03-02 10:00:00,13.00,pot`;

async function shopOf(files: readonly (readonly [name: string, text: string] | string)[], options: ImportOptions = {}) {
  const drafts: Draft[] = [];
  for (const file of files) drafts.push(await (typeof file === 'string' ? open(file) : open(file[1], file[0])));
  const facts = await buildShop(engine, drafts, options);
  expect(facts.balance.inFile).toBe(facts.balance.used + facts.balance.setAside.reduce((sum, one) => sum + one.rows, 0));
  const [[told] = []] = await rows(engine, 'select count(*) from set_aside');
  expect(told).toBe(facts.balance.inFile - facts.balance.used);
  return { drafts, facts };
}

describe('members', () => {
  const MEMBERS = `会员号,手机号,邮箱,注册时间,生日,性别,会员等级,城市,是否同意接收短信,积分
    A1,+86 138-0000-0001,A@X.test,2023-05-01 10:00:00,1990-02-03,女,银卡,杭州,是,120
    A2,１３８００００００２,,2023-06-01 10:00:00,,男,金卡,上海,否,5
    A1,13800000001,a@x.test,2023-05-01 10:00:00,1990-02-03,女,金卡,杭州,是,150
    ,,,2023-07-01 10:00:00,,,,,,
    A9,13800000009,,2024-12-01 10:00:00,,未知,,,,`;

  test('the last row of a member counts, nobody is left out with the reason, and keys are kept as hashes only', async () => {
    const draft = await open(MEMBERS);
    expect(draft.mapping).toMatchObject({ subject: 'members' });
    expect(draft.mapping.roles.slice(0, 9)).toEqual([
      ...['customer', 'phone', 'email', 'member_since', 'birthday', 'gender', 'tier', 'region', 'consent']
    ]);
    expect(draft.balance).toMatchObject({ inFile: 5, used: 3, orders: 0 });
    expect(aside(draft.balance)).toEqual({ duplicate: 1, 'missing-customer': 1 });
    expect(said(draft)).toEqual(expect.arrayContaining(['members-read', 'keys-hashed']));
    await dropDraft(engine, draft);
    const { facts } = await shopOf([ORDERS, MEMBERS], { hashKey: 'secret' });
    expect(facts.tables).toEqual({ members: 3 });
    expect(
      await rows(
        engine,
        'select customer, key, cast(member_since as varchar), gender, tier, region, consent, points, phone, email from all_members order by key'
      )
    ).toEqual([
      [1, 'A1', '2023-05-01', 'female', '金卡', '杭州', true, 150, null, null],
      [2, 'A2', '2023-06-01', 'male', '金卡', '上海', false, 5, null, null],
      [null, 'A9', '2024-12-01', null, null, null, null, null, null, null]
    ]);
    expect(await rows(engine, 'select key from members order by key')).toEqual([['A1'], ['A2']]);
    expect(facts.matches).toMatchObject([
      { subject: 'members', header: '会员号', keys: 3, matchedKeys: 2, rows: 3, matchedRows: 2, unmatched: ['A9'], ambiguousKeys: 0 }
    ]);
  });

  test('orders take the tier and region that they have not, and can be filtered by them', async () => {
    const { facts } = await shopOf([ORDERS, MEMBERS]);
    expect(facts.dimensions).toEqual({
      region: [
        { value: '杭州', orders: 2 },
        { value: '', orders: 1 },
        { value: '上海', orders: 1 }
      ],
      tier: [
        { value: '金卡', orders: 3 },
        { value: '', orders: 1 }
      ]
    });
    expect(await rows(engine, 'select customer_id, first_tier, first_region from customers order by customer_id')).toEqual([
      ['A1', '金卡', '杭州'],
      ['A2', '金卡', '上海'],
      ['A3', null, null]
    ]);
    expect(facts.readings).toContainEqual({ code: 'filled-tier', level: 'info', params: { orders: 3 } });
  });

  test('personal keys are hashes, or nothing, or kept when an outreach list is asked for', async () => {
    const phones = 'phone,member since\n13800000001,2023-01-01\n13800000002,2023-01-02';
    await shopOf([ORDERS, phones]);
    expect(await rows(engine, 'select distinct key, phone from all_members')).toEqual([[null, null]]);
    await shopOf([ORDERS, phones], { hashKey: 'secret' });
    const hashed = (await rows(engine, 'select key from all_members')).flat();
    expect(new Set(hashed).size).toBe(2);
    expect(hashed.every((key) => typeof key === 'string' && /^[0-9a-f]{64}$/.test(key))).toBe(true);
    const draft = await reviseDraft(engine, await open(phones), { kind: 'rule', reason: 'outreach', isOn: true });
    await buildShop(engine, [await open(ORDERS), draft]);
    expect(await rows(engine, 'select phone from all_members order by phone')).toEqual([['13800000001'], ['13800000002']]);
  });

  test('the newer file wins, and what gives way is told', async () => {
    const { facts } = await shopOf([
      ORDERS,
      ['one.csv', 'member id,phone,tier\nA1,13800000001,silver\nA2,13800000002,silver'],
      ['two.csv', 'member id,phone,tier\nA1,13800000001,gold']
    ]);
    expect(await rows(engine, 'select key, tier from all_members order by key')).toEqual([
      ['A1', 'gold'],
      ['A2', 'silver']
    ]);
    expect(aside(facts.balance)).toEqual({ overlap: 1 });
    expect(await rows(engine, 'select reason, file, data_row, phone from set_aside')).toEqual([['overlap', 'one.csv', 1, '13****']]);
    expect(facts.matches).toMatchObject([
      { file: 'one.csv', keys: 1, matchedKeys: 1 },
      { file: 'two.csv', keys: 1, matchedKeys: 1 }
    ]);
  });

  test('企业微信: rows of one customer become one, with all who look after them and all groups of tags', async () => {
    const wecom = `客户名称,添加人,添加人账号,添加时间,来源,手机,external_userid,标签组1(等级),标签组2(偏好)
      甲,小王,wang,2023-05-02 10:00:00,扫码,13800000001,A1,金卡,茶
      甲,小李,li,2023-05-01 10:00:00,搜索,13800000001,A1,,杯
      乙,小王,wang,2023-06-01 10:00:00,扫码,,A2,银卡,`;
    const { drafts, facts } = await shopOf([ORDERS, wecom]);
    const [, draft] = drafts;
    expect(draft?.balance).toMatchObject({ inFile: 3, used: 3 });
    expect(draft?.readings).toContainEqual({ code: 'members-merged', level: 'info', params: { records: 2, rows: 3 } });
    expect(draft && said(draft)).toContain('tags-joined');
    expect(facts.tables).toEqual({ members: 2 });
    const [first, second] = await rows(engine, 'select key, owner, tags, cast(member_since as varchar) from all_members order by key');
    expect(first?.[0]).toBe('A1');
    expect(String(first?.[1]).split('；').length).toBe(2);
    expect(new Set(String(first?.[2]).split('；'))).toEqual(new Set(['金卡', '茶', '杯']));
    expect(first?.[3]).toBe('2023-05-01');
    expect(second?.slice(2)).toEqual(['银卡', '2023-06-01']);
  });
});

describe('events', () => {
  const EVENTS = `user_id,event,event_time,channel
    A1,visit,2024-01-05 10:00:01,app
    A1,visit,2024-01-05 10:00:01,app
    A2,login,2024-02-05 10:00:02,web
    ,login,2024-02-05 10:00:02,web
    A2,login,soon,web
    A2,login,,web
    B7,like,2024-03-05 10:00:03,app`;

  test('only persons with a time count, equal ones once, and the match is told by keys and by rows', async () => {
    const { drafts, facts } = await shopOf([ORDERS, EVENTS]);
    expect(aside(drafts[1]?.balance ?? facts.balance)).toEqual({
      duplicate: 1,
      'missing-customer': 1,
      'unreadable-date': 1,
      'missing-date': 1
    });
    expect(
      await rows(engine, 'select customer, cast(event_time as varchar), cast(day as varchar), event, channel from all_events')
    ).toEqual([
      [1, '2024-01-05 10:00:01', '2024-01-05', 'visit', 'app'],
      [2, '2024-02-05 10:00:02', '2024-02-05', 'login', 'web'],
      [null, '2024-03-05 10:00:03', '2024-03-05', 'like', 'app']
    ]);
    // As of the last order, 2 March, the like of 5 March is not seen yet.
    expect(await rows(engine, 'select event from events order by event_time')).toEqual([['visit'], ['login']]);
    expect(facts.matches).toMatchObject([{ keys: 3, matchedKeys: 2, rows: 3, matchedRows: 2, unmatched: ['B7'] }]);
  });

  test('equal rows that tell a day only are kept, unless the rule is switched on', async () => {
    const text = 'user_id,action,date\nA1,visit,2024-01-05\nA1,visit,2024-01-05';
    const draft = await open(text);
    expect(draft.balance).toMatchObject({ used: 2 });
    expect(said(draft)).toContain('equal-rows-kept');
    const strict = await reviseDraft(engine, draft, { kind: 'rule', reason: 'duplicate', isOn: true });
    expect(aside(strict.balance)).toEqual({ duplicate: 1 });
    await dropDraft(engine, strict);
  });

  test('a date order that cannot be told is asked for', async () => {
    const draft = await open('user_id,action,time\nA1,visit,03/04/2024 10:00\nA1,login,05/06/2024 11:00');
    expect(draft.questions).toMatchObject([{ kind: 'date-order', answer: null }]);
    const answered = await reviseDraft(engine, draft, { kind: 'answer', question: draft.questions[0]?.id ?? '', answer: 'dmy' });
    await buildShop(engine, [await open(ORDERS), answered]);
    expect(await rows(engine, 'select cast(day as varchar) from all_events order by day')).toEqual([['2024-04-03'], ['2024-06-05']]);
  });

  test('persons are found by further keys that a file of members holds', async () => {
    const phoneOrders = ORDERS.replace('customer_id', 'phone')
      .replaceAll('A1', '+86 13800000001')
      .replaceAll('A2', '13800000002')
      .replaceAll('A3', '13800000003');
    const members = 'member id,phone,email\nM1,13800000001,Q@X.test\nM2,１３８００００００００２,\nM3,13900000003,';
    const byMember =
      'member id,event,event_time\nM1,visit,2024-01-05 10:00:01\nM3,visit,2024-01-05 10:00:01\n M2 ,visit,2024-01-06 10:00:01';
    const byMail = 'email,event,event_time\nq@x.TEST,login,2024-01-07 10:00:01\nw@x.test,login,2024-01-07 10:00:01';
    const { facts } = await shopOf([phoneOrders, members, byMember, byMail]);
    expect(facts.matches?.map(({ keys, matchedKeys }) => [keys, matchedKeys])).toEqual([
      [3, 1],
      [3, 1],
      [2, 1]
    ]);
    expect(facts.matches?.[2]?.unmatched).toEqual(['w@****']);
    expect(await rows(engine, 'select customer, event from all_events where customer is not null order by event')).toEqual([
      [1, 'login'],
      [1, 'visit']
    ]);
  });

  test('numbers that a spreadsheet made 1001.0, wrapped or full-width ids are the same ids', async () => {
    const numbered = ORDERS.replaceAll('A1', '1001').replaceAll('A2', '1002').replaceAll('A3', '1003');
    const events = `user_id,event,event_time
      1001.0,visit,2024-01-05 10:00:01
      "=""1002""",visit,2024-01-05 10:00:02
      １００３,visit,2024-01-05 10:00:03
      1.00E+3,visit,2024-01-05 10:00:04`;
    const { facts } = await shopOf([numbered, events]);
    expect(facts.matches).toMatchObject([{ keys: 3, matchedKeys: 3, rows: 3 }]);
    expect(aside(facts.balance)).toEqual({ 'missing-customer': 1 });
  });

  test('a key that two customers share tells neither', async () => {
    const members = 'member id,phone\nA1,13800000001\nA2,13800000001';
    const events = 'phone,event,event_time\n13800000001,visit,2024-01-05 10:00:01\n13800000002,visit,2024-01-05 10:00:01';
    const { facts } = await shopOf([ORDERS, members, events]);
    expect(facts.matches?.[1]).toMatchObject({ keys: 2, matchedKeys: 0, ambiguousKeys: 1, matchedRows: 0 });
  });
});

describe('feedback', () => {
  test('scores are read in their scale, impossible ones set aside, and nobody need be named', async () => {
    const survey = `提交答卷时间,会员号,您有多大可能推荐我们？,您对服务满意吗？,还有什么建议？
      2024/02/01 12:00:01,A1,9分,非常满意,很好
      2024/02/01 12:00:02,A2,11,满意,
      2024/02/02 12:00:03,,3,不满意,(空)
      2024/02/03 12:00:04,X1,,,就这样
      2024/02/03 12:00:05,X1,(跳过),,
      2024/02/03 12:00:06,A3,很可能,,
      ${[10, 10, 8, 7].map((score, day) => `2024/02/1${day} 12:00:07,A3,${score},,`).join('\n')}`;
    const { drafts, facts } = await shopOf([ORDERS, survey]);
    expect(drafts[1]?.mapping.roles).toEqual(['survey_time', 'customer', 'nps', 'csat', 'comment']);
    expect(aside(facts.balance)).toEqual({ 'impossible-score': 1, 'no-answer': 1, 'unreadable-score': 1 });
    expect(drafts[1]?.balance).toMatchObject({ used: 7, anonymous: 1 });
    expect(
      await rows(
        engine,
        "select customer, cast(day as varchar), kind, score, comment from all_feedback where day < '2024-02-10' order by day, kind desc"
      )
    ).toEqual([
      [1, '2024-02-01', 'nps', 9, '很好'],
      [1, '2024-02-01', 'csat', 5, null],
      [null, '2024-02-02', 'nps', 3, null],
      [null, '2024-02-02', 'csat', 2, null],
      [null, '2024-02-03', 'comment', null, '就这样']
    ]);
    expect(facts.matches).toMatchObject([{ keys: 3, matchedKeys: 2, rows: 6, matchedRows: 5, unmatched: ['X1'] }]);
  });

  test('tickets know when they were opened, answered and solved, as moments or as lengths of time', async () => {
    const moments = `ticket id,customer id,created at,first response at,resolved at,type,status
      T1,A1,2024-02-01 10:00:00,2024-02-01 11:30:00,2024-02-02 10:00:00,delivery,closed
      T1,A1,2024-02-01 10:00:00,2024-02-01 11:30:00,2024-02-03 10:00:00,delivery,closed
      T2,A2,2024-02-05 10:00:00,2024-02-05 09:00:00,,quality,open`;
    await shopOf([ORDERS, moments]);
    const asked =
      'select customer, kind, cast(opened as varchar), cast(first_reply as varchar), cast(resolved as varchar), first_reply_hours, resolved_hours, type from all_feedback order by opened';
    expect(await rows(engine, asked)).toEqual([
      [1, 'ticket', '2024-02-01 10:00:00', '2024-02-01 11:30:00', '2024-02-03 10:00:00', 1.5, 48, 'delivery'],
      [2, 'ticket', '2024-02-05 10:00:00', '2024-02-05 09:00:00', null, null, null, 'quality']
    ]);
    const spans = `Ticket Id,Requester Email,Created time,Type,First Response Time (in Hrs),Resolution Time (in Hrs)
      7,a@x.test,2024-02-01 10:00:00,Question,1.5,48
      8,b@x.test,2024-02-05 10:00:00,Problem,,`;
    const { drafts } = await shopOf([ORDERS.replaceAll('A1', 'A@x.test').replace('customer_id', 'email'), spans]);
    expect(said(drafts[1] as Draft)).toContain('spans-added');
    expect((await rows(engine, asked)).map((row) => row.slice(2, 7))).toEqual([
      ['2024-02-01 10:00:00', '2024-02-01 11:30:00', '2024-02-03 10:00:00', 1.5, 48],
      ['2024-02-05 10:00:00', null, null, null, null]
    ]);
  });

  test('answers about an order belong to its customer', async () => {
    const { facts } = await shopOf([ORDERS, 'order id,stars,review text,review date\n3,5,fine,2024-03-01\n99,1,bad,2024-03-01']);
    expect(facts.matches).toMatchObject([{ header: 'order id', keys: 2, matchedKeys: 1, rows: 2, matchedRows: 1, unmatched: ['99'] }]);
    expect(await rows(engine, 'select customer, kind, score, order_id from all_feedback order by order_id')).toEqual([
      [2, 'csat', 5, '3'],
      [null, 'csat', 1, '99']
    ]);
  });

  test('the second row of a SurveyMonkey header is no answer', async () => {
    const draft =
      await open(`Respondent ID,Collector ID,Start Date,End Date,Custom Data 1,How likely is it that you would recommend us to a friend?,Open
      ,,,,,Response,Open-Ended Response
      101,9,02/13/2024 10:00:00 AM,02/13/2024 10:05:00 AM,A1,10,ok
      102,9,02/14/2024 10:00:00 AM,02/14/2024 10:05:00 AM,A2,4,
      103,9,02/15/2024 10:00:00 AM,02/15/2024 10:05:00 AM,A4,7,`);
    expect(draft.balance).toMatchObject({ used: 3 });
    expect(aside(draft.balance)).toEqual({ description: 1 });
    await dropDraft(engine, draft);
  });
});

test('touches: groups, costs of parts of a cent, and responses', async () => {
  const { facts } = await shopOf([
    ORDERS,
    `customer_id,campaign,group,sent at,cost,responded
      A1,spring,treatment,2024-02-01 10:00:00,0.045,yes
      A2,spring,treatment,2024-02-01 10:00:00,0.045,no
      A3,spring,control,2024-02-01 10:00:00,0,no
      A1,spring,treatment,2024-02-01 10:00:00,0.045,yes`
  ]);
  expect(aside(facts.balance)).toEqual({ duplicate: 1 });
  expect(
    await rows(engine, 'select customer, campaign, grp, cast(day as varchar), cast(cost as double), responded from all_touches')
  ).toEqual([
    [1, 'spring', 'treatment', '2024-02-01', 0.045, true],
    [2, 'spring', 'treatment', '2024-02-01', 0.045, false],
    [3, 'spring', 'control', '2024-02-01', 0, false]
  ]);
  expect(facts.readings.map(({ code }) => code)).toContain('money-unmarked');
});

test('products give orders their category, by code or by name', async () => {
  const products = 'sku,product name,category,cost\nT,tea,drinks,1.234\nC,cup,dishes,2\nC,cup,kitchen,2.5\n,,,9';
  const { facts } = await shopOf([ORDERS, products]);
  expect(aside(facts.balance)).toEqual({ duplicate: 1, 'missing-product': 1 });
  expect(await rows(engine, 'select order_id, category from all_orders order by order_id')).toEqual([
    ['1', 'drinks'],
    ['2', 'kitchen'],
    ['3', 'drinks'],
    ['4', null]
  ]);
  expect(facts.dimensions.category).toHaveLength(3);
  await shopOf([ORDERS.replace('product', 'sku').replaceAll('tea', 'T'), products]);
  expect(await rows(engine, "select order_id from all_orders where category = 'drinks' order by order_id")).toEqual([['1'], ['3']]);
});

describe('joining before a shop is built', () => {
  test('tells the match and the other columns, and another column can be chosen', async () => {
    const events = await open('user_id,member id,event,event_time\nz1,A1,visit,2024-01-05 10:00:01\nz2,A2,visit,2024-01-05 10:00:01');
    expect(await matchDrafts(engine, [events], { hasShop: false })).toEqual([]);
    const orders = await open(ORDERS);
    const [match] = await matchDrafts(engine, [orders, events], { hasShop: false });
    const used = match?.header;
    const other = match?.others[0];
    expect([used, other?.header].sort()).toEqual(['member id', 'user_id']);
    const wanted = events.sketch.columns.indexOf('member id');
    const chosen = await reviseDraft(engine, events, { kind: 'role', column: wanted, role: 'customer' });
    expect(await matchDrafts(engine, [orders, chosen], { hasShop: false })).toMatchObject([
      { header: 'member id', keys: 2, matchedKeys: 2, others: [{ header: 'user_id', keys: 2, matchedKeys: 0 }] }
    ]);
    await buildShop(engine, [orders]);
    expect(await matchDrafts(engine, [chosen], { hasShop: true })).toMatchObject([{ keys: 2, matchedKeys: 2 }]);
    await dropDraft(engine, chosen);
  });

  test('a shop that cannot be built leaves the one before with all its tables', async () => {
    const event = 'user_id,event,event_time\nA1,visit,2024-01-05 10:00:01';
    await shopOf([ORDERS, event]);
    const before = await rows(engine, 'select * from all_events');
    const stop = new AbortController();
    const drafts = [await open(ORDERS), await open(event.replace('visit', 'login'))];
    stop.abort();
    await expect(buildShop(engine, drafts, { signal: stop.signal })).rejects.toMatchObject({ fault: 'cancelled' });
    await expect(buildShop(engine, [drafts[1] as Draft])).rejects.toThrow(RangeError);
    expect(await rows(engine, 'select * from all_events')).toEqual(before);
    await buildShop(engine, drafts);
    expect(await rows(engine, 'select event from all_events')).toEqual([['login']]);
    await dropShop(engine);
    expect(await rows(engine, "select count(*) from duckdb_tables() where table_name like '%event%'")).toEqual([[0]]);
  });

  test('a file that lacks a needed column says so, and every row of it is accounted for', async () => {
    const draft = await reviseDraft(engine, await open('a,b\n1,2\n3,4'), { kind: 'subject', subject: 'events' });
    expect(said(draft)).toEqual(['needs-missing']);
    expect(aside(draft.balance)).toEqual({ 'needs-missing': 2 });
    const facts = await buildShop(engine, [await open(ORDERS), draft]);
    expect(aside(facts.balance)).toEqual({ 'needs-missing': 2 });
  });
});
