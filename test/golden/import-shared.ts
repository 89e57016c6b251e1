import type { EngineService } from '../../src/engine/contract.ts';
import { makeShop } from '../engine/shop.ts';
import { csvRecords, sharedData } from './golden.ts';

/** Makes a shop of a public data file. */
export async function importShared(engine: EngineService, name: string): Promise<void> {
  const records = csvRecords(new TextDecoder().decode(sharedData(name)));
  const columns = { cdnow: ['customer_id', 'date', 'amount'], rfm: ['customer_id', 'order_date', 'revenue'], cn: ['买家昵称', '付款日期', '实付金额'] }[name.split('_')[0] as 'cn'] ?? [];
  const [customer = '', time = '', amount = ''] = columns;
  const rows = records.filter((r) => r['订单状态'] === undefined || r['订单状态'] === '交易成功').map((r) => `('${r[customer]?.replaceAll("'", "''")}', timestamp '${r[time]}', ${r[amount]}::decimal(18,2))`);
  await engine.execute('rows', ['create or replace table raw (customer_id varchar, order_time timestamp, amount decimal(18,2))']);
  for (let at = 0; at < rows.length; at += 5000) await engine.execute('rows', [`insert into raw values ${rows.slice(at, at + 5000).join(',')}`]);
  await makeShop(engine, 'select * from raw');
}
