import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../../test/engine/engine.ts';
import { ask, makeShop } from '../../../test/engine/shop.ts';
import { formatFor } from '../../i18n/format.ts';
import { SUITABILITY, suitabilityNotes, type Looking, type Suitability } from './suitability.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const en = formatFor('en', 'CNY');
const zh = formatFor('zh', 'CNY');

const FACTS: Suitability = {
  first_day: day('2024-01-01'),
  last_day: day('2025-10-31'),
  purchase_days: 600,
  customers: 5000,
  repeaters: 2000,
  last_start: day('2025-10-20'),
  starters: 300,
  gaps: 6000,
  usual_gap: 30,
  near_usual: 300,
  monthly: 400,
  quarterly: 200,
  half_yearly: 50,
  yearly: 20,
  main_line: null,
  main_line_share: null
};

test.each<[string, Partial<Suitability>, Looking, string, string, string | null]>([
  [
    'one day',
    { last_day: day('2024-01-01'), purchase_days: 1 },
    'value',
    'All purchases are on **one day** (1 Jan 2024): nothing about coming back can be seen in them. Money per customer and its concentration hold.',
    '所有购买都在**同一天**（2024-01-01），看不出谁会回来。人均金额和集中度仍然成立。',
    'customers'
  ],
  [
    'a few days',
    { last_day: day('2024-01-05'), purchase_days: 5 },
    'churn',
    'All purchases lie within **5 days**: too short to see who comes back. Money per customer and its concentration hold.',
    '所有购买集中在 **5 天**之内，时间太短，看不出谁会回来。人均金额和集中度仍然成立。',
    'customers'
  ],
  [
    'too few who came back',
    { repeaters: 41 },
    'churn',
    'Only **41 of 5,000** customers came back; a buying model of single customers needs at least 100 who did, and is left out. What holds is the time until the second purchase, and a list of those who have been silent for long.',
    '**5,000** 位客户中只有 **41** 位复购过；针对单个客户的购买模型至少需要 100 位复购客户，因此不用。仍然成立的是“多久才有第二次购买”，以及谁沉默已久的名单。',
    'churn?rule=days'
  ],
  [
    'few customers, who all came back',
    { customers: 5, repeaters: 5, starters: 1 },
    'value',
    'There are only **5** customers, of whom **5** came back; a buying model of single customers needs at least 100 who did, and is left out. So few are best looked at one by one.',
    '一共只有 **5** 位客户，其中 **5** 位复购过；针对单个客户的购买模型至少需要 100 位复购客户，因此不用。人数这么少，不如逐个看。',
    'customers'
  ],
  [
    'nobody who came back',
    { repeaters: 0 },
    'value',
    '**None of 5,000** customers has bought a second time, so that nothing tells who will. How many do at most shows in the time until the second purchase.',
    '**5,000** 位客户中还没有人买过第二次，看不出谁会再来。最多会有多少人回来，见“多久才有第二次购买”。',
    'churn?rule=days'
  ],
  [
    'monthly renewals',
    { monthly: 5400 },
    'churn',
    '**90.0%** of the gaps between purchases are **28 to 31 days** long, as renewals are. These models expect irregular purchases: a missed date says more than they do.',
    '**90.0%** 的购买间隔是 **28 至 31 天**，像续费。这些模型假定购买时间不固定，到期没买比模型更说明问题。',
    'churn?rule=gap&k=1.2&floor=7'
  ],
  [
    'a box every six weeks',
    { usual_gap: 42, near_usual: 4800 },
    'value',
    '**80.0%** of the gaps between purchases are **40 to 44 days** long, as renewals are. These models expect irregular purchases: a missed date says more than they do.',
    '**80.0%** 的购买间隔是 **40 至 44 天**，像续费。这些模型假定购买时间不固定，到期没买比模型更说明问题。',
    'churn?rule=gap&k=1.2&floor=7'
  ],
  [
    'one product line',
    { main_line: 'Coffee', main_line_share: 0.97 },
    'value',
    '**97.0%** of orders are of one product line (Coffee): splits by category tell nothing here. What tells is how long one purchase lasts.',
    '**97.0%** 的订单属于同一条产品线（Coffee），按品类拆分在这里说明不了什么；能说明问题的是买一次能用多久。',
    'retention'
  ],
  [
    'customers older than the file',
    { starters: 2500 },
    'value',
    '**50.0%** of customers first appear in the first four weeks from 1 Jan 2024. Most of them will have bought before, so their age and their purchases are understated. Whoever came later is seen from the start.',
    '**50.0%** 的客户首次出现在 2024-01-01 起的最初四周，其中多数很可能之前就买过，客龄和购买次数都被低估。之后才来的客户，是从头看到的。',
    'value?by=cohort'
  ]
])('what the data do not carry: %s', (_name, changes, page, english, chinese, holds) => {
  const [said, gesagt] = [en, zh].map((format) => suitabilityNotes({ ...FACTS, ...changes }, page, format));
  expect(said?.map(({ text }) => text)).toEqual([english]);
  expect(gesagt?.map(({ text }) => text)).toEqual([chinese]);
  const [note] = said ?? [];
  const query = new URLSearchParams(Object.entries(note?.holds?.params ?? {}).map(([name, value]) => [name, String(value)])).toString();
  if (note?.id !== 'one-day') expect(`${note?.holds?.page ?? ''}${query ? `?${query}` : ''}`).toBe(holds);
  else expect(note.holds?.page).toBe(holds);
  expect(note?.holds?.label).toBeTruthy();
});

