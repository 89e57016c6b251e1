import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows, startEngine } from '../../../test/engine/engine.ts';
import { buildShop, openDraft, reviseDraft } from '../import.ts';
import type { Draft } from '../source.ts';
import { betterKeys, matchDrafts } from './join-others.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const open = (text: string, name = 'file.csv'): Promise<Draft> => openDraft(engine, `k${++drafted}`, new File([text], name));
const times = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('\n');
const phone = (at: number) => `1380000${1000 + at}`;

/** Two orders of each of 30 buyers, with the phone of the parcel. */
const orders = (phoneOf: (at: number) => string = phone) =>
  `订单编号,买家会员名,订单付款时间,买家实际支付金额,订单状态,联系手机\n${times(60, (at) => `T${at},b${at % 30},2024-01-${10 + (at % 18)} 10:00:00,10.00,交易成功,'${phoneOf(at % 30)}`)}`;
const survey = `提交答卷时间,手机号,您有多大可能推荐我们？\n${times(20, (at) => `2024/02/01 12:00:${10 + at},+86 ${phone(at + 15)},9`)}`;

describe('the column by which people are looked up', () => {
  const log = `user_id,member id,event,event_time\n${times(20, (at) => `u${at},b${at},visit,2024-01-05 10:00:${10 + at}`)}`;

  test('is the one that finds most customers, whatever the headers say', async () => {
    const given = [await open(orders()), await open(log)];
    const [, visits] = given;
    expect(visits?.mapping.roles[0]).toBe('customer');
    const better = await betterKeys(engine, given, { hasShop: false });
    expect(better).toEqual(new Map([[visits?.id, 1]]));
    const chosen = await reviseDraft(engine, visits as Draft, { kind: 'role', column: 1, role: 'customer', by: 'values' });
    expect(chosen.mapping.confidence[1]).toBe('values');
    expect(await betterKeys(engine, [given[0] as Draft, chosen], { hasShop: false })).toEqual(new Map());
    expect(await matchDrafts(engine, [given[0] as Draft, chosen], { hasShop: false })).toMatchObject([
      { header: 'member id', keys: 20, matchedKeys: 20, others: [{ header: 'user_id', keys: 20, matchedKeys: 0 }] }
    ]);
  });

  test('stays where the user has chosen it', async () => {
    const visits = await reviseDraft(engine, await open(log), { kind: 'role', column: 0, role: 'customer' });
    expect(await betterKeys(engine, [await open(orders()), visits], { hasShop: false })).toEqual(new Map());
  });

  test('is no short number of another system that fits by chance', async () => {
    const numbered = `order_id,customer_id,order_time,amount\n${times(60, (at) => `${at},${(at % 30) + 1},2024-01-01 10:00:00,5`)}`;
    const members = `customer_id,email\n${times(30, (at) => `${at + 1},p${at}@x.test`)}`;
    const tickets = `Ticket ID,Requester ID,Requester Email,Created at\n${times(20, (at) => `T${at},${at + 1},p${at % 15}@x.test,2024-02-01 10:00:00`)}`;
    const given = [await open(numbered), await open(members), await open(tickets)];
    const [, match] = await matchDrafts(engine, given, { hasShop: false });
    expect(match).toMatchObject({ header: 'Requester Email', matchedKeys: 15 });
    expect(match?.others.find(({ header }) => header === 'Requester ID')?.matchedKeys).toBe(20);
    expect((await betterKeys(engine, given, { hasShop: false })).get(given[2]?.id ?? '')).toBeUndefined();
  });
});

describe('where nobody is found', () => {
  test('the column of the orders that was left out is named, and finds them once it is asked for', async () => {
    const [list, answers] = [await open(orders(), 'list.csv'), await open(survey)];
    const [match] = await matchDrafts(engine, [list, answers], { hasShop: false });
    expect(match).toMatchObject({
      ...{ keys: 20, matchedKeys: 0, kind: 'phone' },
      elsewhere: [
        { file: 'list.csv', draft: list.id, header: '联系手机', kind: 'phone', looked: 30, found: 15, isWhole: false, isMasked: false }
      ]
    });
    const [place] = match?.elsewhere ?? [];
    const kept = await reviseDraft(engine, list, { kind: 'role', column: place?.column ?? -1, role: 'phone' });
    expect(kept.customers).toBe(30);
    const found = await matchDrafts(engine, [kept, answers], { hasShop: false });
    expect(found).toMatchObject([{ keys: 20, matchedKeys: 15, unmatched: ['13****', '13****', '13****', '13****', '13****'] }]);
    const facts = await buildShop(engine, [kept, answers]);
    expect(facts.matches).toMatchObject([{ keys: 20, matchedKeys: 15 }]);
    expect(await rows(engine, 'select count(customer), count(*) from all_feedback')).toEqual([[15, 20]]);
    expect(await rows(engine, "select count(*) from customer_profiles where customer_id like '%138%'")).toEqual([[0]]);
  });

  test('that it is masked there is told', async () => {
    const given = [await open(orders((at) => `138****${1000 + at}`)), await open(survey)];
    expect(await matchDrafts(engine, given, { hasShop: false })).toMatchObject([
      { matchedKeys: 0, elsewhere: [{ header: '联系手机', looked: 60, found: 0, isMasked: true }] }
    ]);
  });

  test('another key of the orders that was measured and not taken is compared on every row', async () => {
    const list = `order_id,会员编号,客户编号,order_time,amount\n${times(60, (at) => `${at},A${at % 30},X${at % 30},2024-01-01 10:00:00,5`)}`;
    const visits = `user_id,event,event_time\n${times(20, (at) => `${at % 2 ? 'X' : 'Y'}${at},visit,2024-01-05 10:00:${10 + at}`)}`;
    const [match] = await matchDrafts(engine, [await open(list), await open(visits)], { hasShop: false });
    expect(match).toMatchObject({ matchedKeys: 0, elsewhere: [{ header: '客户编号', kind: 'id', looked: 30, found: 10, isWhole: true }] });
  });

  test('nothing is said of a phone that is nobody’s in the file', async () => {
    const given = [await open(orders((at) => `1990000${2000 + at}`)), await open(survey)];
    expect(await matchDrafts(engine, given, { hasShop: false })).toMatchObject([{ matchedKeys: 0, elsewhere: [] }]);
  });
});

test('a phone that several customers share finds none of them', async () => {
  const shared = await open(orders((at) => phone(at < 20 ? 15 : at)));
  const kept = await reviseDraft(engine, shared, { kind: 'role', column: 5, role: 'phone' });
  expect(await matchDrafts(engine, [kept, await open(survey)], { hasShop: false })).toMatchObject([
    { keys: 20, matchedKeys: 10, ambiguousKeys: 1 }
  ]);
});
