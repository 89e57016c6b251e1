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
