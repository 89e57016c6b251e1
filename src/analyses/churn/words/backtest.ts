import { defineWords } from '../../../i18n/locale.ts';

/** Whether a rule was right before. */
export const BACKTEST = defineWords({
  en: {
    backtest: {
      title: 'Would this warning have been right?',
      finding: (day: string, warned: string, rate: string) =>
        `On **${day}** it would have warned **${warned}** customers: **${rate}** of them bought nothing in the time after.`,
      few: (day: string, warned: string, away: string) =>
        `On **${day}** it would have warned **${warned === '1' ? '1 customer' : `${warned} customers`}**, and ${away} bought nothing in the time after: too few to say whether the warning is right.`,
      better: (plain: string) => ` Going by silence alone: ${plain}, so the rule is clearly better.`,
      same: (plain: string) => ` Going by silence alone: ${plain}, about as good.`,
      worse: (plain: string) => ` Going by silence alone: **${plain}**, which is better: rank by silence, use the rule to explain.`,
      only: (plain: string) => ` Going by silence alone: ${plain}.`,
      aboveBase: (base: string) => ` Of all customers ${base} stayed away, so the rule tells them apart.`,
      likeBase: (base: string) =>
        ` Of all customers it was **${base}**: this rule tells no more than chance. It lists who has been silent, and does not predict.`,
      belowBase: (base: string) =>
        ` Of all customers it was **${base}**: naming anybody would have been right more often. It lists who has been silent, and does not predict.`,
      x: 'warned on',
      y: 'did not come back',
      rule: 'This rule',
      plain: 'Silence alone',
      base: 'All customers',
      tip: (away: string, warned: string, rate: string) => `${away} of ${warned} stayed away · ${rate}`,
      until: (day: string) => `watched until ${day}`,
      none: 'No past day is far enough back for this rule to have warned anybody. Whether its flags are right is unchecked.',
      unchecked: (days: string, auc: string, interval: string) =>
        `Nobody could check these flags: the past is too short for this rule. Over the last ${days} the days of silence told no better than a coin who would come back (AUC ${auc}, 95% interval ${interval}; 0.5 is a coin). So this lists who has been silent, and predicts nothing. What holds is the time until the second purchase.`,
      definition: [
        'At each past day the rule is applied to what was known by then; a customer counts as lost when nothing was bought in the horizon after it. Nothing that came later enters the warning.',
        '**This rule**: share of the warned who stayed away (precision). **Silence alone**: the same for as many customers ranked by days of silence. **All customers**: the share anybody would get by warning at random. In the table also: the share of all who stayed away that the rule caught.'
      ]
    }
  },
  zh: {
    backtest: {
      title: '这个预警靠谱吗',
      finding: (day: string, warned: string, rate: string) =>
        `若在 **${day}** 发出同样的预警，会圈出 **${warned}** 位客户，其中 **${rate}** 之后确实没有再买。`,
      few: (day: string, warned: string, away: string) =>
        `若在 **${day}** 发出同样的预警，只会圈出 **${warned}** 位客户，其中 ${away} 位之后没有再买：人数太少，说明不了准不准。`,
      better: (plain: string) => `只看沉默天数是 ${plain}，规则明显更准。`,
      same: (plain: string) => `只看沉默天数是 ${plain}，两者差不多。`,
      worse: (plain: string) => `只看沉默天数是 **${plain}**，反而更准：排序请看沉默天数，规则用来解释。`,
      only: (plain: string) => `只看沉默天数是 ${plain}。`,
      aboveBase: (base: string) => `全部客户中这一比例是 ${base}，规则确实能区分。`,
      likeBase: (base: string) => `全部客户中这一比例是 **${base}**，规则并不比随便圈人更准：它只列出谁沉默已久，不是预测。`,
      belowBase: (base: string) => `全部客户中这一比例是 **${base}**，随便圈人反而更准：它只列出谁沉默已久，不是预测。`,
      x: '预警日',
      y: '没有回来',
      rule: '本规则',
      plain: '只看沉默天数',
      base: '全部客户',
      tip: (away: string, warned: string, rate: string) => `${warned} 位中 ${away} 位没有回来 · ${rate}`,
      until: (day: string) => `观察到 ${day}`,
      none: '历史太短，过去没有哪一天能按这条规则发出预警。现在的预警准不准，未经检验。',
      unchecked: (days: string, auc: string, interval: string) =>
        `历史太短，这条规则的预警无法检验。最近 ${days}里，只看沉默天数并不比抛硬币更能分出谁会回来（AUC ${auc}，95% 置信区间 ${interval}，0.5 等于抛硬币）。因此这只是一份谁沉默已久的名单，不是预测；仍然成立的是“多久才有第二次购买”。`,
      definition: [
        '在每个过去的日子，只用当时已知的数据套用规则；之后一个观察期内没有购买即为流失。后来发生的事不会进入预警。',
        '**本规则**：被预警者中没有回来的占比（准确率）。**只看沉默天数**：按沉默天数取同样多的人。**全部客户**：随便圈人能得到的占比。表格中另有召回率：没有回来的人里，规则圈中了多少。'
      ]
    }
  }
});
