import { defineWords } from '../../../i18n/locale.ts';

/** How long until the second purchase. */
export const SECOND = defineWords({
  en: {
    second: {
      title: 'How long until the second purchase',
      finding: (rate: string, days: string) => `**${rate}** of first-time buyers have bought again within **${days}**`,
      later: (silent: string, rate: string) => `; of those still silent after ${silent}, **${rate}** come back in as many days again.`,
      stop: '.',
      x: 'days since the first purchase',
      y: 'have bought again',
      tip: (share: string, waiting: string) => `${share} have bought again; ${waiting} were still watched`,
      seen: (customers: string) => (customers === '1' ? '1 customer so far' : `${customers} customers so far`),
      day: (day: string) => `Day ${day}`,
      median: (day: string) => `half by day ${day}`,
      note: 'Kaplan–Meier: customers who have had less time are counted for as long as they were seen.',
      nobody: (all: string, watched: string, days: string, most: string, interval: string) =>
        `Nobody of **${all}** has bought a second time. Of the **${watched}** watched for at least **${days}** none did: **at most ${most}** do within that time (95% interval ${interval}).`,
      bound: 'The band: how many there may be at most, by the exact interval of Clopper and Pearson for none out of those still watched.',
      none: 'Nobody has bought a second time, and nobody has been watched for a week yet.',
      definition:
        'Share of customers with a second purchase by each day since the first, by Kaplan and Meier (1958): customers who have not bought again count until the as-of date and then drop out (censored). The overview and the retention page count only those seen for all of the days, so that their shares differ a little. The band is the 95% interval on the log–log scale with Greenwood’s variance; where nobody has bought again it is the exact one of Clopper and Pearson (1934) for none out of those still watched.'
    }
  },
  zh: {
    second: {
      title: '多久才有第二次购买',
      finding: (rate: string, days: string) => `首购客户中有 **${rate}** 在 **${days}**内买了第二次`,
      later: (silent: string, rate: string) => `；沉默 ${silent}后，再过同样久也只有 **${rate}** 会回来。`,
      stop: '。',
      x: '首单后天数',
      y: '已买第二次',
      tip: (share: string, waiting: string) => `${share} 已买第二次；仍在观察 ${waiting} 位`,
      seen: (customers: string) => `累计 ${customers} 位`,
      day: (day: string) => `第 ${day} 天`,
      median: (day: string) => `第 ${day} 天过半`,
      note: 'Kaplan–Meier 估计：观察时间较短的客户，只按被观察到的时长计入。',
      nobody: (all: string, watched: string, days: string, most: string, interval: string) =>
        `**${all}** 位客户中还没有人买过第二次。其中 **${watched}** 位已观察满 **${days}**，无一复购：这段时间内复购的**最多占 ${most}**（95% 置信区间 ${interval}）。`,
      bound: '色带表示最多可能有多少：按“仍在观察的人中 0 位复购”的 Clopper–Pearson 精确区间。',
      none: '还没有人买过第二次，也还没有人观察满一周。',
      definition:
        '首单后各天已有第二次购买的客户占比，按 Kaplan 与 Meier（1958）估计：尚未复购的客户计入到截至日为止，之后退出（删失）。总览和留存页只统计观察满这些天的客户，所以占比略有出入。色带为 log–log 尺度上的 95% 置信区间，方差用 Greenwood 公式；还没有人复购时，用“仍在观察的人中 0 位复购”的 Clopper–Pearson（1934）精确区间。'
    }
  }
});
