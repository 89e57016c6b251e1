// Files of made-up orders for the bench, the same every time: nothing is fetched, and nobody is in them.
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { makeData, makeVector, Table as ArrowTable, tableToIPC, TimestampMicrosecond, Utf8, Vector, vectorFromArray } from 'apache-arrow';
import { XlsxStreamWriter } from 'hucre/xlsx';
import { Compression, initSync, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm';

const COLUMNS = ['order_id', 'customer_id', 'paid_at', 'amount', 'status', 'city', 'product', 'quantity', 'channel', 'note'];
const DAY = 86_400_000;

/** One order of ten cells: ids of nineteen digits as text, a time, an amount, words that repeat and notes that do not. */
function order(at) {
  return [
    `1930681${String(at).padStart(12, '0')}`,
    `C${(at * 7919) % 12_000}`,
    new Date(Date.UTC(2025, 0, 1) + (at % 365) * DAY + (at % 86_400) * 1000),
    (at % 500) + 0.25,
    'paid',
    ['北京', '上海', '广州'][at % 3],
    `商品 ${at % 100}`,
    1 + (at % 4),
    'app',
    at % 5 === 0 ? `note ${at}` : ''
  ];
}

/** Cells of one order of eight columns, over 900 days from `first` on, one customer in five rows and some far more often. */
function wideOrders(rows, { seed = 42, first = Date.UTC(2023, 0, 1), days = 900, customers = rows / 5 } = {}) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  return (row) => ({
    order_id: `O${seed}-${String(row).padStart(9, '0')}`,
    customer_id: `C${String(Math.floor(random() ** 2 * customers)).padStart(7, '0')}`,
    order_time: first + Math.floor((row / rows) * days * 86_400) * 1000,
    amount: Math.round(random() * 20_000) / 100,
    quantity: 1 + Math.floor(random() * 6),
    category: pick(['grocery', 'apparel', 'home', 'beauty', 'toys']),
    channel: pick(['app', 'web', 'store']),
    status: pick(['completed', 'completed', 'completed', 'paid'])
  });
}

/** A workbook of `rows` × 10. */
export async function makeXlsx(file, rows) {
  const writer = new XlsxStreamWriter({ name: 'Orders' });
  writer.addRow(COLUMNS);
  for (let at = 0; at < rows; at++) writer.addRow(order(at));
  writeFileSync(file, await writer.finish());
}

/** `rows` records of eight fields, one of them nested. */
export async function makeNdjson(file, rows) {
  await written(file, rows, (at) => {
    const [order_id, id, paid_at, amount, status, city, product, quantity] = order(at);
    return JSON.stringify({ order_id, customer: { id, city }, paid_at: paid_at.toISOString(), amount, status, product, quantity });
  });
}

/** `rows` × 8 as CSV; `month` (0 to 11) gives the orders of that month of 2025, of customers that the months share. */
export async function makeCsv(file, rows, month) {
  const options =
    month === undefined ? {} : { seed: 100 + month, first: Date.UTC(2025, month, 1), days: 28, customers: Math.max(1, rows / 2) };
  const orderAt = wideOrders(rows, options);
  const time = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
  const names = Object.keys(wideOrders(1)(0));
  const line = (at) => {
    const { order_time, ...rest } = orderAt(at);
    return names.map((name) => (name === 'order_time' ? time(order_time) : rest[name])).join(',');
  };
  await written(file, rows, line, names.join(','));
}

/** `rows` × 8 as Parquet, in row groups of 122,880. */
export async function makeParquet(file, rows) {
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')) });
  const orderAt = wideOrders(rows);
  const made = Array.from({ length: rows }, (_, row) => orderAt(row));
  const words = (name) =>
    vectorFromArray(
      made.map((one) => one[name]),
      new Utf8()
    );
  const data = BigInt64Array.from(made, ({ order_time }) => BigInt(order_time) * 1000n);
  const table = new ArrowTable({
    order_id: words('order_id'),
    customer_id: words('customer_id'),
    order_time: new Vector([makeData({ type: new TimestampMicrosecond(), length: rows, data })]),
    amount: makeVector(Float64Array.from(made, ({ amount }) => amount)),
    quantity: makeVector(Int32Array.from(made, ({ quantity }) => quantity)),
    category: words('category'),
    channel: words('channel'),
    status: words('status')
  });
  const properties = new WriterPropertiesBuilder().setCompression(Compression.SNAPPY).setMaxRowGroupSize(122_880).build();
  writeFileSync(file, writeParquet(Table.fromIPCStream(tableToIPC(table, 'stream')), properties));
}

/** Writes a header, if there is one, and a line per row, without holding them. */
async function written(file, rows, line, header) {
  const out = createWriteStream(file);
  if (header !== undefined) out.write(`${header}\n`);
  for (let at = 0; at < rows; at++) if (!out.write(`${line(at)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}
