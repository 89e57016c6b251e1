import { writeXlsx } from 'hucre/xlsx';
import { TimestampMicrosecond, Utf8, vectorFromArray } from 'apache-arrow';
import { parquetFile } from '../engine/formats/parquet-file.ts';
import { csv, type UserFile } from './site.ts';

/** Text in GBK, as Chinese shops export it. Throws on a character that GBK lacks. */
export function gbk(text: string): Buffer {
  return Buffer.from([...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (GBK.get(char) ?? missing(char)))));
}

const GBK = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gbk');
for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++) {
    const char = decoder.decode(Uint8Array.of(high, low));
    if (low !== 0x7f && [...char].length === 1 && char !== '\ufffd' && !GBK.has(char)) GBK.set(char, [high, low]);
  }
}

function missing(char: string): never {
  throw new Error(`GBK has no ${char}`);
}

/** Twelve orders of five members as 淘宝 exports them: wrapped ids, 元 behind amounts, blanks behind headers; one unpaid, one refunded. */
export function taobao(): UserFile {
  const header =
    '订单编号,买家会员名,买家应付货款,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,退款金额';
  const members = [
    '月牙儿',
    '小城故事',
    '月牙儿',
    '北方的狼',
    '阿布',
    '月牙儿',
    '小城故事',
    '豆豆妈',
    '北方的狼',
    '阿布',
    '豆豆妈',
    '月牙儿'
  ];
  const rows = members.map((member, index) => {
    const day = `2024-0${1 + (index % 6)}-${String(3 + index).padStart(2, '0')} 09:1${index % 10}:00`;
    const [status, paid, refund] =
      index === 4
        ? ['等待买家付款', '0', '无退款申请']
        : index === 8
          ? ['交易关闭', `${100 + index}`, `${100 + index}`]
          : ['交易成功', `${100 + index}`, '无退款申请'];
    return `="193068${String(1_000_000_000_000 + index)}",${member},${100 + index}元,${100 + index}元,${paid}元,${status},某某,浙江省 杭州市,'1860000000${index % 10},${day},${index === 4 ? '' : day},围巾,1,${refund}`;
  });
  return csv('ExportOrderList.csv', gbk(`${header}\r\n${rows.join('\r\n')}\r\n`));
}

/** Dates of which each reads both ways. */
export function ambiguousDates(): UserFile {
  const rows = Array.from(
    { length: 24 },
    (_, index) => `A${index},K${index % 7},0${1 + (index % 9)}/0${1 + (index % 4)}/2025,${10 + index}.50`
  );
  return csv('both-ways.csv', ['order_id,customer_id,order_date,amount', ...rows].join('\n'));
}

/** A quote that is opened in line 6 and never closed. */
export function unclosedQuote(): UserFile {
  const rows = Array.from(
    { length: 20 },
    (_, index) => `B${index},K${index % 6},2025-03-${String(1 + index).padStart(2, '0')},${10 + index},${index === 4 ? '"broken' : 'fine'}`
  );
  return csv('unclosed.csv', ['order_id,customer_id,order_date,amount,product', ...rows].join('\n'));
}

/** Plain orders with a channel: customer K<n> buys every <gap> days. */
export function plainOrders(count: number, customers = 50): UserFile {
  const channels = ['web', 'app', 'store'];
  const rows = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((index * 360) / count))).toISOString().slice(0, 10);
    return `P${String(index).padStart(8, '0')},K${(index * 7919) % customers},${day} 10:00:00,${20 + (index % 80)}.00,${channels[index % 3]}`;
  });
  return csv('plain.csv', ['order_id,customer_id,order_time,amount,channel', ...rows].join('\n'));
}

/** How many of whatever a shop's folder holds are made. */
const MEMBERS = 40;
const member = (index: number) => `member${String(index % MEMBERS).padStart(3, '0')}`;
const day = (index: number, clock = '10:00:00') =>
  `2024-${String(1 + (Math.floor(index / 20) % 6)).padStart(2, '0')}-${String(1 + (index % 20)).padStart(2, '0')} ${clock}`;

/** Orders of a month as a Chinese shop exports them, in GBK: `count` orders of 40 members, the first one unpaid. */
export function shopOrders(month: number, count: number): UserFile {
  const rows = Array.from({ length: count }, (_, index) => {
    const time = `2024-${String(month).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')} 10:${String(index % 60).padStart(2, '0')}:00`;
    const status = index === 0 ? '等待买家付款' : '交易成功';
    return `="${19306800000000000n + BigInt(month * 100_000 + index)}",${member(index * 7 + month)},${50 + (index % 90)}.00,${status},${time},${['围巾', '帽子', '手套'][index % 3]}`;
  });
  return csv(
    `订单-2024-0${month}.csv`,
    gbk(['订单编号,买家会员名,买家实际支付金额,订单状态,订单付款时间,宝贝标题', ...rows, ''].join('\r\n'))
  );
}

/**
 * What a team has in one folder: orders of half a year in GBK, members and tickets in Excel, a survey of 问卷星, and
 * visits in Parquet. Of 40 members 36 are in the list, with four that never bought.
 */
export async function shopFolder(): Promise<UserFile[]> {
  const book = async (name: string, rows: (string | number)[][]): Promise<UserFile> => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }))
  });
  const members = Array.from({ length: MEMBERS }, (_, index) => [
    member(index) + (index >= 36 ? 'x' : ''),
    `138${String(10_000_000 + index)}`,
    ['金卡', '银卡', '普通'][index % 3] ?? '',
    `2023-0${1 + (index % 9)}-11`,
    index % 2 ? '女' : '男'
  ]);
  const survey = Array.from(
    { length: 30 },
    (_, index) =>
      `${index + 1},${day(index * 4, '12:00:00')},${60 + index}秒,微信,${member(index)},${[10, 9, 9, 8, 6, 10][index % 6]},${index % 5 ? '' : '客服很好'}`
  );
  const tickets = Array.from({ length: 20 }, (_, index) => [
    `T${1000 + index}`,
    member(index * 2),
    ['物流', '质量', '退换'][index % 3] ?? '',
    day(index * 6, '09:00:00'),
    day(index * 6, '09:30:00'),
    index % 4 === 3 ? '' : day(index * 6, '18:00:00')
  ]);
  const visits = Array.from({ length: 400 }, (_, index) => index);
  const parquet = parquetFile({
    user_id: vectorFromArray(
      visits.map((index) => member(index * 3)),
      new Utf8()
    ),
    event_name: vectorFromArray(
      visits.map((index) => ['visit', 'view', 'like'][index % 3] ?? ''),
      new Utf8()
    ),
    event_time: vectorFromArray(
      visits.map((index) => Date.UTC(2024, index % 6, 1 + (index % 27), 20)),
      new TimestampMicrosecond()
    )
  });
  return [
    shopOrders(1, 60),
    shopOrders(2, 60),
    await book('会员.xlsx', [['会员名', '手机号', '会员等级', '注册时间', '性别'], ...members]),
    csv(
      '满意度问卷.csv',
      ['序号,提交答卷时间,所用时间,来源,1、您的会员名,2、您有多大可能向朋友推荐我们,3、您的建议', ...survey].join('\n')
    ),
    await book('售后工单.xlsx', [['工单编号', '客户', '工单类型', '创建时间', '首次响应时间', '解决时间'], ...tickets]),
    { name: '访问.parquet', mimeType: 'application/octet-stream', buffer: Buffer.from(await parquet.arrayBuffer()) }
  ];
}
