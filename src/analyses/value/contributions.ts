import { mapAnswer } from '../../engine/answer.ts';
import type { Alert, Contributions } from '../analysis.ts';
import { askValues } from '../forecasts/customer-values.ts';
import { termsOf } from '../forecasts/terms.ts';
import { AUDIENCES } from './audiences.ts';
import { VALUE } from './messages.ts';
import { AT_RISK } from './queries.ts';

/** The lists behind values, and the best who will more likely not buy. */
export const CONTRIBUTIONS: Contributions = {
  audiences: AUDIENCES,
  async alerts(asker, view, locale, format, signal) {
    const terms = termsOf(view);
    const answer = await askValues(asker, terms, AT_RISK, { margin: terms.margin }, signal);
    const [row] = answer.value.rows;
    if (!row || row.at_risk === null || row.best_unlikely === 0) return [];
    const words = VALUE[locale].alert;
    return [
      mapAnswer(answer, (): Alert => ({
        id: 'value.at-risk',
        level: 'warn',
        text: words.text(format.integer(row.best_unlikely)),
        detail: words.detail(
          format.shortMoney(row.best_amount),
          format.shortMoney(row.amount),
          format.shortMoney(row.at_risk),
          format.integer(terms.months)
        ),
        action: { label: words.action, href: view.link('customers', { who: 'value.at-risk' }) },
        weight: row.best_amount
      }))
    ];
  }
};
