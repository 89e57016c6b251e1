import { mapAnswer } from '../../engine/answer.ts';
import type { Alert, Contributions } from '../analysis.ts';
import { AUDIENCES } from './audiences.ts';
import { RETENTION } from './messages.ts';
import { WAITING } from './queries.ts';

/** Newcomers of so many days are asked to come back. */
const DAYS = 90;

/** The lists behind retention, and how many newcomers wait for their second order. */
export const CONTRIBUTIONS: Contributions = {
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
