import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows, startEngine } from '../../test/engine/engine.ts';
import { buildShop, openDraft } from './import.ts';
import type { Draft, ShopFacts } from './source.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

let opened = 0;
/** A shop of files written as lines, blanks before lines taken off. */
async function shopOf(...files: string[]): Promise<{ drafts: Draft[]; facts: ShopFacts; aside: Record<string, number> }> {
  const drafts: Draft[] = [];
  for (const text of files)
    drafts.push(await openDraft(engine, `e${++opened}`, new File([text.trim().replace(/^ +/gm, '')], `file-${drafts.length + 1}.csv`)));
  const facts = await buildShop(engine, drafts);
  return {
    drafts,
    facts,
    aside: Object.fromEntries(facts.balance.setAside.filter((one) => one.rows > 0).map((one) => [one.reason, one.rows]))
  };
}
const amounts = async () =>
  (await rows(engine, 'select order_id, amount from all_orders order by order_id')).map(
    ([id, amount]) => `${String(id)} ${String(amount)}`
  );

test('closed orders that show nothing paid do not make the paid amount of the others net', async () => {
  const { aside } = await shopOf(`订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,退款金额
    1,甲,100,0,交易关闭,2024-01-01 10:00:00,100
    2,甲,90,0,交易关闭,2024-01-02 10:00:00,90
    3,乙,80,80,交易成功,2024-01-03 10:00:00,5元
    4,丙,70,70,交易成功,2024-01-04 10:00:00,无退款申请`);
  expect(aside).toEqual({ cancelled: 2 });
  expect(await amounts()).toEqual(['3 75', '4 70']);
});

test('lines of one price each are added up where the export gives each line its own amount', async () => {
  await shopOf(`主订单编号,子订单编号,选购商品,订单应付金额,订单提交时间,订单状态,售后状态
    "\t71","\t1","裙;新款","1,059.90",2024-01-01 10:00:00,已完成,-
    "\t71","\t2",裤,"1,059.90",2024-01-01 10:00:00,已完成,-
    "\t72","\t3",裙,"1,059.90",2024-01-02 10:00:00,备货中,-`);
  expect(await amounts()).toEqual(['71 2119.8', '72 1059.9']);
  await shopOf(`主订单编号,子订单编号,选购商品,商品金额,订单应付金额,订单提交时间,订单状态
    71,1,裙,60.00,100.00,2024-01-01 10:00:00,已完成
    71,2,裤,40.00,100.00,2024-01-01 10:00:00,已完成`);
  expect(await amounts()).toEqual(['71 100']);
});

test('that one line was refunded says nothing of the lines beside it', async () => {
  const { aside } = await shopOf(`order_id,customer_id,order_time,amount,product,refund status
    1,a,2024-01-01,10.00,tea,refunded
    1,a,2024-01-01,20.00,cup,
    2,b,2024-01-02,15.00,tea,
    2,b,2024-01-02,5.00,jam,`);
  expect(aside).toEqual({ refunded: 1 });
  expect(await amounts()).toEqual(['1 20', '2 20']);
});

test('identical rows stay duplicates where a few repeated orders differ', async () => {
  const list = Array.from({ length: 8 }, (_, index) => `${index},c${index % 3},2024-01-0${index + 1},${10 + index}.00,completed`);
  const { aside, drafts } = await shopOf(
    ['order_id,customer_id,order_time,amount,status', ...list, ...list, '0,c0,2024-01-02,10.00,shipped'].join('\n')
  );
  expect(aside).toEqual({ duplicate: 8 });
  expect(drafts[0]?.balance).toMatchObject({ orders: 8, used: 9 });
});

test('a number or a time of nothing but a dash or a tab is none', async () => {
  const { aside } = await shopOf(`订单号,用户实付金额(元),支付时间,订单状态,售后状态,退款金额(元)
    -,10.00,2024-01-01 10:00:00,已收货,无售后或售后取消,\t
    -,11.00,2024-01-02 10:00:00,"已发货，待签收",无售后或售后取消,-
    240103-1\t,12.00,"\t",已收货,无售后或售后取消,\t
    -,13.00,-,已收货,无售后或售后取消,\t`);
  expect(aside).toEqual({ 'missing-date': 1 });
  expect(await rows(engine, 'select order_id, cast(day as varchar), amount from all_orders order by amount')).toEqual([
    [null, '2024-01-01', 10],
    [null, '2024-01-02', 11],
    ['240103-1', '2024-01-03', 12]
  ]);
});

test('0 is a guest where the platform says so, even if customers are numbered from 1', async () => {
  const list = Array.from({ length: 12 }, (_, index) => `${index + 1},2024-01-${10 + index} 10:00:00,wc-completed,10.00,${index % 4}`);
  const { facts } = await shopOf(['order_id,order_date,status,order_total,customer_id', ...list].join('\n'));
  expect(facts).toMatchObject({ customers: 3, balance: { anonymous: 3 } });
});

