import { expect, test } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { plainFormula, type Ranking } from '../../models/churn-formula.ts';
import type { ChurnJudged, RankingTest } from '../../models/churn-ranking.ts';
import {
  changesFinding,
  judgement,
  planFinding,
  proposalFinding,
  rankingsFinding,
  segmentsFinding,
  trustFinding,
  uncheckedFinding
} from './chance-finding.ts';
import { CHANCE } from './chance-messages.ts';
import { proposedBelow, proposal, type Ground } from './chance-model.ts';
import { contactPlan } from './contact-plan.ts';
import { CHURN } from './messages.ts';

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
  expect(proposal({ ...GROUND, ...changes }).days).toBe(days);
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
    'of all customers 60.0%. No ranking told clearly more than a coin, so none is used.',
    '没有一种排序明显比抛硬币更准，所以一种也不用。'
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
  expect(judgement(few, GROUND, 60, en)).toContain('Looking back 60 days: of 900 customers 7 bought');
  expect(judgement(few, GROUND, 60, zh)).toContain('往回看 60 天：900 位客户里之后购买的有 7 位');
  expect(judgement({ ...few, reason: 'no-past' }, GROUND, 60, en)).toContain('do not reach back 60 days');
  expect(judgement({ ...few, reason: 'no-past' }, GROUND, 60, zh)).toContain('没有覆盖截至日之前 60 天');
  expect(judgement(judgedAs('silence', BOTH, false), GROUND, 60, en)).toContain('AUC 0.76 to 0.77');
  expect(judgement(judgedAs('silence', BOTH, false), GROUND, 60, zh)).toContain('抛硬币');
  expect(judgement(judgedAs('silence', BOTH), GROUND, 60, en)).toBeNull();
  const far = { brier: 0.3, baseBrier: 0.24, logLoss: 1, meanChance: 0.1, baseRate: 0.4 };
  expect(judgement(judgedAs('silence', [{ ...tested('silence', 0.7), errors: far }]), GROUND, 60, en)).toContain('not by the percent');
  expect(judgement(judgedAs('silence', [{ ...tested('silence', 0.7), errors: far }]), GROUND, 60, zh)).toContain('不要看百分比');
  // Where the notes on the data say it, it is not said again: nobody came back, no time, hardly any customers.
  for (const ground of [{ p80: null }, { seen_days: 6 }, { customers: 19 }])
    expect(judgement({ ...few, away: 900 }, { ...GROUND, ...ground }, 7, en)).toBeNull();
});

test('no rule is called valid where silence tells nothing', () => {
  for (const { words } of [en, zh])
    for (const say of [words.suits.noSkill('0.44', '0.47'), words.suits.fewOutcomes('1', '9', 'x')])
      expect(say).not.toMatch(/rules? (still )?holds?|two rules|规则仍然有效|和两条规则/);
});

test('a rule that its own time cannot check is a list of the silent where silence told nothing within a shorter one', () => {
  const [inEnglish, inChinese] = [
    { ...en, words: CHURN.en, audience: () => '' },
    { ...zh, words: CHURN.zh, audience: () => '' }
  ];
  const blind = judgedAs('silence', [tested('silence', 0.445)], false);
  expect(uncheckedFinding(blind, 60, inEnglish)).toBe(
    'Nobody could check these flags: the past is too short for this rule. Over the last 60 days the days of silence told no better than a coin who would come back (AUC 0.45, 95% interval 0.43 to 0.47; 0.5 is a coin). So this lists who has been silent, and predicts nothing. What holds is the time until the second purchase.'
  );
  expect(uncheckedFinding(blind, 60, inChinese)).toContain('AUC 0.45，95% 置信区间 0.43 至 0.47');
  expect(uncheckedFinding(judgedAs('silence', BOTH), 60, inEnglish)).toBeNull();
  expect(uncheckedFinding({ isJudged: false, reason: 'no-past', customers: 0, away: 0 }, 60, inEnglish)).toBeNull();
});

test('why so many days are proposed', () => {
  expect(proposalFinding({ ...GROUND, p75: 31, p80: 31, p90: 31 }, en)).toBe(
    '80% of the gaps between purchases are no longer than 31 days. Proposed: 30 days, the round number nearest to it.'
  );
  const short = { ...GROUND, p75: 100, p80: 120, p90: 150, seen_days: 180 };
  expect(proposalFinding(short, en)).toBe(
    '80% of the gaps between purchases are no longer than 120 days. Proposed: 60 days. 120 days would fit the gaps, but must go three times into the past to be checked, and that is 180 days long.'
  );
  expect(proposalFinding(short, zh)).toBe(
    '80% 的购买间隔不超过 120 天。建议 60 天：按间隔本可取 120 天，但要检验就得在历史里回看三次，而历史只有 180 天。'
  );
  expect(proposalFinding({ ...GROUND, p80: null }, en)).toBeNull();
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
  const plan = contactPlan('chance', { rows: ROWS, day: NOW, days: 365, every: 1 }, { cost: 5, save: 0.12, margin: 0.5 });
  expect(plan).toMatchObject({ flagged: 4, away: 2, all: { contacted: 4, cost: 20, saved: 30, net: 10 }, best: { contacted: 1, net: 25 } });
  // A shorter look ahead weighs the money of fewer days: it cannot save more.
  const shorter = contactPlan('chance', { rows: ROWS, day: NOW, days: 73, every: 1 }, { cost: 5, save: 0.12, margin: 0.5 });
  expect(shorter.all).toMatchObject({ cost: 20, saved: 6 });
  const sampled = contactPlan('chance', { rows: ROWS, day: NOW, days: 365, every: 25 }, { cost: 5, save: 0.12, margin: 0.5 });
  expect(sampled).toMatchObject({ flagged: 100, away: 50, all: { cost: 500, saved: 750 }, best: { contacted: 25 } });
  expect(planFinding(plan, en)).toBe(
    'Of **100** flagged, **50** did not come back within 365 days. Contacting all 4 would have cost **¥20** and saved **¥30** of the money of these 365 days. It would have paid best to stop after **1**: **¥25** in the end.'
  );
  expect(planFinding(plan, zh)).toBe(
    '每 **100** 位被预警的客户，**50** 位在之后 365 天内没有回来。联系全部 4 位，花费 **¥20**，挽回这 365 天里的 **¥30**。最划算的是只联系名单前 **1** 位：净得 **¥25**。'
  );
});

test('contacting that never pays, that always pays, and of nobody', () => {
  expect(
    planFinding(contactPlan('chance', { rows: ROWS, day: NOW, days: 365, every: 1 }, { cost: 100, save: 0.1, margin: 1 }), en)
  ).toContain('does not pay for anybody');
  expect(
    planFinding(contactPlan('chance', { rows: ROWS, day: NOW, days: 365, every: 1 }, { cost: 100, save: 0.1, margin: 1 }), zh)
  ).toContain('联系谁都不划算');
  const lost = ROWS.slice(0, 1);
  expect(
    planFinding(contactPlan('chance', { rows: lost, day: NOW, days: 365, every: 1 }, { cost: 1, save: 0.1, margin: 1 }), en)
  ).toContain('Contacting all of them was the best');
  expect(
    planFinding(contactPlan('chance', { rows: lost, day: NOW, days: 365, every: 1 }, { cost: 1, save: 0.1, margin: 1 }), zh)
  ).toContain('联系全部最划算');
  const nobody = contactPlan('chance', { rows: [], day: NOW, days: 365, every: 1 }, { cost: 5, save: 0.1, margin: 1 });
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
