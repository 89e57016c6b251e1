import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../test/engine/engine.ts';
import { guessMapping, subjectOf } from './guess-mapping.ts';
import { dropDraft, openDraft, reviseDraft } from './import.ts';
import type { Draft } from './source.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let drafted = 0;
const open = (text: string): Promise<Draft> => openDraft(engine, `s${++drafted}`, new File([text.trim().replace(/^ +/gm, '')], 'file.csv'));

const MEMBERS = `会员号,手机号,注册时间,生日,累计消费金额
  M1,13800000001,2024-01-05 10:00:00,1990-02-03,120.00
  M2,13800000002,2024-02-05 10:00:00,1985-11-23,0.00`;

test('members are no orders: their rows are used, and their keys are read', async () => {
  const draft = await open(MEMBERS);
  expect(draft.mapping).toMatchObject({
    subject: 'members',
    subjectConfidence: 'words',
    roles: ['customer', 'phone', 'member_since', 'birthday', null]
  });
  expect(draft.balance).toMatchObject({ inFile: 2, used: 2, orders: 0 });
  expect(draft.load.reads).toEqual(['text', 'text', 'timestamp', 'date', 'skip']);
  await dropDraft(engine, draft);
});

test('the user says what a file is about, and its columns are guessed anew for that', async () => {
  const visits = await open(`user_id,action,time
    1,visit,2025-01-01 10:00:00
    1,buy,2025-02-01 10:00:00
    2,visit,2025-01-05 10:00:00`);
  expect(visits.mapping).toMatchObject({ subject: 'events', roles: ['customer', 'event_name', 'event_time'] });
  expect(visits.balance).toMatchObject({ used: 3, orders: 0 });
  const orders = await reviseDraft(engine, visits, { kind: 'subject', subject: 'orders' });
  expect(orders.mapping).toMatchObject({ subject: 'orders', subjectConfidence: 'user', roles: ['customer', null, 'order_time'] });
  expect(orders.balance).toMatchObject({ inFile: 3, used: 3 });
  const back = await reviseDraft(engine, orders, { kind: 'subject', subject: 'events' });
  expect(back.mapping.roles).toEqual(['customer', 'event_name', 'event_time']);
  expect(back.balance).toMatchObject({ used: 3, orders: 0 });
  await dropDraft(engine, back);
});

test('orders that look like a list of refunds are orders when the user says so', async () => {
  const draft = await open(`订单号,会员号,下单时间,退款状态,退款编号
    1,a,2025-01-01 10:00:00,,
    2,b,2025-01-02 10:00:00,退款成功,R1`);
  expect(draft.mapping.subject).toBe('returns');
  const orders = await reviseDraft(engine, draft, { kind: 'subject', subject: 'orders' });
  expect(orders.mapping.subject).toBe('orders');
  expect(orders.balance.used).toBeGreaterThan(0);
  await dropDraft(engine, orders);
});

test('a mapping remembered before there were subjects is what it was', async () => {
  const text = `客户,日期,金额
    a,2025-01-01,10.00`;
  const first = await open(text);
  const { subject, subjectConfidence, ...old } = first.mapping;
  expect([subject, subjectConfidence]).toEqual(['orders', 'words']);
  expect(subjectOf(first.sketch.columns, old)).toBe('orders');
  const refunds = ['订单编号', '退款状态', '退款金额'];
  const { subject: _, ...oldRefunds } = guessMapping(refunds, []);
  expect(subjectOf(refunds, oldRefunds)).toBe('returns');
  const again = await openDraft(engine, `s${++drafted}`, first.file, { remembered: () => old });
  expect(again.mapping.roles).toEqual(first.mapping.roles);
  expect(again.balance).toEqual(first.balance);
  await dropDraft(engine, first);
  await dropDraft(engine, again);
});
