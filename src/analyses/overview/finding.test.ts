import { describe, expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import type { Answer } from '../../engine/answer.ts';
import type { Alert } from '../analysis.ts';
import { pointChange, relativeChange } from './change.ts';
import { concentrationFinding, lifecycleFinding, ordersFinding, revenueFinding, segmentsFinding } from './finding.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import type { LifecycleMonth, OrderMonth } from './queries.ts';
import { MOST_ALERTS, rankedAlerts } from './ranked-alerts.ts';

const en = formatFor('en', 'CNY');
const zh = formatFor('zh', 'CNY');

const life = (month: string, new_customers: number, won_back: number, lost: number, is_complete = true): LifecycleMonth => ({
  month: new Date(`${month}-01`),
  new_customers,
  retained: 10,
  won_back,
  lost,
  active: 10 + new_customers + won_back,
  is_complete
});
const order = (month: string, orders: number, is_complete = true): OrderMonth => ({
  month: new Date(`${month}-01`),
  orders,
  revenue: orders * 20,
  average: 20,
  is_complete
});

describe('the lifecycle says', () => {
  test.each([
    [
      [life('2024-01', 500, 0, 0), life('2024-02', 10, 5, 20), life('2024-03', 20, 7, 30), life('2024-04', 99, 99, 0, false)],
      'Over the last 2 full months you gained **15 new** customers a month and **won back 6**, but **lost 25**: the active base shrinks by 4 a month.',
      '最近 2 个完整月，平均每月**新增 15 人**、**召回 6 人**，却**流失 25 人**：活跃客户每月净减 4 人。'
    ],
    [
      [life('2024-01', 500, 0, 0), life('2024-02', 30, 5, 20), life('2024-03', 30, 5, 20)],
      'Over the last 2 full months you gained **30 new** customers a month, **won back 5** and **lost 20**: the active base grows by 15 a month.',
      '最近 2 个完整月，平均每月**新增 30 人**、**召回 5 人**、**流失 20 人**：活跃客户每月净增 15 人。'
    ],
    [
      [life('2024-01', 500, 0, 0), life('2024-02', 30, 5, 35), life('2024-03', 20, 5, 25)],
      'Over the last 2 full months you gained **25 new** customers a month, **won back 5** and **lost 30**: the active base stays about as it is.',
      '最近 2 个完整月，平均每月**新增 25 人**、**召回 5 人**、**流失 30 人**：活跃客户基本持平。'
    ],
    [
      [life('2024-01', 500, 0, 0), life('2024-02', 30, 5, 20)],
      'There are not yet two full months to compare.',
      '还没有两个完整的月份可以比较。'
    ],
    [[], 'There are not yet two full months to compare.', '还没有两个完整的月份可以比较。']
  ])('%#', (months, inEnglish, inChinese) => {
    expect(lifecycleFinding(months, en)).toBe(inEnglish);
    expect(lifecycleFinding(months, zh)).toBe(inChinese);
  });
});

test('concentration says what the best fifth brings', () => {
  const summary = { customers: 2357, top_customers: 472, top_revenue: 1, top20: 0.6745501715, gini: 0.630917117 };
  expect(concentrationFinding(summary, en)).toBe('The top 20% of customers (472) bring **67.5%** of revenue; Gini **0.63**.');
  expect(concentrationFinding(summary, zh)).toBe('前 20% 的客户（472 人）贡献了 **67.5%** 的销售额；基尼系数 **0.63**。');
});

describe('orders say', () => {
  test.each([
    [
      [order('2024-01', 9), order('2024-02', 100), order('2024-03', 104), order('2024-04', 1, false)],
      '**104 orders** in Mar 2024, the last full month: **+4.0%** against Feb 2024.'
    ],
    [[order('2024-01', 9), order('2024-02', 100)], '**100 orders** in Feb 2024, the last full month.'],
    [[order('2024-01', 9), order('2024-02', 0), order('2024-03', 5)], '**5 orders** in Mar 2024, the last full month.'],
    [[order('2024-01', 9, false)], 'There is no full month yet.']
  ])('%#', (months, sentence) => {
    expect(ordersFinding(months, en)).toBe(sentence);
  });

  test('revenue and the average order', () => {
    expect(revenueFinding([order('2024-01', 9), order('2024-02', 3, false)], zh)).toBe('2024-01 销售额 **¥180**，客单价 **¥20.00**。');
    expect(revenueFinding([], zh)).toBe('还没有完整的月份。');
  });
});

test('a change needs a value before', () => {
  expect(relativeChange(110, 100, 'up', 'vs', en)).toMatchObject({ text: '10.0%', direction: 'up', isGood: true, against: 'vs' });
  expect(relativeChange(110, null, 'up', 'vs', en)).toBeNull();
  expect(relativeChange(110, 0, 'up', 'vs', en)).toBeNull();
  expect(pointChange(0.12, 0.1, 'down', 'vs', en)).toMatchObject({ text: '2.0 pt', direction: 'up', isGood: false });
  expect(pointChange(0.1, 0.1, 'down', 'vs', zh)).toMatchObject({ text: '0.0 个百分点', direction: 'same', isGood: null });
});

test('alerts: the most money first, each once, no more than fit', () => {
  const alert = (id: string, weight: number, level: Alert['level'] = 'warn'): Answer<Alert> => ({
    value: { id, level, text: id, detail: '', action: { label: '', href: '' }, weight },
    evidence: { name: id, sql: '', rows: 1, ms: 0, revision: 1, steps: [] }
  });
  const ids = (alerts: readonly Answer<Alert>[]) => rankedAlerts(alerts).map((one) => one.value.id);
  expect(ids([alert('a', 1), alert('b', 9), alert('c', 5, 'good'), alert('d', 5, 'bad'), alert('b', 9)])).toEqual(['b', 'd', 'c', 'a']);
  expect(ids(Array.from({ length: 20 }, (_, at) => alert(`x${at}`, at))).length).toBe(MOST_ALERTS);
});

test('the best segment, with and without amounts', () => {
  const best = { segment: 'champions', customers: 12, share: 0.112, revenue_share: 0.54 } as SegmentSize;
  expect(segmentsFinding([best], en)).toBe('**11.2% of customers bring 54.0% of revenue**: Champions.');
  expect(segmentsFinding([{ ...best, revenue_share: null }], en)).toBe('**11.2% of customers** are in Champions.');
});
