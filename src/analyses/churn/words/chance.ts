import { defineWords } from '../../../i18n/locale.ts';

/** The chance to buy: its controls, the numbers at its head, and why there may be none. */
export const CHANCE_HEAD = defineWords({
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
    nearest: (days: string) => ` Proposed: ${days}, the round number nearest to it.`,
    cut: (days: string, wanted: string, seen: string) =>
      ` Proposed: ${days}. ${wanted} would fit the gaps, but must go three times into the past to be checked, and that is ${seen} long.`,
    sampled: (every: string) =>
      `With so many customers, every ${every}th was used to judge the rankings; lists and counts cover everybody.`,
    suits: {
      noPast: (days: string) =>
        `The data do not reach back ${days} before the as-of date, so no ranking could be judged. A shorter look ahead may do. The rules list who has been silent, unchecked.`,
      fewOutcomes: (back: string, customers: string, days: string) =>
        `Looking back ${days}: of ${customers} customers ${back} bought in the time after. Too few on one side to judge any ranking, so no probabilities are shown. Another look ahead may do. The time to the second purchase holds; the rules list who has been silent.`,
      off: 'At the latest look back these percentages were further off than the plain average for everybody. Go by the order of the list, not by the percent.',
      noSkill: (low: string, high: string) =>
        `In your past no ranking told who would come back clearly better than tossing a coin (AUC ${low} to ${high}; 0.5 is a coin, and the past is too small to tell the difference or there is none). So no customers are picked by it. The rule by fixed days goes by silence, too: it lists who has been silent, and predicts nothing. What holds is the time until the second purchase.`
    },
    strip: 'The prediction in four numbers',
    flagged: {
      label: 'Unlikely to buy',
      definition:
        'Customers whose chance to buy within the look-ahead is below the threshold on the as-of date. The threshold proposed is the share of all customers who bought in the last such time, at most 50%: less likely than the average customer, or more likely not to come than to come.'
    },
    past: {
      label: 'The same warning back then',
      note: (day: string, flagged: string, away: string) => `flagged ${flagged} on ${day}; ${away} bought nothing since`,
      none: 'the past is too short to test the percentages',
      definition:
        'The same ranking and threshold one look-ahead before the as-of date, with everything learnt from the time before that day, and the share of the flagged who indeed bought nothing since.'
    },
    plan: {
      label: 'If you contacted them all',
      note: (cost: string, save: string) => `at ${cost} per contact and ${save} saved, by the last time`,
      noMoney: 'those flagged then had brought no money',
      none: 'the past is too short to tell',
      definition:
        'As it would have been last time: of those flagged then, the ones who stayed away × save rate × what they had brought in the 365 days before × days looked ahead ÷ 365 × margin, minus the contact cost of all flagged. Cost, save rate and margin are your assumptions; only a campaign with a hold-out can measure them.'
    },
    contact: {
      finding: (due: string, half: string, money: string) =>
        due === '1'
          ? `**1** customer is unlikely to buy, who brought **${money}** last year.`
          : `**${due}** customers are unlikely to buy; the best **${half}** of them brought half of their **${money}** of last year. Ranked by money at stake.`,
      findingNoMoney: (due: string) =>
        due === '1'
          ? '**1** customer is unlikely to buy, who brought no money in the last 12 months.'
          : `**${due}** customers are unlikely to buy; none of them brought money in the last 12 months.`,
      none: 'Nobody’s chance lies below the threshold. A higher one warns earlier.',
      definition: [
        'Ranked by **money at stake**: last-year value × (1 − chance to buy). In the downloaded table: the rank by silence alone. Segments are those of the Segments page.'
      ]
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
    nearest: (days: string) => `建议 ${days}，取最接近的整数档。`,
    cut: (days: string, wanted: string, seen: string) =>
      `建议 ${days}：按间隔本可取 ${wanted}，但要检验就得在历史里回看三次，而历史只有 ${seen}。`,
    sampled: (every: string) => `客户很多，检验排序时每 ${every} 位取 1 位；名单和人数覆盖全部客户。`,
    suits: {
      noPast: (days: string) =>
        `数据没有覆盖截至日之前 ${days}，没法检验任何排序。可以缩短往后看的天数。两条规则只列出谁沉默已久，同样未经检验。`,
      fewOutcomes: (back: string, customers: string, days: string) =>
        `往回看 ${days}：${customers} 位客户里之后购买的有 ${back} 位。其中一边人数太少，没法检验任何排序，因此不显示概率。可以换一个天数。“多久才有第二次购买”仍然成立；两条规则只列出谁沉默已久。`,
      off: '最近一次回看时，这里的百分比还不如给所有人同一个平均值准。请看名单的先后，不要看百分比。',
      noSkill: (low: string, high: string) =>
        `在您的历史数据里，没有一种排序明显比抛硬币更能分出谁会回来（AUC ${low} 至 ${high}；0.5 等于抛硬币，差别或者没有，或者历史太少看不出来），因此不据此挑选客户。按固定天数的规则同样只看沉默天数：它列出谁沉默已久，不是预测。仍然成立的是“多久才有第二次购买”。`
    },
    strip: '购买预测核心指标',
    flagged: {
      label: '不太会再买的客户',
      definition:
        '截至日时，往后看的天数内购买概率低于阈值的客户。建议的阈值是上一个同样长的时段里实际购买的占比，最高 50%：比平均更不可能来，或不来比来更可能。'
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
      noMoney: '当时被预警的人没有带来金额',
      none: '历史太短，无法估算',
      definition:
        '以上次为准：当时被预警且确实没回来的客户 × 挽回率 × 他们此前 365 天的贡献 × 往后看的天数 ÷ 365 × 毛利率，减去联系全部被预警客户的成本。成本、挽回率、毛利率都是您的假设，只有带对照组的活动才能测出来。'
    },
    contact: {
      finding: (due: string, half: string, money: string) =>
        `**${due}** 位客户不太会再买；其中前 **${half}** 位就占了他们过去一年 **${money}** 的一半。按“可能失去的金额”排序。`,
      findingNoMoney: (due: string) => `**${due}** 位客户不太会再买，过去一年都没有带来金额。`,
      none: '没有客户的概率低于阈值。调高阈值可以更早预警。',
      definition: [
        '按**可能失去的金额**排序：过去一年贡献 ×（1 − 购买概率）。下载的表里另有只按沉默天数的名次作为对照。分层沿用客户分层页的选择。'
      ]
    }
  }
});
