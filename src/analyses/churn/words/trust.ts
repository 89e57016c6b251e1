import { defineWords } from '../../../i18n/locale.ts';

/** Whether the chances were right before, and which ranking is best. */
export const TRUST = defineWords({
  en: {
    trust: {
      title: 'Would this have been right?',
      finding: (day: string, rate: string, base: string) =>
        `With what was known on **${day}**: of the tenth with the highest risk **${rate}** did not come back; of all customers ${base}.`,
      plainBest: (others: string) => ` Plain “how long silent” ranks as well as anything else (${others}), so it is used.`,
      better: (name: string, own: string, plain: string) => ` The ${name} ranks better than silence alone (AUC ${own} against ${plain}).`,
      own: (name: string, own: string, plain: string) => ` You chose the ${name}: AUC ${own}, silence alone ${plain}.`,
      noSkill: ' No ranking told clearly more than a coin, so none is used.',
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
        'Refunds carry no date of their own, and orders cancelled or refunded in full are not in the data, so that the past is seen a little tidier than it was; orders of the 30 days before a day count as not refunded.'
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
        '**Days of silence**: nothing else. **Lateness**: silence ÷ the customer’s usual gap (the shop’s for one purchase). **Buying model**: P(buys within N days) by MBG/NBD (Batislam et al. 2007), fitted to the histories known on each day. **Logistic model**: the chance by MBG/NBD, silence, lateness, purchases, age, trend, basket, share of orders with discount and with refund of a part, complaints and bad scores of a year, an open complaint, and activity (each where the data have it), learnt from one look-ahead earlier.',
        'Chosen is plain silence, unless another is clearly better: the 95% interval of its AUC gain (DeLong, paired) lies above 0 at the latest day and the mean gain over all days is above 0.'
      ]
    }
  },
  zh: {
    trust: {
      title: '这个预测靠谱吗',
      finding: (day: string, rate: string, base: string) =>
        `用 **${day}** 之前的数据预测，再和后来对照：预警最强的 10% 里，**${rate}** 没有回来；全部客户是 ${base}。`,
      plainBest: (others: string) => `只看“多久没来”和其他排序一样准（${others}），所以就用它。`,
      better: (name: string, own: string, plain: string) => `${name}比只看沉默天数更准（AUC ${own} 对 ${plain}）。`,
      own: (name: string, own: string, plain: string) => `您选了${name}：AUC ${own}，只看沉默天数 ${plain}。`,
      noSkill: '没有一种排序明显比抛硬币更准，所以一种也不用。',
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
        '退款没有自己的日期，已取消或全额退款的订单不在数据里，所以看到的过去比当时略干净；某日之前 30 天内的订单一律按未退款计。'
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
        '**沉默天数**：不看别的。**超期**：沉默天数 ÷ 平时间隔（只买过一次的用全店的）。**购买模型**：按 MBG/NBD（Batislam 等，2007）估计 N 天内购买的概率，只用当时的购买记录拟合。**逻辑回归**：MBG/NBD 给出的概率、沉默、超期、购买次数、客龄、趋势、客单价、用优惠与部分退款的订单占比、一年内的投诉和低分、未关闭的投诉、行为活跃度（数据里有的才用），从再早一个观察期学习。',
        '默认用沉默天数；别的排序要明显更准才会取代它：在最近一次检验中，AUC 之差的 95% 区间（DeLong 配对）高于 0，且各次平均也高于 0。'
      ]
    }
  }
});
