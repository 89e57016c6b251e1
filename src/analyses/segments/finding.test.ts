import { describe, expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { gridFinding, movementFinding, portraitFinding, sizesFinding } from './finding.ts';
import type { GridCell, Movement, Portrait } from './queries.ts';

const en = formatFor('en', 'USD');
const zh = formatFor('zh', 'CNY');

const cell = (r: number, f: number, customers: number, share: number, revenue_share: number | null): GridCell => ({
  r,
  f,
  customers,
  share,
  share_low: share,
  share_high: share,
  revenue: 0,
  revenue_share,
  recency_from: 0,
  recency_to: 0,
  frequency_from: 1,
  frequency_to: 1
});
const size = (segment: string, customers: number, share: number, revenue: number, revenue_share: number | null): SegmentSize => ({
  place: 1,
  segment,
  customers,
  share,
  share_low: share,
  share_high: share,
  revenue,
  revenue_share,
  recency: 0,
  frequency: 1,
  monetary: 1,
  everybody: 100
});
const move = (
  segment_then: string,
  place_then: number,
  segment_now: string,
  place_now: number,
  customers: number,
  revenue = 0
): Movement => ({
  segment_then,
  place_then,
  segment_now,
  place_now,
  customers,
  revenue,
  customers_then: customers
});

describe('the grid says', () => {
  test.each([
    [
      [cell(5, 5, 8, 0.08, 0.4), cell(4, 4, 4, 0.04, 0.14), cell(1, 1, 88, 0.88, 0.46)],
      '**12.0%** of customers (12) bought recently and often: they bring **54.0% of revenue**.',
      '**12.0%** 的客户（12 人）近期买过且买得勤，贡献了 **54.0% 的销售额**。'
    ],
    [
      [cell(5, 1, 70, 0.7, 0.6), cell(1, 1, 30, 0.3, 0.4)],
      'Most customers, **70.0%** (70), share one cell: recency 5, frequency 1. Nobody scores high on both.',
      '**70.0%** 的客户（70 人）都落在同一格：R 5 分、F 1 分；没有人两项都高。'
    ],
    [
      [cell(5, 5, 12, 0.12, null), cell(1, 1, 88, 0.88, null)],
      '**12.0%** of customers (12) bought recently and often.',
      '**12.0%** 的客户（12 人）近期买过且买得勤。'
    ],
    [[], '', '']
  ])('%#', (cells, inEnglish, inChinese) => {
    expect(gridFinding(cells, en)).toBe(inEnglish);
    expect(gridFinding(cells, zh)).toBe(inChinese);
  });
});

describe('the segments say', () => {
  test.each([
    [
      [size('champions', 12, 0.12, 540, 0.54), size('at-risk', 20, 0.2, 80, 0.08), size('cant-lose', 4, 0.04, 90, 0.09)],
      '**Champions** are **12.0%** of customers and bring **54.0%** of revenue; **4** in Can’t lose once brought $90 and went quiet.',
      '**冠军客户**占客户的 **12.0%**，贡献了 **54.0%** 的销售额；不能失去有 **4** 人，累计消费 ¥90，最近没有再来。'
    ],
    [[size('111', 0, 0, 0, 0), size('000', 5, 1, 10, 1)], 'Nobody is in **Key value**.', '目前没有**重要价值客户**。'],
    [
      [size('champions', 12, 0.12, 0, null), size('at-risk', 20, 0.2, 0, null)],
      '**Champions** are **12.0%** of customers; **20** in At risk went quiet.',
      '**冠军客户**占客户的 **12.0%**；流失风险有 **20** 人，最近没有再来。'
    ],
    [[], '', '']
  ])('%#', (sizes, inEnglish, inChinese) => {
    expect(sizesFinding(sizes, en)).toBe(inEnglish);
    expect(sizesFinding(sizes, zh)).toBe(inChinese);
  });
});

describe('the movement says', () => {
  const since = new Date('2025-09-30');
  test.each([
    [
      [move('loyal', 2, 'at-risk', 8, 141, 96_400), move('none', 0, 'new', 4, 300), move('at-risk', 8, 'loyal', 2, 500)],
      '**141 customers with $96,400 of revenue** slipped from Loyal customers to At risk since 30 Sept 2025.'
    ],
    [
      [move('at-risk', 8, 'loyal', 2, 5), move('none', 0, 'new', 4, 300)],
      '**5 customers** came back from At risk to Loyal customers since 30 Sept 2025; nobody slipped.'
    ],
    [
      [move('potential-loyalists', 3, 'loyal', 2, 60), move('new', 4, 'loyal', 2, 9)],
      '**60 customers** went from Potential loyalists to Loyal customers since 30 Sept 2025; nobody went quiet.'
    ],
    [
      [move('none', 0, 'new', 4, 300), move('loyal', 2, 'loyal', 2, 9)],
      'Nobody changed the segment since 30 Sept 2025; **300** bought for the first time.'
    ],
    [[move('loyal', 2, 'loyal', 2, 9)], 'Nobody moved since 30 Sept 2025.']
  ])('%#', (moves, sentence) => {
    expect(movementFinding(moves, since, en)).toBe(sentence);
  });
});

describe('a portrait says', () => {
  const some: Portrait = {
    customers: 10,
    revenue: 100,
    recency: 124,
    recency_from: 91,
    recency_to: 210,
    frequency: 4,
    frequency_from: 4,
    frequency_to: 9,
    monetary: 10,
    usual_gap: 38,
    repeaters: 10,
    channel: 'Live',
    channel_share: 0.667,
    category: 'Skin care',
    category_share: 0.5,
    region: null,
    region_share: null
  };
  test.each<[Portrait, string]>([
    [
      some,
      'Those who came back buy every **38 days**; half of all have been silent for **124 days** or more. **67%** first came through **Live**; they most often began with **Skin care**.'
    ],
    [{ ...some, usual_gap: null, channel: null, category: null }, 'They came once; half of them **124 days** ago or more.'],
    [
      { ...some, channel: null },
      'Those who came back buy every **38 days**; half of all have been silent for **124 days** or more. **50%** began with **Skin care**.'
    ],
    [{ ...some, customers: 0 }, 'Nobody is in this segment with the choices above.']
  ])('%#', (portrait, sentence) => {
    expect(portraitFinding(portrait, en)).toBe(sentence);
  });
});
