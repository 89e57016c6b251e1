import type { Format } from '../../i18n/format.ts';
import { WORDS } from './messages.ts';
import type { Customer } from './queries.ts';

/** One customer in a sentence: how often, how much, and for how long silent. */
export function customerFinding(customer: Customer, format: Format): string {
  const words = WORDS[format.locale];
  const times = customer.frequency === 1 ? words.purchase : words.purchases(format.integer(customer.frequency));
  const [since, money] = [format.date(customer.first_day), format.money(customer.monetary)];
  const start =
    customer.recency === 0 ? words.oneToday(times, since, money) : words.oneFinding(times, since, money, format.days(customer.recency));
  return start + (customer.usual_gap === null ? words.noUsual : words.usual(format.days(customer.usual_gap)));
}
