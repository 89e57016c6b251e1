import { defineWords } from '../../i18n/locale.ts';

/** The words of the chances to buy, of what they are worth, and of whether they were right. */
export const CHANCE = defineWords({
  en: {
    mode: (days: string) => `Chance to buy within ${days}`,
    modeShort: 'Chance to buy',
    within: 'Look ahead',
    below: 'Flag below',
    percentUnit: '%',
    rank: 'Ranked by',
    best: (name: string) => `the best: ${name}`,
    names: {
      silence: 'days of silence',
      lateness: 'lateness vs own rhythm',
      'repeat-model': 'buying model (MBG/NBD)',
      logistic: 'logistic model'
    },
    working: 'Judging the rankings by the past',
    proposed: (share: string, days: string) => `${share} of the gaps between purchases are no longer than ${days}.`,
    sampled: (every: string) =>
      `With so many customers, every ${every}th was used to judge the rankings; lists and counts cover everybody.`,
    suits: {
      noPast: (days: string) =>
        `The data do not reach back ${days} before the as-of date, so no ranking could be judged. A shorter look ahead, or the two rules, still work.`,
      fewOutcomes: (back: string, customers: string, days: string) =>
        `Looking back ${days}: of ${customers} customers ${back} bought in the time after. Too few on one side to judge any ranking, so no probabilities are shown. Another look ahead, the two rules and the time to the second purchase still hold.`,
      noSkill: (low: string, high: string) =>
        `In your past no ranking told who would come back better than tossing a coin (AUC ${low} to ${high}, 0.5 is a coin). So no customers are picked by it. The time to the second purchase and the two rules still hold.`
    },
    strip: 'The prediction in four numbers',
    flagged: {
      label: 'Unlikely to buy',
      note: (share: string, interval: string) => `${share} of customers, 95% interval ${interval}`,
      definition:
        'Customers whose chance to buy within the look-ahead is below the threshold on the as-of date. The threshold proposed is the share of all customers who bought in the last such time, at most 50%: less likely than the average customer, or more likely not to come than to come.'
    },
    worth: {
      label: 'What they brought in 12 months',
      note: (customers: string) => `${customers} of them brought half of it`,
      definition: 'Paid minus refunded by these customers in the 365 days up to the as-of date.'
    },
    past: {
      label: 'The same warning back then',
      note: (day: string, flagged: string, away: string) => `flagged ${flagged} on ${day}; ${away} have not bought since`,
      none: 'the past is too short to test the percentages',
      definition:
        'The same ranking and threshold one look-ahead before the as-of date, with everything learnt from the time before that day, and the share of the flagged who indeed bought nothing since.'
    },
    plan: {
      label: 'If you contacted them all',
      note: (cost: string, save: string) => `at ${cost} per contact and ${save} saved, by the last time`,
      none: 'the past is too short to tell',
      definition:
        'As it would have been last time: of those flagged then, the ones who stayed away × save rate × what they had brought in the 365 days before × margin, minus the contact cost of all flagged. Cost, save rate and margin are your assumptions; only a campaign with a hold-out can measure them.'
    },
    contact: {
      title: 'Who to contact first',
      finding: (due: string, half: string, money: string) =>
        `**${due}** customers are unlikely to buy; the best **${half}** of them brought half of their **${money}** of last year. Ranked by money at stake.`,
      findingNoMoney: (due: string) => `**${due}** customers are unlikely to buy; none of them bought in the last 12 months.`,
      none: 'Nobody’s chance lies below the threshold. A higher one warns earlier.',
      shown: (shown: string, all: string) => `Showing ${shown} of ${all}`,
      open: 'Open the full list',
      definition: [
        'Ranked by **money at stake**: last-year value × (1 − chance to buy). Beside it: the rank by silence alone.',
        'Reasons come from orders and feedback: an open complaint, a bad score in the last 180 days, a refund on the last purchase day, three baskets in a row smaller than the one before, another channel on the last purchase than before, only one purchase, a discount on every order; else how late they are against their own rhythm. They are signs, not proof of a cause.'
      ]
    },
    trust: {
      title: 'Would this have been right?',
      finding: (day: string, rate: string, base: string) =>
        `With what was known on **${day}**: of the tenth with the highest risk **${rate}** did not come back; of all customers ${base}.`,
      plainBest: (others: string) => ` Plain “how long silent” ranks as well as anything else (${others}), so it is used.`,
      better: (name: string, own: string, plain: string) => ` The ${name} ranks better than silence alone (AUC ${own} against ${plain}).`,
      own: (name: string, own: string, plain: string) => ` You chose the ${name}: AUC ${own}, silence alone ${plain}.`,
      noSkill: ' No ranking told more than a coin, so none is used.',
      off: ' Its percentages were further off than the plain average: trust the order, not the percent.',
      untested: ' The past allows one look back only: the order is tested, the percentages are not.',
      x: 'said: will not come back',
      y: 'did not come back',
      tip: (said: string, came: string) => `said ${said}, came ${came}`,
      group: (customers: string) => `${customers} customers`,
      none: 'The past allows one look back only. How the ranking did is in the next panel; its percentages could not be tested.',
      note: (error: string, brier: string, base: string) =>
        `Mean distance from the diagonal ${error}. Brier ${brier}; by the average alone ${base} (smaller is better).`,
      definition: [
        'At the latest past day every customer gets a chance from what was known then; what had to be learnt (weights, the curve from score to percent) comes from one look-ahead earlier. Then it is compared with what happened. Dots: customers in ten groups of rising chance, with the 95% Wilson interval of what happened. On the diagonal what was said came true.',
        '**AUC**: the chance that somebody who stayed away had the higher risk than somebody who came back; 0.5 is a coin, interval by DeLong (1988). **Lift at 10%**: how much more often the riskiest tenth stayed away than all. **Brier**: mean squared distance of chance and outcome; the base is everybody at the average.',
        'Refunds carry no date of their own and cancelled orders are not in the data, so that the past is seen a little tidier than it was; orders of the 30 days before a day count as not refunded.'
      ]
    },
    rankings: {
      title: 'Which ranking is best',
      finding: (name: string, auc: string, interval: string, days: string) =>
        `In use: **${name}**, AUC **${auc}** (95% interval ${interval}) at the latest of ${days}.`,
      none: (name: string, auc: string, interval: string, days: string) =>
        `None is used: the plainest, **${name}**, had an AUC of **${auc}** (95% interval ${interval}) at the latest of ${days}; 0.5 is a coin.`,
      looks: (count: string) => (count === '1' ? '1 look back' : `${count} looks back`),
      note: 'A more elaborate ranking replaces a plainer one only where its AUC is clearly higher on your own past.',
      y: 'AUC',
      definition: [
        '**Days of silence**: nothing else. **Lateness**: silence ÷ the customer’s usual gap (the shop’s for one purchase). **Buying model**: P(buys within N days) by MBG/NBD (Batislam et al. 2007), fitted to the histories known on each day. **Logistic model**: silence, lateness, purchases, age, trend, basket, share of orders with discount and with refund, complaints and bad scores of a year, an open complaint, and activity (each where the data have it), learnt from one look-ahead earlier.',
        'Chosen is plain silence, unless another is clearly better: the 95% interval of its AUC gain (DeLong, paired) lies above 0 at the latest day and the mean gain over all days is above 0.'
      ]
    },
    money: {
      title: 'What contacting would have brought',
      cost: 'Cost per contact',
      save: 'Saved of those leaving',
      margin: 'Margin',
      finding: (flagged: string, away: string, cost: string, saved: string) =>
        `Of **100** flagged, **${away}** did not come back. Contacting all ${flagged} would have cost **${cost}** and saved **${saved}**.`,
      best: (count: string, net: string) => ` Best were the first **${count}** by money at stake: **${net}** in the end.`,
      bestAll: (net: string) => ` Contacting all of them was the best: **${net}** in the end.`,
      bestNone: ' At these assumptions contacting does not pay for anybody.',
      x: 'contacted, most money at stake first',
      y: 'money',
      saved: 'saved',
      spent: 'cost',
      mark: (count: string) => `best: ${count}`,
      tip: (saved: string, cost: string, net: string) => `saved ${saved} · cost ${cost} · net ${net}`,
      first: (count: string) => `the first ${count}`,
      none: 'Too little past to say what contacting would have brought, or nobody was flagged then.',
      definition:
        'Those flagged at the latest past day, by money at stake then (last-year value × (1 − chance)). Saved = save rate × margin × last-year value of those who stayed away; contacts to customers who would have come anyway only cost. The best cut-off has the highest saved − cost. Save rate and margin are assumptions: test them with a hold-out.'
    },
    segments: {
      title: 'Where they are: by segment and value',
      finding: (segment: string, flagged: string, money: string) =>
        `Most money is at **${segment}**: **${flagged}** flagged customers who brought **${money}** last year.`,
      findingNoMoney: (segment: string, flagged: string) => `Most of those flagged are in **${segment}**: **${flagged}**.`,
      none: 'Nobody is flagged.',
      text: (flagged: string, money: string) => `${flagged} · ${money}`,
      tip: (flagged: string, customers: string, share: string) => `${flagged} of ${customers} flagged · ${share}`,
      definition:
        'Customers flagged by the choice above (by rule: past it), by segment of the current template, with what they brought in the 365 days up to the as-of date. Segments as on the segments page, as of the same day.'
    },
    changes: {
      title: 'What changed since',
      since: 'Compared with',
      finding: (day: string, fresh: string, back: string, still: string) =>
        `Since **${day}**: **${fresh}** newly flagged, **${back}** recovered, **${still}** still silent.`,
      kinds: {
        new: 'Newly flagged',
        recovered: 'Recovered',
        still: 'Still silent',
        again: 'Flagged again',
        other: 'Off without buying'
      },
      none: 'Nobody was flagged on either day.',
      definition:
        'The same choice applied on both days, each with the purchases known by then; chances by the same formula. **Recovered**: flagged then, has bought since and is not flagged now. **Still silent**: flagged on both days, nothing bought between. **Flagged again**: bought between and is flagged now. **Off without buying**: the usual gap is known better now, so that the rule does not hold any more.'
    },
    columns: {
      chance: 'Chance to buy',
      ranking: 'Ranking',
      day: 'Looked at',
      customers: 'Customers',
      away: 'Stayed away',
      auc: 'AUC',
      low: '95% low',
      high: '95% high',
      gain: 'AUC gain on silence',
      riskiest: 'Riskiest tenth away',
      lift: 'Lift at 10%',
      likeliest: 'Likeliest tenth bought',
      brier: 'Brier',
      baseBrier: 'Brier of the average',
      error: 'Calibration error',
      said: 'Said: not back',
      came: 'Not back',
      contacted: 'Contacted',
      atStake: 'At stake, last one',
      lost: 'Of them away',
      cost: 'Cost',
      saved: 'Saved',
      net: 'Net',
      segment: 'Segment',
      flagged: 'Flagged',
      share: 'Share',
      amountYear: '12 months',
      change: 'Change'
    },
    audiences: {
      flagged: (chance: string, days: string) => `Chance below ${chance} to buy within ${days}`,
      past: (day: string) => `Flagged on ${day}`,
      right: (day: string) => `Flagged on ${day}, nothing bought in the time after`,
      segment: (segment: string) => `Flagged customers: ${segment}`,
      change: (change: string, day: string) => `${change}, since ${day}`,
      reason: (chance: string) => `chance to buy ${chance}`
    },
    watch: {
      title: 'Watch rules',
      window: 'Last',
      drop: 'Activity down by',
      jump: 'Basket off by',
      jumpUnit: '×',
      finding: (count: string) => `**${count}** customers match at least one rule.`,
      none: 'No customer matches a rule.',
      kinds: { drop: 'Activity drop', unusual: 'Unusual basket', negative: 'Negative feedback' },
      what: {
        drop: (share: string, days: string) =>
          `purchases and events of the last ${days} are ${share} or more below those of the ${days} before (at least 3)`,
        unusual: (times: string, days: string) =>
          `the last purchase, within ${days}, is ${times} × above or below the customer’s own mean (at least 3 before)`,
        negative: (days: string) => `a complaint, an NPS of 0–6 or a CSAT of 1–2 within ${days}`
      },
      rule: 'Rule',
      means: 'Matches when',
      definition:
        'Each rule looks at a window up to the as-of date. Activity counts purchase days and events together. Own mean: the mean amount of the purchases before the last one. Negative feedback needs a feedback file.',
      alert: (customers: string) => `**${customers}** customers have complained or given a bad score in the last 30 days`,
      alertDetail: (money: string) => `They brought ${money} in the last 12 months.`
    }
  },
  zh: {
    mode: (days: string) => `${days}内购买概率`,
    modeShort: '购买概率',
    within: '往后看',
    below: '概率低于',
    percentUnit: '%',
    rank: '排序依据',
    best: (name: string) => `最优：${name}`,
    names: {
      silence: '沉默天数',
      lateness: '相对自己节奏的超期',
      'repeat-model': '购买模型（MBG/NBD）',
      logistic: '逻辑回归模型'
    },
    working: '正在用历史检验各种排序',
    proposed: (share: string, days: string) => `${share} 的购买间隔不超过 ${days}。`,
    sampled: (every: string) => `客户很多，检验排序时每 ${every} 位取 1 位；名单和人数覆盖全部客户。`,
    suits: {
      noPast: (days: string) => `数据没有覆盖截至日之前 ${days}，没法检验任何排序。缩短往后看的天数，或改用两条规则。`,
      fewOutcomes: (back: string, customers: string, days: string) =>
        `往回看 ${days}：${customers} 位客户里之后购买的有 ${back} 位。其中一边人数太少，没法检验任何排序，因此不显示概率。可以换一个天数；两条规则和“多久才有第二次购买”仍然有效。`,
      noSkill: (low: string, high: string) =>
        `在您的历史数据里，没有一种排序比抛硬币更能分出谁会回来（AUC ${low} 至 ${high}，0.5 等于抛硬币）。因此不据此挑选客户。“多久才有第二次购买”和两条规则仍然有效。`
    },
    strip: '购买预测核心指标',
    flagged: {
      label: '不太会再买的客户',
      note: (share: string, interval: string) => `占客户 ${share}，95% 置信区间 ${interval}`,
      definition:
        '截至日时，往后看的天数内购买概率低于阈值的客户。建议的阈值是上一个同样长的时段里实际购买的占比，最高 50%：比平均更不可能来，或不来比来更可能。'
    },
    worth: {
      label: '他们过去一年贡献',
      note: (customers: string) => `前 ${customers} 位就占一半`,
      definition: '这些客户在截至日之前 365 天内的实付减退款。'
    },
    past: {
      label: '上次同样预警的准确率',
      note: (day: string, flagged: string, away: string) => `${day} 预警 ${flagged} 位，${away} 位至今未回`,
      none: '历史太短，概率无法检验',
      definition: '把同样的排序和阈值放回截至日之前一个观察期，需要学习的部分全部来自更早的数据，看被预警的客户中有多少此后确实没有再买。'
    },
    plan: {
      label: '如果逐个联系',
      note: (cost: string, save: string) => `按每人 ${cost} 成本、挽回率 ${save}，以上次为准估算`,
      none: '历史太短，无法估算',
      definition:
        '以上次为准：当时被预警且确实没回来的客户 × 挽回率 × 他们此前 365 天的贡献 × 毛利率，减去联系全部被预警客户的成本。成本、挽回率、毛利率都是您的假设，只有带对照组的活动才能测出来。'
    },
    contact: {
      title: '先联系谁',
      finding: (due: string, half: string, money: string) =>
        `**${due}** 位客户不太会再买；其中前 **${half}** 位就占了他们过去一年 **${money}** 的一半。按“可能失去的金额”排序。`,
      findingNoMoney: (due: string) => `**${due}** 位客户不太会再买，过去一年都没有购买。`,
      none: '没有客户的概率低于阈值。调高阈值可以更早预警。',
      shown: (shown: string, all: string) => `显示 ${shown} / ${all}`,
      open: '打开完整名单',
      definition: [
        '按**可能失去的金额**排序：过去一年贡献 ×（1 − 购买概率）。旁边列出只按沉默天数的名次作为对照。',
        '可能的原因取自订单和反馈：投诉未关闭、近 180 天打过低分、最近一次购买有退款、客单价连降三次、最近一次换了渠道、只买过一次、每单都用优惠；都没有时，说明超过自己节奏多少倍。它们只是迹象，不代表真正的起因。'
      ]
    },
    trust: {
      title: '这个预测靠谱吗',
      finding: (day: string, rate: string, base: string) =>
        `用 **${day}** 之前的数据预测，再和后来对照：预警最强的 10% 里，**${rate}** 没有回来；全部客户是 ${base}。`,
      plainBest: (others: string) => `只看“多久没来”和其他排序一样准（${others}），所以就用它。`,
      better: (name: string, own: string, plain: string) => `${name}比只看沉默天数更准（AUC ${own} 对 ${plain}）。`,
      own: (name: string, own: string, plain: string) => `您选了${name}：AUC ${own}，只看沉默天数 ${plain}。`,
      noSkill: '没有一种排序比抛硬币更准，所以一种也不用。',
      off: '但它的百分比还不如直接用平均值准：看排序，别看百分比。',
      untested: '历史只够回看一次：排序检验过，概率没有检验。',
      x: '预测不再回来的概率',
      y: '实际没有回来',
      tip: (said: string, came: string) => `预测 ${said}，实际 ${came}`,
      group: (customers: string) => `${customers} 位客户`,
      none: '历史只够回看一次。排序的表现见下一个面板，概率没能检验。',
      note: (error: string, brier: string, base: string) => `与对角线平均相差 ${error}。Brier ${brier}，只用平均值是 ${base}（越小越好）。`,
      definition: [
        '在最近的一个过去日子，只用当时已知的数据给每位客户一个概率；需要学习的部分（权重、从得分到概率的曲线）来自再早一个观察期。然后与实际对照。圆点是按概率从低到高分成的十组客户，竖线是实际占比的 95% Wilson 区间；落在对角线上，就是说多少中多少。',
        '**AUC**：任取一位没回来的和一位回来的，前者风险更高的概率；0.5 等于抛硬币，区间按 DeLong（1988）。**10% 提升度**：风险最高的一成没有回来的比例是全体的多少倍。**Brier**：概率与结果之差的平方的平均；对照是给所有人平均值。',
        '退款没有自己的日期，已取消的订单不在数据里，所以看到的过去比当时略干净；某日之前 30 天内的订单一律按未退款计。'
      ]
    },
    rankings: {
      title: '哪种排序最准',
      finding: (name: string, auc: string, interval: string, days: string) =>
        `现在用的是**${name}**：最近一次（共${days}）AUC 为 **${auc}**（95% 置信区间 ${interval}）。`,
      none: (name: string, auc: string, interval: string, days: string) =>
        `一种也不用：最简单的**${name}**，最近一次（共${days}）AUC 为 **${auc}**（95% 置信区间 ${interval}），0.5 等于抛硬币。`,
      looks: (count: string) => `回看 ${count} 次`,
      note: '更复杂的排序，只有在您自己的历史上明显更准时，才会取代更简单的。',
      y: 'AUC',
      definition: [
        '**沉默天数**：不看别的。**超期**：沉默天数 ÷ 平时间隔（只买过一次的用全店的）。**购买模型**：按 MBG/NBD（Batislam 等，2007）估计 N 天内购买的概率，只用当时的购买记录拟合。**逻辑回归**：沉默、超期、购买次数、客龄、趋势、客单价、用优惠与退款的订单占比、一年内的投诉和低分、未关闭的投诉、行为活跃度（数据里有的才用），从再早一个观察期学习。',
        '默认用沉默天数；别的排序要明显更准才会取代它：在最近一次检验中，AUC 之差的 95% 区间（DeLong 配对）高于 0，且各次平均也高于 0。'
      ]
    },
    money: {
      title: '当时逐个联系能带来多少',
      cost: '每人联系成本',
      save: '挽回率',
      margin: '毛利率',
      finding: (flagged: string, away: string, cost: string, saved: string) =>
        `每 **100** 位被预警的客户，**${away}** 位没有回来。联系全部 ${flagged} 位，花费 **${cost}**，挽回 **${saved}**。`,
      best: (count: string, net: string) => `最划算的是只联系金额最大的前 **${count}** 位：净得 **${net}**。`,
      bestAll: (net: string) => `联系全部最划算：净得 **${net}**。`,
      bestNone: '按这些假设，联系谁都不划算。',
      x: '联系人数，可能失去的金额大者优先',
      y: '金额',
      saved: '挽回',
      spent: '成本',
      mark: (count: string) => `最佳：${count} 位`,
      tip: (saved: string, cost: string, net: string) => `挽回 ${saved} · 成本 ${cost} · 净得 ${net}`,
      first: (count: string) => `前 ${count} 位`,
      none: '历史太短，或当时没有人被预警，无法估算。',
      definition:
        '最近一个过去日子被预警的客户，按当时“可能失去的金额”（过去一年贡献 ×（1 − 购买概率））排序。挽回 = 挽回率 × 毛利率 × 没有回来者的过去一年贡献；本来就会回来的客户，联系只有成本。最佳截点是“挽回 − 成本”最高处。挽回率和毛利率是假设，请用对照组检验。'
    },
    segments: {
      title: '他们在哪些分层',
      finding: (segment: string, flagged: string, money: string) =>
        `金额最多的是**${segment}**：**${flagged}** 位被预警的客户，过去一年贡献 **${money}**。`,
      findingNoMoney: (segment: string, flagged: string) => `被预警的客户大多在**${segment}**：**${flagged}** 位。`,
      none: '没有客户被预警。',
      text: (flagged: string, money: string) => `${flagged} 位 · ${money}`,
      tip: (flagged: string, customers: string, share: string) => `${customers} 位中 ${flagged} 位被预警 · ${share}`,
      definition:
        '按上面的选择被预警的客户（按规则时即已超期），按当前分层模板归类，金额是截至日之前 365 天的贡献。分层口径与客户分层页相同，截至同一天。'
    },
    changes: {
      title: '与之前相比有什么变化',
      since: '对比',
      finding: (day: string, fresh: string, back: string, still: string) =>
        `与 **${day}** 相比：新增预警 **${fresh}** 位，回来 **${back}** 位，仍然沉默 **${still}** 位。`,
      kinds: {
        new: '新增预警',
        recovered: '已回来',
        still: '仍然沉默',
        again: '再次预警',
        other: '未购买而解除'
      },
      none: '两个日子都没有客户被预警。',
      definition:
        '同样的选择用在两个日子，各自只用到当时为止的购买；概率用同一个公式。**已回来**：当时被预警，之后买过，现在不再预警。**仍然沉默**：两个日子都被预警，期间没有购买。**再次预警**：期间买过，现在又被预警。**未购买而解除**：平时间隔的估计变了，不再符合规则。'
    },
    columns: {
      chance: '购买概率',
      ranking: '排序',
      day: '回看日',
      customers: '客户数',
      away: '没有回来',
      auc: 'AUC',
      low: '95% 下限',
      high: '95% 上限',
      gain: '比沉默天数高',
      riskiest: '风险最高一成未回',
      lift: '10% 提升度',
      likeliest: '概率最高一成已购',
      brier: 'Brier',
      baseBrier: '平均值的 Brier',
      error: '校准误差',
      said: '预测不回来',
      came: '实际没有回来',
      contacted: '联系人数',
      atStake: '末位可能失去的金额',
      lost: '其中没有回来',
      cost: '成本',
      saved: '挽回',
      net: '净得',
      segment: '分层',
      flagged: '被预警',
      share: '占比',
      amountYear: '近一年',
      change: '变化'
    },
    audiences: {
      flagged: (chance: string, days: string) => `${days}内购买概率低于 ${chance} 的客户`,
      past: (day: string) => `${day} 会被预警的客户`,
      right: (day: string) => `${day} 会被预警、之后没有再买的客户`,
      segment: (segment: string) => `被预警的客户：${segment}`,
      change: (change: string, day: string) => `与 ${day} 相比：${change}`,
      reason: (chance: string) => `购买概率 ${chance}`
    },
    watch: {
      title: '关注规则',
      window: '最近',
      drop: '活跃下降',
      jump: '客单偏离',
      jumpUnit: '倍',
      finding: (count: string) => `**${count}** 位客户至少符合一条规则。`,
      none: '没有客户符合规则。',
      kinds: { drop: '活跃下降', unusual: '购买异常', negative: '负面反馈' },
      what: {
        drop: (share: string, days: string) => `最近 ${days}的购买与行为次数，比之前 ${days}（至少 3 次）下降 ${share} 以上`,
        unusual: (times: string, days: string) => `${days}内的最近一次购买，比自己的平均客单（此前至少 3 次）高或低 ${times} 倍`,
        negative: (days: string) => `${days}内有投诉，或 NPS 0–6 分、满意度 1–2 分`
      },
      rule: '规则',
      means: '何时符合',
      definition:
        '每条规则看截至日之前的一个时间窗。活跃次数 = 购买日 + 行为事件。自己的平均客单：最近一次之前各次购买的平均金额。负面反馈需要有反馈文件。',
      alert: (customers: string) => `**${customers}** 位客户最近 30 天有投诉或打了低分`,
      alertDetail: (money: string) => `他们过去一年贡献 ${money}。`
    }
  }
});
export type ChanceWords = (typeof CHANCE)['en'];
