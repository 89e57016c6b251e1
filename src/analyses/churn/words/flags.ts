import { defineWords } from '../../../i18n/locale.ts';

/** Where the flagged are, and what changed. */
export const FLAGS = defineWords({
  en: {
    segments: {
      title: 'Where they are: by segment and value',
      finding: (segment: string, flagged: string, money: string) =>
        `Most money is at **${segment}**: **${flagged}** flagged ${flagged === '1' ? 'customer' : 'customers'} who brought **${money}** last year.`,
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
    }
  },
  zh: {
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
    }
  }
});
