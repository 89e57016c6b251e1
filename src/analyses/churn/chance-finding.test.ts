import { expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { plainFormula, type Ranking } from '../../models/churn-formula.ts';
import type { ChurnJudged, RankingTest } from '../../models/churn-ranking.ts';
import { changesFinding, judgement, planFinding, rankingsFinding, segmentsFinding, trustFinding } from './chance-finding.ts';
import { CHANCE } from './chance-messages.ts';
import { proposedBelow, proposedHorizon, type Ground } from './chance-model.ts';
import { contactPlan } from './contact-plan.ts';

const en = { words: CHANCE.en, format: formatFor('en', 'CNY') };
const zh = { words: CHANCE.zh, format: formatFor('zh', 'CNY') };
const day = (text: string) => new Date(`${text}T00:00:00Z`);

const GROUND: Ground = {
  customers: 5000,
  first_day: day('2024-01-01'),
  seen_days: 669,
  p75: 55,
  p80: 66,
  p90: 95,
  as_of: day('2025-10-31')
};

test.each<[string, Partial<Ground>, number]>([
  ['the round number within p75 to p90 nearest to p80', {}, 60],
  ['a shorter rhythm', { p75: 8, p80: 9, p90: 16 }, 14],
  ['none within: the nearest', { p75: 46, p80: 50, p90: 55 }, 45],
  ['a short past allows less', { seen_days: 100 }, 30],
  ['hardly any past', { seen_days: 3 }, 7],
  ['no gap at all', { p75: null, p80: null, p90: null }, 60]
])('the days proposed: %s', (_name, changes, days) => {
  expect(proposedHorizon({ ...GROUND, ...changes })).toBe(days);
});

test.each([
  [0.169, 0.17],
  [0.8, 0.5],
  [0.0312, 0.031],
  [0, 0.001]
])('with a share of %d who buy, the threshold is %d', (base, below) => {
  expect(proposedBelow(base)).toBeCloseTo(below, 9);
});

const tested = (ranking: Ranking, auc: number, hasChances = true): RankingTest => ({
  ranking,
  auc: { value: auc, low: auc - 0.02, high: auc + 0.02 },
  riskiest: { flagged: 100, events: 80, rate: 0.8, baseRate: 0.6, lift: 0.8 / 0.6 },
  likeliest: null,
  againstSilence: ranking === 'silence' ? null : { value: 0.01, low: -0.01, high: 0.03 },
  errors: hasChances ? { brier: 0.15, baseBrier: 0.24, logLoss: 0.4, meanChance: 0.4, baseRate: 0.4 } : null,
  calibration: null
});
const judgedAs = (chosen: Ranking, rankings: RankingTest[], isTelling = true): ChurnJudged => ({
  isJudged: true,
  tests: [{ horizonsAgo: 1, customers: 1000, away: 600, rankings }],
  chosen,
  isTelling,
  formulas: rankings.map(({ ranking }) => ({ now: plainFormula(ranking), then: null })),
  baseRate: 0.4,
  untried: []
});
const BOTH = [tested('silence', 0.77), tested('repeat-model', 0.76)];

test.each<[string, ChurnJudged, Ranking, string, string]>([
  [
    'plain silence is as good',
    judgedAs('silence', BOTH),
    'silence',
    'With what was known on **1 Sept 2025**: of the tenth with the highest risk **80.0%** did not come back; of all customers 60.0%. Plain “how long silent” ranks as well as anything else (AUC 0.77 / buying model (MBG/NBD) 0.76), so it is used.',
    '用 **2025-09-01** 之前的数据预测，再和后来对照：预警最强的 10% 里，**80.0%** 没有回来；全部客户是 60.0%。只看“多久没来”和其他排序一样准（AUC 0.77 / 购买模型（MBG/NBD） 0.76），所以就用它。'
  ],
  [
    'something better is named',
    judgedAs('logistic', [tested('silence', 0.7), tested('logistic', 0.8)]),
    'logistic',
    'The logistic model ranks better than silence alone (AUC 0.80 against 0.70).',
    '逻辑回归模型比只看沉默天数更准（AUC 0.80 对 0.70）。'
  ],
  [
    'another one was chosen by hand',
    judgedAs('silence', BOTH),
    'repeat-model',
    'You chose the buying model (MBG/NBD): AUC 0.76, silence alone 0.77.',
    '您选了购买模型（MBG/NBD）：AUC 0.76，只看沉默天数 0.77。'
  ],
  [
    'nothing tells more than a coin',
    judgedAs('silence', BOTH, false),
    'silence',
    'of all customers 60.0%. No ranking told more than a coin, so none is used.',
    '没有一种排序比抛硬币更准，所以一种也不用。'
  ],
  [
    'percentages further off than the average',
    judgedAs('silence', [
      { ...tested('silence', 0.6), errors: { brier: 0.3, baseBrier: 0.24, logLoss: 1, meanChance: 0.1, baseRate: 0.4 } }
    ]),
    'silence',
    'trust the order, not the percent.',
    '看排序，别看百分比。'
  ],
  [
    'percentages that no past could test',
    judgedAs('silence', [tested('silence', 0.77, false)]),
    'silence',
    'the order is tested, the percentages are not.',
    '排序检验过，概率没有检验。'
  ]
])('whether it was right: %s', (_name, report, ranking, english, chinese) => {
  expect(trustFinding(report, ranking, GROUND, 60, en)).toContain(english);
  expect(trustFinding(report, ranking, GROUND, 60, zh)).toContain(chinese);
});

test('the ranking in use is named with its interval', () => {
  expect(rankingsFinding(judgedAs('silence', BOTH), 'silence', en)).toBe(
    'In use: **days of silence**, AUC **0.770** (95% interval 0.750 to 0.790) at the latest of 1 look back.'
  );
  expect(rankingsFinding(judgedAs('silence', BOTH), 'silence', zh)).toBe(
    '现在用的是**沉默天数**：最近一次（共回看 1 次）AUC 为 **0.770**（95% 置信区间 0.750 至 0.790）。'
  );
});

test('where no ranking tells anything, none is in use', () => {
  expect(rankingsFinding(judgedAs('silence', BOTH, false), 'silence', en)).toMatch(
    /^None is used: the plainest, \*\*days of silence\*\*, had an AUC of/
  );
  expect(rankingsFinding(judgedAs('silence', BOTH, false), 'silence', zh)).toMatch(/^一种也不用：最简单的\*\*沉默天数\*\*/);
});

test('what cannot be judged, and what tells nothing, is said', () => {
  const few = { isJudged: false, reason: 'few-outcomes', customers: 900, away: 893 } as const;
  expect(judgement(few, 60, en)).toContain('Looking back 60 days: of 900 customers 7 bought');
  expect(judgement(few, 60, zh)).toContain('往回看 60 天：900 位客户里之后购买的有 7 位');
  expect(judgement({ ...few, reason: 'no-past' }, 60, en)).toContain('do not reach back 60 days');
  expect(judgement({ ...few, reason: 'no-past' }, 60, zh)).toContain('没有覆盖截至日之前 60 天');
  expect(judgement(judgedAs('silence', BOTH, false), 60, en)).toContain('AUC 0.76 to 0.77');
  expect(judgement(judgedAs('silence', BOTH, false), 60, zh)).toContain('抛硬币');
  expect(judgement(judgedAs('silence', BOTH), 60, en)).toBeNull();
});

// Four flagged: two of them stayed away, one of these with money.
const ROWS = [
  { amount_year: 500, at_stake: 400, away: 1 },
  { amount_year: 200, at_stake: 150, away: 0 },
  { amount_year: 100, at_stake: 90, away: 0 },
  { amount_year: 0, at_stake: 0, away: 1 }
];
const NOW = day('2025-09-01');

test('what contacting would have cost and saved, worked out by hand', () => {
  const plan = contactPlan('chance', ROWS, NOW, { cost: 5, save: 0.12, margin: 0.5 }, 1);
  expect(plan).toMatchObject({ flagged: 4, away: 2, all: { contacted: 4, cost: 20, saved: 30, net: 10 }, best: { contacted: 1, net: 25 } });
  const sampled = contactPlan('chance', ROWS, NOW, { cost: 5, save: 0.12, margin: 0.5 }, 25);
  expect(sampled).toMatchObject({ flagged: 100, away: 50, all: { cost: 500, saved: 750 }, best: { contacted: 25 } });
  expect(planFinding(plan, en)).toBe(
    'Of **100** flagged, **50** did not come back. Contacting all 4 would have cost **¥20** and saved **¥30**. It would have paid best to stop after **1**: **¥25** in the end.'
  );
  expect(planFinding(plan, zh)).toBe(
    '每 **100** 位被预警的客户，**50** 位没有回来。联系全部 4 位，花费 **¥20**，挽回 **¥30**。最划算的是只联系名单前 **1** 位：净得 **¥25**。'
  );
});

test('contacting that never pays, that always pays, and of nobody', () => {
  expect(planFinding(contactPlan('chance', ROWS, NOW, { cost: 100, save: 0.1, margin: 1 }, 1), en)).toContain('does not pay for anybody');
  expect(planFinding(contactPlan('chance', ROWS, NOW, { cost: 100, save: 0.1, margin: 1 }, 1), zh)).toContain('联系谁都不划算');
  const lost = ROWS.slice(0, 1);
  expect(planFinding(contactPlan('chance', lost, NOW, { cost: 1, save: 0.1, margin: 1 }, 1), en)).toContain(
    'Contacting all of them was the best'
  );
  expect(planFinding(contactPlan('chance', lost, NOW, { cost: 1, save: 0.1, margin: 1 }, 1), zh)).toContain('联系全部最划算');
  const nobody = contactPlan('chance', [], NOW, { cost: 5, save: 0.1, margin: 1 }, 1);
  expect(nobody).toMatchObject({ flagged: 0, away: 0, worth: 0, all: { cost: 0, saved: 0, net: 0, risk: 0 } });
  expect(planFinding(nobody, en)).not.toMatch(/NaN|Infinity/);
});

test('where they are, and what changed', () => {
  const segment = { customers: 10, share: 0.5, low: 0.2, high: 0.8 };
  const rows = [
    { ...segment, segment: '111', flagged: 3, amount_year: 900 },
    { ...segment, segment: '000', flagged: 5, amount_year: 0 }
  ];
  expect(segmentsFinding(rows, (id) => `S${id}`, en)).toBe(
    'Most money is at **S111**: **3** flagged customers who brought **¥900** last year.'
  );
  expect(segmentsFinding(rows, (id) => `S${id}`, zh)).toBe('金额最多的是**S111**：**3** 位被预警的客户，过去一年贡献 **¥900**。');
  expect(segmentsFinding(rows.slice(1), (id) => `S${id}`, en)).toBe('Most of those flagged are in **S000**: **5**.');
  expect(segmentsFinding([], (id) => id, zh)).toBe('没有客户被预警。');
  const changes = [
    { change: 'new', customers: 4, amount_year: 1 },
    { change: 'recovered', customers: 2, amount_year: 1 }
  ];
  expect(changesFinding(changes, NOW, en)).toBe('Since **1 Sept 2025**: **4** newly flagged, **2** recovered, **0** still silent.');
  expect(changesFinding(changes, NOW, zh)).toBe('与 **2025-09-01** 相比：新增预警 **4** 位，回来 **2** 位，仍然沉默 **0** 位。');
});
