import { defineWords } from '../../../i18n/locale.ts';

/** The fitted models: parameters, formulas and where they come from. */
export const MODEL = defineWords({
  en: {
    theModel: {
      title: 'The model',
      named: (what: string, source: string) =>
        `Models: ${what} (${source}) and Gamma-Gamma (Fader & Hardie 2013, note 025); formulas and fitted parameters stand under “The model”.`,
      finding: (model: string, customers: string, repeaters: string) =>
        `**${model}**, fitted to **${customers}** customers, of whom **${repeaters}** came back`,
      rate: (times: string) => `: who is a customer buys **${times}** times a year on average`,
      leaves: (share: string) => `; after a purchase **${share}** leave for good`,
      leavesYear: (share: string) => `; within a year **${share}** leave for good`,
      money: (money: string) => `. A purchase is worth **${money}** on average`,
      stop: '.',
      x: 'interval as a share of the estimate',
      tip: (low: string, high: string, error: string) => `95% interval ${low} to ${high}, standard error ${error}`,
      untold: 'the data do not tell how well it is known',
      note: (likelihood: string, customers: string) =>
        `Time in weeks (days ÷ 7). ln likelihood ${likelihood} of ${customers} customers. How sure the parameters are, drawn on a scale on which half and double stand as far from 100%.`,
      columns: {
        model: 'Model',
        parameter: 'Name',
        value: 'Value',
        error: 'Standard error',
        low: '95% low',
        high: '95% high',
        meaning: 'What it is'
      },
      terms: 'Terms of value',
      meanings: {
        r: 'how alike purchase rates are: their Gamma(r, α) shape',
        alpha: 'scale of purchase rates, in weeks; the mean rate is r ÷ α',
        a: 'chances of leaving are Beta(a, b)',
        b: 'with a mean of a ÷ (a + b)',
        s: 'how alike rates of leaving are: their Gamma(s, β) shape',
        beta: 'scale of rates of leaving, in weeks',
        p: 'how steady one customer’s purchases are: each is Gamma(p, ν)',
        q: 'ν differs between customers as Gamma(q, γ): its shape',
        gamma: 'its scale, in money',
        mean: 'every purchase is taken as worth the same',
        customers: 'customers it was fitted to',
        repeaters: 'of them came back',
        likelihood: 'ln likelihood',
        aic: 'Akaike’s criterion; compare on the same data only',
        correlation: 'correlation of the number and the mean of purchases: taken to be near 0',
        week: 'days in a week, the unit of time',
        periods: 'n: periods ahead',
        days: 'h: days of one period',
        discount: 'd: discount per period',
        margin: 'share of the money that is kept',
        timing: 'a period’s money counts at so much of it'
      },
      common: [
        'A customer’s history is x (repeat purchase days), t_x (first purchase to last) and T (first purchase to the as-of day), times in weeks; m is the mean money of the repeat purchases. “Who brings it” lists them beside the values it shows, and the purchases on a customer’s page give them for any other: so every value can be made again from these numbers.',
        'Parameters maximise the likelihood; standard errors come from its exact second derivatives, intervals are symmetric on the logarithm.'
      ],
      formulas: {
        'mbg-nbd': [
          '**MBG/NBD** (Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24, 201–209): customers buy at random at an own rate from Gamma(r, α); after every purchase, also the first, one leaves for good with an own chance from Beta(a, b).',
          'P(alive) = 1 ÷ (1 + a ÷ (b + x) · ((α + T) ÷ (α + t_x))^(r + x)). P(buys within t) = P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x)).',
          'E[Y(t)] = P(alive) · (a + b + x) ÷ (a − 1) · (1 − ((α + T) ÷ (α + T + t))^(r + x) · ₂F₁(r + x, b + x + 1; a + b + x; t ÷ (α + T + t))) (eq. 7).'
        ],
        'bg-nbd': [
          '**BG/NBD** (Fader, Hardie & Lee 2005, Marketing Science 24, 275–284): customers buy at random at an own rate from Gamma(r, α); after every repeat purchase one leaves for good with an own chance from Beta(a, b).',
          'P(alive) = 1 ÷ (1 + a ÷ (b + x − 1) · ((α + T) ÷ (α + t_x))^(r + x)), and 1 where x = 0. P(buys within t) = P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x)).',
          'E[Y(t)] = P(alive) · (a + b + x − 1) ÷ (a − 1) · (1 − ((α + T) ÷ (α + T + t))^(r + x) · ₂F₁(r + x, b + x; a + b + x − 1; t ÷ (α + T + t))) (eq. 10).'
        ],
        'pareto-nbd': [
          '**Pareto/NBD** (Schmittlein, Morrison & Colombo 1987, Management Science 33, 1–24; Fader & Hardie 2005, “A Note on Deriving the Pareto/NBD Model”): customers buy at random at an own rate from Gamma(r, α) and leave for good at an own rate from Gamma(s, β).',
          'With D(u, v) = s · (α + T)^(r + x) · (β + T)^s · ∫ from u to v of (α + z)^−(r + x) · (β + z)^−(s + 1) dz: P(alive) = 1 ÷ (1 + D(t_x, T)). P(buys within t) = P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x) · ((β + T) ÷ (β + T + t))^s − D(T, T + t)).',
          'E[Y(t)] = P(alive) · (r + x) · (β + T) ÷ ((α + T) · (s − 1)) · (1 − ((β + T) ÷ (β + T + t))^(s − 1)).'
        ],
        nbd: [
          '**NBD** (Ehrenberg 1959, Applied Statistics 8, 26–41), because no leaving is visible in these purchases: customers buy at random at an own rate from Gamma(r, α) for good, P(alive) = 1.',
          'P(buys within t) = 1 − ((α + T) ÷ (α + T + t))^(r + x).',
          'E[Y(t)] = (r + x) · t ÷ (α + T).'
        ]
      },
      value: [
        '**Gamma-Gamma** (Fader & Hardie 2013, note 025, eq. 5): the expected money of a purchase is m̂ = p · (γ + x · m) ÷ (p · x + q − 1), and p · γ ÷ (q − 1) without a repeat purchase. Where it cannot be fitted, m̂ is the mean of all. With large amounts held, m counts for no more than the 99th percentile of those who came back; m̂ is shown beside every value.',
        '**Value** = margin · m̂ · Σ for i = 1 … n of (E[Y(i · h)] − E[Y((i − 1) · h)]) ÷ (1 + d)^(i − 1 + c), h in weeks, c where the money of a period counts: 1 at its end, 0.5 in its middle, 0 at its start (Fader & Hardie, “A Note on Estimating CLV”).'
      ]
    }
  },
  zh: {
    theModel: {
      title: '模型',
      named: (what: string, source: string) =>
        `模型：${what}（${source}）与 Gamma-Gamma（Fader & Hardie 2013，note 025）；公式和拟合出的参数见“模型”面板。`,
      finding: (model: string, customers: string, repeaters: string) =>
        `**${model}**，用 **${customers}** 位客户拟合，其中 **${repeaters}** 位复购过`,
      rate: (times: string) => `：仍是客户的人平均每年购买 **${times}** 次`,
      leaves: (share: string) => `；每次购买后有 **${share}** 永久离开`,
      leavesYear: (share: string) => `；一年内有 **${share}** 永久离开`,
      money: (money: string) => `。每次购买平均值 **${money}**`,
      stop: '。',
      x: '区间相对估计值的比例',
      tip: (low: string, high: string, error: string) => `95% 区间 ${low} 至 ${high}，标准误 ${error}`,
      untold: '数据说明不了它有多确定',
      note: (likelihood: string, customers: string) =>
        `时间单位为周（天数 ÷ 7）。${customers} 位客户的对数似然为 ${likelihood}。图中是各参数有多确定；刻度上，一半和两倍离 100% 一样远。`,
      columns: { model: '模型', parameter: '名称', value: '取值', error: '标准误', low: '95% 下限', high: '95% 上限', meaning: '含义' },
      terms: '价值口径',
      meanings: {
        r: '购买速率有多一致：Gamma(r, α) 的形状',
        alpha: '购买速率的尺度（周）；平均速率为 r ÷ α',
        a: '离开的概率服从 Beta(a, b)',
        b: '平均为 a ÷ (a + b)',
        s: '离开速率有多一致：Gamma(s, β) 的形状',
        beta: '离开速率的尺度（周）',
        p: '同一客户每次金额有多稳定：每次服从 Gamma(p, ν)',
        q: '客户之间 ν 服从 Gamma(q, γ)：其形状',
        gamma: '其尺度（金额）',
        mean: '所有购买都按同一金额计',
        customers: '拟合所用的客户数',
        repeaters: '其中复购过的客户数',
        likelihood: '对数似然',
        aic: 'AIC，只能在同一份数据上比较',
        correlation: '购买次数与平均金额的相关系数：模型假定接近 0',
        week: '一周的天数（时间单位）',
        periods: 'n：展望的期数',
        days: 'h：每期的天数',
        discount: 'd：每期折现率',
        margin: '毛利率',
        timing: '每期的钱计在该期的什么位置'
      },
      common: [
        '客户的历史是 x（复购天数）、t_x（首购到最近一次）、T（首购到截至日），时间以周计；m 是复购的平均金额。“价值来自谁”的表在价值旁边列出了这些数，其他客户可从客户页的购买记录得到，所以任何一个价值都能用这些数重新算出来。',
        '参数由最大似然得到；标准误取自似然的精确二阶导数，区间在对数上对称。'
      ],
      formulas: {
        'mbg-nbd': [
          '**MBG/NBD**（Batislam, Denizel & Filiztekin 2007，International Journal of Research in Marketing 24，201–209）：客户各按自己的速率随机购买，速率服从 Gamma(r, α)；每次购买后（包括首购）可能永久离开，离开的概率因人而异，服从 Beta(a, b)。',
          'P(alive) = 1 ÷ (1 + a ÷ (b + x) · ((α + T) ÷ (α + t_x))^(r + x))。t 内购买的概率 = P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x))。',
          'E[Y(t)] = P(alive) · (a + b + x) ÷ (a − 1) · (1 − ((α + T) ÷ (α + T + t))^(r + x) · ₂F₁(r + x, b + x + 1; a + b + x; t ÷ (α + T + t)))（式 7）。'
        ],
        'bg-nbd': [
          '**BG/NBD**（Fader, Hardie & Lee 2005，Marketing Science 24，275–284）：客户各按自己的速率随机购买，速率服从 Gamma(r, α)；每次复购后可能永久离开，离开的概率因人而异，服从 Beta(a, b)。',
          'P(alive) = 1 ÷ (1 + a ÷ (b + x − 1) · ((α + T) ÷ (α + t_x))^(r + x))，x = 0 时为 1。t 内购买的概率 = P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x))。',
          'E[Y(t)] = P(alive) · (a + b + x − 1) ÷ (a − 1) · (1 − ((α + T) ÷ (α + T + t))^(r + x) · ₂F₁(r + x, b + x; a + b + x − 1; t ÷ (α + T + t)))（式 10）。'
        ],
        'pareto-nbd': [
          '**Pareto/NBD**（Schmittlein, Morrison & Colombo 1987，Management Science 33，1–24；Fader & Hardie 2005，“A Note on Deriving the Pareto/NBD Model”）：客户各按自己的速率随机购买，速率服从 Gamma(r, α)；并按自己的速率永久离开，速率服从 Gamma(s, β)。',
          '记 D(u, v) = s · (α + T)^(r + x) · (β + T)^s · ∫（从 u 到 v）(α + z)^−(r + x) · (β + z)^−(s + 1) dz：P(alive) = 1 ÷ (1 + D(t_x, T))。t 内购买的概率 = P(alive) · (1 − ((α + T) ÷ (α + T + t))^(r + x) · ((β + T) ÷ (β + T + t))^s − D(T, T + t))。',
          'E[Y(t)] = P(alive) · (r + x) · (β + T) ÷ ((α + T) · (s − 1)) · (1 − ((β + T) ÷ (β + T + t))^(s − 1))。'
        ],
        nbd: [
          '**NBD**（Ehrenberg 1959，Applied Statistics 8，26–41），因为从这些购买里看不出有人离开：客户各按自己的速率随机购买，速率服从 Gamma(r, α)，永不离开，P(alive) = 1。',
          't 内购买的概率 = 1 − ((α + T) ÷ (α + T + t))^(r + x)。',
          'E[Y(t)] = (r + x) · t ÷ (α + T)。'
        ]
      },
      value: [
        '**Gamma-Gamma**（Fader & Hardie 2013，note 025，式 5）：每次购买的预期金额 m̂ = p · (γ + x · m) ÷ (p · x + q − 1)；没有复购时为 p · γ ÷ (q − 1)。拟合不了时，m̂ 取全体均值。选择大额封顶时，m 最多按复购客户的 99 分位计；每个价值旁边都列出 m̂。',
        '**价值** = 毛利率 · m̂ · Σ（i = 1 … n）(E[Y(i · h)] − E[Y((i − 1) · h)]) ÷ (1 + d)^(i − 1 + c)，h 以周计；c 是每期的钱计入的位置：期末 1，期中 0.5，期初 0（Fader & Hardie，“A Note on Estimating CLV”）。'
      ]
    }
  }
});
