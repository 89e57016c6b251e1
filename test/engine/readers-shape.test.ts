import { expect, test } from 'vitest';
import { sketchText } from '../../src/engine/readers/csv-sketch.ts';

// Rows in the manner of real exports; all names and numbers are made up.
const EXPORTS = {
  '抖店 orders with tabs before the ids':
    '主订单编号,子订单编号,选购商品,订单应付金额,订单提交时间\n"\t6917000000000001","\t6917000000000002",面霜,"1,299.00",2026-01-02 10:00:00\n"\t6917000000000003","\t6917000000000004",口红;唇膏,99.00,2026-01-03 10:00:00\n',
  '抖店 settlements with an explanatory row':
    "订单号,下单时间,结算金额,备注\n平台的订单编号,买家下单的时间,实际结算给商家的金额,\n'6917,2026-01-02 10:00:00,12.0,\n'6918,2026-01-02 10:00:00,12.0,x\n",
  'TikTok Shop':
    'Order ID,Order Status,Quantity,Order Amount,Created Time\nPlatform unique order ID.,Current status,Quantity of the SKU in the order,Total amount paid,Time when created\n5761,Completed,1,12.00,2026-01-02 10:00:00\n5762,Completed,1,13.00,2026-01-03 10:00:00\n',
  'eBay with title and footer':
    '"Sales history"\n\n"Sales Record Number","Buyer Username","Total Price","Sale Date"\n"101","bob","$12.00","Jul-25-26"\n"102","ann","$5.00","Jul-26-26"\n\n"2 record(s) downloaded"\nSeller ID: shop\n',
  'Shopify with line breaks in addresses':
    'Name,Email,Paid at,Total,Lineitem name,Billing Address1\n#1001,a@b.co,2026-03-01 10:15:00 -0500,12.00,"Shirt, red","12 Main\nApt 2"\n#1001,,,,Hat,\n',
  '淘宝 with ids as formulas':
    '订单编号,买家会员名,买家实际支付金额,联系手机,订单创建时间\n="1930000000000000001",甲,12.00,\'10000000000,2016/5/23 22:02\n="1930000000000000002",乙,0元,\'10000000001,2016/5/23 22:02\n',
  'Salesforce with a confidential footer':
    'Account Name,Amount,Close Date\nAcme,100,2026-01-01\nBeta,200,2026-01-02\n\nConfidential Information - Do Not Distribute\nCopyright (c) 2000-2026\n',
  'titles padded with commas':
    '店铺订单报表,,,\n导出时间:2026-01-01,,,\n订单号,买家,金额,时间\n1,a,2,2026-01-01\n2,b,3,2026-01-02\n合计,,5,\n',
  'columns named by years': 'customer,2019,2020\nann,1,2\nbob,2,3\n',
  'a total without an empty cell': 'month,orders,amount\n2026-01,5,100\n2026-02,6,120\nTotal,11,220\n',
  'no header': '甲,2026-01-01,12\n乙,2026-01-02,13\n',
  'single quotes around cells': "a,b\n'x','y,z'\n'1','2'\n",
  'eBay with a footer of several cells':
    'Sales Record Number,Buyer Username,Item Title,Total Price,Sale Date,Paid On Date\n101,bob,Lens,$12.00,Jul-25-26,Jul-25-26\n102,ann,Cap,$5.00,Jul-26-26,\n2,record(s) downloaded,from,Jul-01-26,to,Jul-31-26\n',
  'tabs and quotes that are ordinary characters': 'order\tproduct\tamount\n1\t"Best" mug, "blue"\t9.50\n2\t6" nails\t3.00\n'
} as const;

test.each<[keyof typeof EXPORTS, { headerLine: number; outside: string[]; columns?: number }]>([
  ['抖店 orders with tabs before the ids', { headerLine: 1, outside: [] }],
  ['抖店 settlements with an explanatory row', { headerLine: 1, outside: ['2 description'] }],
  ['TikTok Shop', { headerLine: 1, outside: ['2 description'] }],
  ['eBay with title and footer', { headerLine: 3, outside: ['1 title', '2 blank', '6 blank', '7 footer', '8 footer'] }],
  ['Shopify with line breaks in addresses', { headerLine: 1, outside: [] }],
  ['淘宝 with ids as formulas', { headerLine: 1, outside: [] }],
  ['Salesforce with a confidential footer', { headerLine: 1, outside: ['4 blank', '5 footer', '6 footer'] }],
  ['titles padded with commas', { headerLine: 3, outside: ['1 title', '2 title', '6 total'] }],
  ['columns named by years', { headerLine: 1, outside: [] }],
  ['a total without an empty cell', { headerLine: 1, outside: ['4 total'] }],
  ['no header', { headerLine: 0, outside: [] }],
  ['single quotes around cells', { headerLine: 1, outside: [] }],
  ['eBay with a footer of several cells', { headerLine: 1, outside: ['4 footer'] }],
  ['tabs and quotes that are ordinary characters', { headerLine: 1, outside: [] }]
])('%s', async (name, expected) => {
  const sketch = await sketchText(new File([EXPORTS[name]], 'orders.csv'));
  expect(sketch.shape.headerLine).toBe(expected.headerLine);
  expect(sketch.outside.map(({ line, kind }) => `${line} ${kind}`)).toEqual(expected.outside);
  expect(sketch.sample).toHaveLength(2);
  expect(sketch.estimatedRows).toBe(2);
});

test("quotes of Amazon's flat files stay as they are", async () => {
  const sketch = await sketchText(new File([EXPORTS['tabs and quotes that are ordinary characters']], 'orders.txt'));
  expect(sketch.shape).toMatchObject({ delimiter: '\t', quote: '' });
  expect(sketch.sample.map(([, product]) => product)).toEqual(['"Best" mug, "blue"', '6" nails']);
  const quoted = await sketchText(new File(['a\tb\n"1\t2"\tx\n3\t"two ""2"" lines\nhere"\n'], 'orders.txt'));
  expect(quoted.shape.quote).toBe('"');
  const later = await sketchText(new File(['amazon-order-id\tproduct-name\n113-1\tMug\n113-2\tCup\n'], 'orders.txt'));
  expect(later.shape.quote).toBe('');
});
