import { defineWords } from '../../../i18n/locale.ts';

/** The lists that chances open. */
export const CHANCE_LISTS = defineWords({
  en: {
    audiences: {
      flagged: (chance: string, days: string) => `Chance below ${chance} to buy within ${days}`,
      past: (day: string) => `Flagged on ${day}`,
      right: (day: string) => `Flagged on ${day}, nothing bought in the time after`,
      segment: (segment: string) => `Flagged customers: ${segment}`,
      change: (change: string, day: string) => `${change}, since ${day}`,
      reason: (chance: string) => `chance to buy ${chance}`
    }
  },
  zh: {
    audiences: {
      flagged: (chance: string, days: string) => `${days}内购买概率低于 ${chance} 的客户`,
      past: (day: string) => `${day} 会被预警的客户`,
      right: (day: string) => `${day} 会被预警、之后没有再买的客户`,
      segment: (segment: string) => `被预警的客户：${segment}`,
      change: (change: string, day: string) => `与 ${day} 相比：${change}`,
      reason: (chance: string) => `购买概率 ${chance}`
    }
  }
});