test('eBay: blank order numbers, amounts in US $, the last line', async () => {
  const { facts, aside } = await shopOf(`Sales Record Number,Order Number,Buyer Username,Item Title,Quantity,Sold For,Total Price,Sale Date
    101,01-1,bob,Lens,1,US $10.00,US $12.00,Jul-25-26
    102,,ann,,2,US $30.00,"US $1,030.00",Jul-26-26
    102,,ann,Cap,1,US $10.00,,
    102,,ann,Hat,1,US $20.00,,
    4,record(s) downloaded,from,Jul-01-26,to,Jul-31-26`);
  expect(aside).toEqual({ footer: 1 });
  expect(facts).toMatchObject({ orders: 2, customers: 2, amount: 1042 });
});

const LIST = `订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,退款金额
  1,甲,100,100,交易成功,2024-01-01 10:00:00,无退款申请
  2,甲,90,90,交易成功,2024-01-02 10:00:00,无退款申请
  3,乙,80,80,交易成功,2024-01-03 10:00:00,无退款申请
  4,丙,70,70,交易成功,2024-01-04 10:00:00,8`;

/** The rows set aside in the shop, as the balance and as the table tells them. */
async function asideTwice(facts: ShopFacts): Promise<void> {
  const told = facts.balance.setAside.filter((one) => one.rows > 0).map((one) => `${one.reason} ${one.rows}`);
  const kept = (await rows(engine, 'select reason, count(*) from set_aside group by reason')).map(
    ([reason, count]) => `${String(reason)} ${String(count)}`
  );
  expect(kept.sort()).toEqual(told.sort());
  expect(facts.balance.used + facts.balance.setAside.reduce((sum, one) => sum + one.rows, 0)).toBe(facts.balance.inFile);
}

test('a list of refunds is taken off the orders of the other files, each once', async () => {
  const refunds = `售后单号,订单编号,申请时间,同意退款时间,售后状态,退款金额
    R1,1,2024-01-05 10:00:00,2024-01-06 10:00:00,退款成功,30
    R2,2,2024-01-06 10:00:00,2024-01-06 12:00:00,退款成功,90
    R3,3,2024-01-07 10:00:00,,退款关闭,80
    R4,4,2024-01-08 10:00:00,2024-01-08 10:00:00,退款成功,8
    R5,9,2024-01-08 10:00:00,2024-01-08 10:00:00,退款成功,5`;
  for (const files of [
    [LIST, refunds],
    [refunds, LIST]
  ]) {
    const { aside, facts } = await shopOf(...files);
    expect(aside).toEqual({ 'refund-row': 5, refunded: 1 });
    expect(await amounts()).toEqual(['1 70', '3 80', '4 62']);
    await asideTwice(facts);
  }
  const taobao = `订单编号,退款编号,订单付款时间,退款完结时间,买家会员名,买家实际支付金额,买家退款金额,退款类型,退款的申请时间,退款状态,货物状态
    1,77001,2024-01-01 10:00:00,2024-01-05 10:00:00,甲,100,40,仅退款,2024-01-04 10:00:00,退款成功,买家已收到货
    3,77002,2024-01-03 10:00:00,,乙,80,80,仅退款,2024-01-04 10:00:00,退款关闭,买家未收到货`;
  expect((await shopOf(LIST, taobao)).aside).toEqual({ 'refund-row': 2 });
  expect(await amounts()).toEqual(['1 60', '2 90', '3 80', '4 62']);
  await expect(shopOf(refunds)).rejects.toThrow(RangeError);
});

test('the later file counts for an order, also where all of its orders died', async () => {
  const closed = `订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,退款金额
    3,乙,80,80,交易关闭,2024-01-03 10:00:00,80`;
  const { facts, aside } = await shopOf(LIST, closed);
  expect(aside).toEqual({ overlap: 1, cancelled: 1 });
  expect(await amounts()).toEqual(['1 100', '2 90', '4 62']);
  await asideTwice(facts);
});

test('item details tell more of the orders in a list with buyers, and are counted once', async () => {
  const items = `子订单编号,主订单编号,标题,购买数量,商品属性,订单状态,买家实付金额,订单创建时间
    11,1,茶,1,白,交易成功,60,2024-01-01 10:00:00
    12,1,杯,1,白,交易成功,30,2024-01-01 10:00:00
    51,5,杯,1,白,交易成功,25,2024-01-05 10:00:00`;
  const { facts, aside } = await shopOf(LIST, items);
  expect(aside).toEqual({});
  expect(facts.balance).toMatchObject({ inFile: 7, used: 7, orders: 5 });
  expect(facts.readings).toContainEqual({ code: 'details-joined', level: 'info', params: { rows: 2, orders: 1 } });
  expect(await rows(engine, "select order_id, product, quantity from all_orders where order_id in ('1', '2') order by order_id")).toEqual([
    ['1', '茶', 2],
    ['2', null, null]
  ]);
  expect(await amounts()).toEqual(['1 100', '2 90', '3 80', '4 62', '5 25']);
  expect(facts.customers).toBe(3);
  await asideTwice(facts);
});

