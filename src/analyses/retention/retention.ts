import { mapAnswer } from '../../engine/answer.ts';
import type { Alert, Analysis } from '../analysis.ts';
import { AUDIENCES } from './audiences.ts';
import { CHOICE_NAMES } from './choices.ts';
import { RETENTION } from './messages.ts';
import { WAITING } from './queries.ts';

/** Newcomers of so many days are asked to come back. */
const DAYS = 90;

/** Who comes back, when, and where the order ladder breaks. */
export const RETENTION_ANALYSIS: Analysis = {
  id: 'retention',
  group: 'understand',
  name: { en: RETENTION.en.name, zh: RETENTION.zh.name },
  about: { en: RETENTION.en.about('month'), zh: RETENTION.zh.about('个月') },
  load: () => import('./RetentionPage.svelte'),
  isAboutCustomers: true,
  definitions: CHOICE_NAMES,
  audiences: AUDIENCES,
  async alerts(asker, view, locale, format, signal) {
    const answer = await asker.ask(WAITING, { days: DAYS }, signal);
    const [row] = answer.value;
    const share = row?.share ?? null;
    if (!row || share === null || row.waiting === 0 || row.observed < 30) return [];
    const words = RETENTION[locale].alert;
    return [
      mapAnswer(answer, (): Alert => ({
        id: 'retention.second-order',
        level: 'warn',
        text: words.text(format.percent(share)),
        detail: words.detail(format.integer(row.waiting)),
        action: { label: words.action, href: view.link('customers', { who: 'retention.waiting', days: DAYS }) },
        weight: row.amount * share
      }))
    ];
  }
};
