import type { EngineService } from '../../src/engine/contract.ts';
import { quoteText } from '../../src/engine/sql.ts';
import { makeShop } from '../engine/shop.ts';
import { csvRecords, sharedData } from './golden.ts';

const READ = {
  cdnow_sample: () =>
    csvRecords(sharedData('cdnow_sample_transactions.csv').toString()).map((row) => [row['customer_id'], row['date'], row['amount']]),
  // Paid orders only: 付款成功 is not enough, 交易成功 is what the reference counts.
  cn_orders_paid: () =>
    csvRecords(sharedData('cn_orders_shujubuchuiniu.csv').toString())
      .filter((row) => row['订单状态'] === '交易成功')
      .map((row) => [row['买家昵称'], row['付款日期'], row['实付金额']])
} as const;

/** Makes the canonical tables of a public data set from its raw file. */
export async function shopOf(engine: EngineService, name: keyof typeof READ): Promise<void> {
  const rows = READ[name]().map((cells) => `(${cells.map((cell) => quoteText(cell ?? '')).join(', ')})`);
  await engine.execute('rows', ['create or replace table raw_rows (customer varchar, moment varchar, amount varchar)']);
  for (let from = 0; from < rows.length; from += 5000) {
    await engine.execute('rows', [`insert into raw_rows values ${rows.slice(from, from + 5000).join(', ')}`]);
  }
  await makeShop(
    engine,
    "select cast(rowid as varchar) as order_id, customer as customer_id, cast(moment as timestamp) as order_time, cast(amount as decimal(18, 2)) as amount from raw_rows"
  );
}