test('files in different currencies are never added: that of most orders is used', async () => {
  const inCurrency = (code: string, from: number, count: number) =>
    [
      'order_id,customer_id,order_time,amount,currency',
      ...Array.from({ length: count }, (_, index) => `${from + index},c${index % 2},2024-01-0${index + 1},10.00,${code}`)
    ].join('\n');
  const { facts, aside } = await shopOf(inCurrency('USD', 0, 2), inCurrency('EUR', 2, 3));
  expect(aside).toEqual({ 'other-currency': 2 });
  expect(facts).toMatchObject({ orders: 3, amount: 30, currency: 'EUR' });
  await asideTwice(facts);
  const signed = `order_id,customer_id,order_time,amount
    7,a,2024-01-01,$10.00`;
  expect((await shopOf(signed, inCurrency('AUD', 0, 1))).facts).toMatchObject({ orders: 2, amount: 20, currency: 'AUD' });
  expect((await shopOf(signed, inCurrency('EUR', 0, 2))).facts).toMatchObject({ orders: 2, amount: 20, currency: 'EUR' });
});

test('order numbers that a spreadsheet cut do not put orders together', async () => {
  const { facts } = await shopOf(`订单编号,买家会员名,买家实际支付金额,订单创建时间
    1.93068E+17,甲,10,2024-01-01 10:00:00
    1.93068E+17,乙,12,2024-01-02 10:00:00`);
  expect(facts).toMatchObject({ orders: 2, customers: 2, amount: 22 });
});

test('signs in the amounts tell currencies, which are asked about where there are several', async () => {
  const text = `order_id,customer_id,order_time,amount
    1,a,2024-01-01,"€1,010.00"
    2,b,2024-01-02,€11.00
    3,a,2024-01-03,$12.00
    4,a,2024-01-03,13.00`;
  const { drafts, facts, aside } = await shopOf(text);
  expect(drafts[0]?.questions).toMatchObject([{ kind: 'currency', options: ['EUR', 'USD'] }]);
  expect(aside).toEqual({ 'other-currency': 1 });
  expect(facts).toMatchObject({ amount: 1034, currency: 'EUR' });
  expect((await shopOf(text.replaceAll('$', '€'))).drafts[0]?.questions).toEqual([]);
});

test('an order of several lines counts when it was paid, and in its own currency', async () => {
  const { aside } = await shopOf(`Name,Email,Financial Status,Paid at,Total,Currency,Created at,Lineitem quantity,Lineitem name
    #1,a@x.test,paid,2026-03-02 00:05:00 -0500,30.00,USD,2026-03-01 23:59:00 -0500,1,"Tea, green"
    #1,a@x.test,,,,,2026-03-01 23:59:00 -0500,2,Cup
    #2,c@x.test,paid,2026-03-02 10:00:00 -0500,12.00,CAD,2026-03-02 10:00:00 -0500,1,Tea
    #2,c@x.test,,,,,2026-03-02 10:00:00 -0500,1,Cup
    #3,c@x.test,paid,2026-03-03 10:00:00 -0500,7.00,USD,2026-03-03 10:00:00 -0500,1,Tea`);
  expect(aside).toEqual({ 'other-currency': 2 });
  expect(await rows(engine, 'select order_id, cast(day as varchar), amount from all_orders order by order_id')).toEqual([
    ['#1', '2026-03-02', 30],
    ['#3', '2026-03-03', 7]
  ]);
});

test('refunds of single lines beside an amount that stands on every line are added up', async () => {
  await shopOf(`order_id,customer_id,order_time,amount,product,refund amount
    1,a,2024-01-01,30.00,tea,0
    1,a,2024-01-01,30.00,cup,5
    1,a,2024-01-01,30.00,jam,4
    2,b,2024-01-02,15.00,tea,3
    2,b,2024-01-02,15.00,jam,3
    3,b,2024-01-02,15.00,jam,`);
  expect(await amounts()).toEqual(['1 21', '2 12', '3 15']);
});

test('further lines at the top of the next part of an export do not push out their order', async () => {
  const header = 'Name,Email,Financial Status,Paid at,Total,Created at,Lineitem quantity,Lineitem name';
  const { aside, facts } = await shopOf(
    `${header}
    #1,a@x.test,paid,2026-03-02 00:05:00 -0500,30.00,2026-03-01 23:59:00 -0500,1,Tea`,
    `${header}
    #1,,,,,,2,Cup
    #2,a@x.test,paid,2026-03-03 00:05:00 -0500,7.00,2026-03-03 00:01:00 -0500,1,Tea`
  );
  expect(aside).toEqual({ 'missing-date': 1 });
  expect(facts).toMatchObject({ orders: 2, amount: 37, customers: 1 });
});
