import { defineWords } from '../../../i18n/locale.ts';

/** What contacting would have brought. */
export const MONEY = defineWords({
  en: {
    money: {
      title: 'What contacting would have brought',
      cost: 'Cost per contact',
      save: 'Saved of those leaving',
      margin: 'Margin',
      finding: (flagged: string, away: string, days: string, cost: string, saved: string) =>
        `Of **100** flagged, **${away}** did not come back within ${days}. Contacting all ${flagged} would have cost **${cost}** and saved **${saved}** of the money of these ${days}.`,
      best: (count: string, net: string) => ` It would have paid best to stop after **${count}**: **${net}** in the end.`,
      bestAll: (net: string) => ` Contacting all of them was the best: **${net}** in the end.`,
      bestNone: ' At these assumptions contacting does not pay for anybody.',
      x: 'contacted, from the top of the list',
      y: 'money',
      saved: 'saved',
      spent: 'cost',
      mark: (count: string) => `best: ${count}`,
      tip: (saved: string, cost: string, net: string) => `saved ${saved} · cost ${cost} · net ${net}`,
      first: (count: string) => `the first ${count}`,
      noMoney: 'Those flagged then had brought no money in the year before.',
      none: 'Too little past to say what contacting would have brought, or nobody was flagged then.',
      definition: [
        'Saved = save rate × margin × last-year value of those who stayed away × days looked ahead ÷ 365: the money of these days. What happens after these days is not counted: whoever is kept may bring more, and some would have come back by themselves. Contacts to customers who would have come anyway only cost. The best cut-off has the highest saved − cost. Save rate and margin are assumptions: test them with a hold-out.'
      ],
      ordered: {
        chance: 'Those flagged at the latest past day, by money at stake then (last-year value × (1 − chance)).',
        rule: 'Those whom the rule had warned at the latest past day, by last-year value × lateness then, as in the list. Nothing that came later enters the warning.'
      }
    }
  },
  zh: {
    money: {
      title: '当时逐个联系能带来多少',
      cost: '每人联系成本',
      save: '挽回率',
      margin: '毛利率',
      finding: (flagged: string, away: string, days: string, cost: string, saved: string) =>
        `每 **100** 位被预警的客户，**${away}** 位在之后 ${days}内没有回来。联系全部 ${flagged} 位，花费 **${cost}**，挽回这 ${days}里的 **${saved}**。`,
      best: (count: string, net: string) => `最划算的是只联系名单前 **${count}** 位：净得 **${net}**。`,
      bestAll: (net: string) => `联系全部最划算：净得 **${net}**。`,
      bestNone: '按这些假设，联系谁都不划算。',
      x: '联系人数，按名单先后',
      y: '金额',
      saved: '挽回',
      spent: '成本',
      mark: (count: string) => `最佳：${count} 位`,
      tip: (saved: string, cost: string, net: string) => `挽回 ${saved} · 成本 ${cost} · 净得 ${net}`,
      first: (count: string) => `前 ${count} 位`,
      noMoney: '当时被预警的人，此前一年没有带来金额。',
      none: '历史太短，或当时没有人被预警，无法估算。',
      definition: [
        '挽回 = 挽回率 × 毛利率 × 没有回来者的过去一年贡献 × 往后看的天数 ÷ 365，即这段时间的金额。之后的事都不计：留住的人可能还会再买，也有人过后自己会回来。本来就会回来的客户，联系只有成本。最佳截点是“挽回 − 成本”最高处。挽回率和毛利率是假设，请用对照组检验。'
      ],
      ordered: {
        chance: '最近一个过去日子被预警的客户，按当时“可能失去的金额”（过去一年贡献 ×（1 − 购买概率））排序。',
        rule: '最近一个过去日子被这条规则预警的客户，按当时“过去一年价值 × 超期程度”排序，与名单相同。后来发生的事不会进入预警。'
      }
    }
  }
});
