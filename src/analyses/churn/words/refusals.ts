import { defineWords } from '../../../i18n/locale.ts';

/** Why a list of churn cannot be made as its address asks, and what leads on. */
export const REFUSALS = defineWords({
  en: {
    other:
      'This list was made when another ranking was in use. With the data as they are now, that ranking cannot be used, or another one does better.',
    toOther: 'Open the list by today’s ranking',
    unjudged: (days: string) =>
      `With the data as they are now, the chance to buy within ${days} days cannot be judged by the past, so nobody is listed by it.`,
    noPast: (days: string) => `The past is too short to say who would have been flagged ${days} days ago.`,
    toPage: 'See what can be said instead'
  },
  zh: {
    other: '这份名单是用另一种排序生成的。按现在的数据，那种排序已不能使用，或者有别的排序更准。',
    toOther: '打开按当前排序生成的名单',
    unjudged: (days: string) => `按现在的数据，无法用历史检验“${days} 天内购买概率”，所以不据此列出客户。`,
    noPast: (days: string) => `历史太短，无法知道 ${days} 天前会预警哪些客户。`,
    toPage: '看看现在能说什么'
  }
});
