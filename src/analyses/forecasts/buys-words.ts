import type { Format } from '../../i18n/format.ts';
import { MODEL_NAMES } from './customer-values.ts';
import type { Terms } from './terms.ts';
import { VALUE_GROUPS } from './value-group-messages.ts';

/** What the chance to buy by these terms is called, and what must be read beside it where Churn may give another. */
export function buysWords(
  { months, model }: Pick<Terms, 'months' | 'model'>,
  format: Format
): { readonly name: string; readonly note: string } {
  const { buys, aheadNote } = VALUE_GROUPS[format.locale];
  const [horizon, name] = [format.integer(months), MODEL_NAMES[model].what];
  return { name: buys(horizon, name), note: aheadNote(horizon, name) };
}
