import { defineQuery, type RowOf } from '../../engine/query.ts';
import type { Format } from '../../i18n/format.ts';
import { defineWords } from '../../i18n/locale.ts';
import type { Asker } from '../../session/asking.ts';
import contactCost from './contact-cost.sql?raw';

export const CONTACT_COST = defineQuery()({
  name: 'forecasts/contact-cost',
  sql: contactCost,
  columns: { messages: 'integer', cost: 'number?' }
});
export type ContactCost = RowOf<(typeof CONTACT_COST)['columns']>;

/** What a contact cost so far, by the file that tells it. */
export async function askContactCost(asker: Asker, signal?: AbortSignal): Promise<ContactCost> {
  const [found] = (await asker.ask(CONTACT_COST, {}, signal)).value;
  return found ?? { messages: 0, cost: null };
}

const WORDS = defineWords({
  en: {
    told: (cost: string, messages: string) =>
      `One contact costs **${cost}**: the mean of the ${messages} messages whose cost your files tell.`
  },
  zh: { told: (cost: string, messages: string) => `每次触达成本 **${cost}**：取自您文件中 ${messages} 条有成本的触达，是它们的平均值。` }
});

/** Says where the cost comes from, as long as none was typed; null where no file tells it. */
export function contactCostText({ messages, cost }: ContactCost, format: Format): string | null {
  return cost === null ? null : WORDS[format.locale].told(format.money(cost, 2), format.integer(messages));
}
