import { expect, test } from 'vitest';
import type { TableColumn } from '../../ui/table-model.ts';
import { EXPORT_PART, exportList } from './export-list.ts';

const columns: TableColumn[] = [
  { id: 'customer_id', label: 'Customer', kind: 'text' },
  { id: 'monetary', label: 'Revenue', kind: 'money' }
];

test('a long list is written whole, once, in order, with one header and a BOM', async () => {
  const total = EXPORT_PART * 2 + 5;
  const asked: number[] = [];
  const told: number[] = [];
  const blob = await exportList(
    columns,
    total,
    (offset, limit) => {
      asked.push(offset);
      return Promise.resolve(Array.from({ length: Math.min(limit, total - offset) }, (_, at) => [`客户${offset + at}`, at / 4]));
    },
    (rows) => told.push(rows),
    new AbortController().signal
  );
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  expect(lines.length).toBe(total + 1);
  expect(lines[0]).toBe('customer_id,monetary');
  expect(lines.slice(1).every((line, at) => line.startsWith(`客户${at},`))).toBe(true);
  expect(asked).toEqual([0, EXPORT_PART, EXPORT_PART * 2]);
  expect(told).toEqual([EXPORT_PART, EXPORT_PART * 2, total]);
});

test('stops between parts when it is cancelled', async () => {
  const controller = new AbortController();
  const asked: number[] = [];
  const writing = exportList(
    columns,
    EXPORT_PART * 10,
    (offset) => {
      asked.push(offset);
      controller.abort();
      return Promise.resolve([['a', 1]]);
    },
    () => undefined,
    controller.signal
  );
  await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  expect(asked).toEqual([0]);
});

test('an empty list is a header', async () => {
  const blob = await exportList(
    columns,
    0,
    () => Promise.reject(new Error('not asked')),
    () => undefined,
    new AbortController().signal
  );
  expect(await blob.text()).toBe('customer_id,monetary\r\n');
});
