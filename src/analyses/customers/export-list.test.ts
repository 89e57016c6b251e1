import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WrittenFile } from '../../engine/formats/write-request.ts';
import { Shop } from '../../session/shop.ts';
import { startEngine } from '../../../test/engine/engine.ts';
import { makeShop } from '../../../test/engine/shop.ts';
import { scoringOf, scoringParams } from '../scores/scoring.ts';
import { exportColumns } from './columns.ts';
import { listFile, WHOLE_LIST } from './export-list.ts';
import { listPageQuery } from './list-queries.ts';

const CUSTOMERS = 1_200;
let engine: Awaited<ReturnType<typeof startEngine>>;
let shop: Shop;
beforeAll(async () => {
  engine = await startEngine();
  await makeShop(
    engine,
    `select '客户' || lpad(cast(c as varchar), 5, '0') as customer_id, 'o' || c as order_id,
       timestamp '2024-01-01 08:00:00' + to_days(cast(c % 80 as integer)) as order_time, cast(c + 0.5 as decimal(18,2)) as amount
     from range(0, ${CUSTOMERS}) customers(c)`
  );
  shop = new Shop(engine, 1, () => ({ asOf: new Date('2024-03-31'), from: null, filters: {} }));
});
afterAll(() => engine.stop());

const columns = exportColumns({ locale: 'zh', dimensions: [], hasReason: false, hasAhead: false, buys: '', chance: null });
const file = (format: WrittenFile['format']): WrittenFile => listFile({ format, columns, sheets: ['名单', '说明'], notes: [] }, 'zh');
const params = {
  ...scoringParams(scoringOf({ params: new URLSearchParams() as never, locale: 'zh' })),
  search: '',
  sort: 'monetary',
  is_descending: true,
  ...WHOLE_LIST
};
const rows = { query: listPageQuery(null), params };

test('a list is written whole, once, in its order, with one header, a BOM and segments by their names', async () => {
  const blob = await shop.write(file('csv'), rows, undefined, () => undefined);
  const lines = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(await blob.arrayBuffer())
    .trimEnd()
    .split('\r\n');
  expect([lines.length, lines[0]]).toEqual([CUSTOMERS + 1, `\ufeff${columns.map(({ id }) => id).join(',')}`]);
  const ids = lines.slice(1).map((line) => line.split(',')[0]);
  expect(ids).toEqual(Array.from({ length: CUSTOMERS }, (_, at) => `客户${String(CUSTOMERS - 1 - at).padStart(5, '0')}`));
  const segments = new Set(lines.slice(1).map((line) => line.split(',')[1]));
  expect([...segments].every((name) => /\p{Script=Han}/u.test(name ?? ''))).toBe(true);
});

test('stops when it is cancelled, and leaves the shop answering', async () => {
  const controller = new AbortController();
  const writing = shop.write(file('xlsx'), rows, controller.signal, () => undefined);
  controller.abort();
  await expect(writing).rejects.toMatchObject({ fault: 'cancelled' });
  expect((await shop.ask(rows.query, { ...params, page_size: 3 })).value.length).toBe(3);
});