test('nothing where nothing is wrong, nothing of nobody, and everything that applies', () => {
  expect(suitabilityNotes(FACTS, 'value', en)).toEqual([]);
  expect(suitabilityNotes({ ...FACTS, customers: 0, first_day: null }, 'churn', en)).toEqual([]);
  // A cohort that was chosen comes in at once, and is not older than the file.
  expect(suitabilityNotes({ ...FACTS, starters: 5000, last_start: day('2024-01-31') }, 'churn', en)).toEqual([]);
  expect(suitabilityNotes({ ...FACTS, gaps: 99, monthly: 99 }, 'churn', en)).toEqual([]);
  const all = { ...FACTS, repeaters: 41, yearly: 5000, main_line: 'Tea', main_line_share: 1, starters: 2500 };
  expect(suitabilityNotes(all, 'churn', en).map(({ id }) => id)).toEqual(['few', 'contract', 'line', 'older']);
});

describe('simulated shops', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  // 400 customers c, purchases n; `at` is the day of each counted from 1 January 2024.
  const shop = (at: string, more = '', where = 'true') =>
    `select 'C' || c.range as customer_id, timestamp '2024-01-01' + interval (${at}) day as order_time, cast(20 as decimal(18, 2)) as amount${more}
     from range(400) as c, range(6) as n where ${where}`;
  const START = '(c.range * 7919) % 300';
  // Gaps that hardly follow each other: from one to about ninety days.
  const LOOSE = `${START} + n.range * (1 + (c.range * 31) % 80) + (n.range * c.range * 13) % 11`;

  test.each<[string, string, string[]]>([
    ['irregular purchases of many things', shop(LOOSE, `, 'p' || n.range as product, 'line ' || (c.range + n.range) % 4 as category`), []],
    ['all on one day', shop('0'), ['one-day']],
    ['hardly anybody twice', shop(LOOSE, '', 'n.range = 0 or (n.range = 1 and c.range < 30)'), ['few']],
    ['monthly contracts', shop(`${START} + n.range * 30 + (c.range * n.range) % 2`), ['contract']],
    ['yearly contracts', shop(`${START} + n.range * 365 + (c.range * 7 + n.range) % 4`), ['contract']],
    ['one product', shop(LOOSE, `, 'Toner' as product`), ['line']],
    [
      'nearly one category, of many products',
      shop(LOOSE, `, 'p' || n.range as product, case when c.range % 50 = 0 and n.range = 0 then 'Other' else 'Pods' end as category`),
      ['line']
    ],
    [
      'customers older than the file',
      shop(`case when c.range % 3 = 0 then c.range % 300 else c.range % 25 end + n.range * (20 + c.range % 60)`),
      ['older']
    ]
  ])('%s', async (_name, select, expected) => {
    await makeShop(engine, select);
    const [facts] = await ask(engine, SUITABILITY, {}, { asOf: day('2030-12-31') });
    if (!facts) throw new Error('no row');
    for (const page of ['churn', 'value'] as const) expect(suitabilityNotes(facts, page, en).map(({ id }) => id)).toEqual(expected);
  });
});
