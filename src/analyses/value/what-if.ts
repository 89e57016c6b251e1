import { joinAnswers, mapAnswer, type Answer } from '../../engine/answer.ts';
import type { WhatIf } from '../../models/value-what-if.ts';
import type { Asker } from '../../session/asking.ts';
import { valueFitting, valueStep } from '../forecasts/customer-values.ts';
import { HISTORIES_NOW } from '../forecasts/queries.ts';
import { ceilingOf, periodsOf, type Terms } from '../forecasts/terms.ts';

/** How much more of retention, and of the money of a purchase: 0.05 is 5 %. */
export interface Levers {
  readonly retention: number;
  readonly order: number;
}

/** Today's value, and that of another future; null where no model or no price could be fitted. */
export async function askWhatIf(
  asker: Asker,
  terms: Terms,
  levers: Levers,
  signal?: AbortSignal
): Promise<Answer<WhatIf['report'] | null>> {
  const fitted = await asker.fit(valueFitting(terms), signal);
  const { fit, spend } = fitted.value.report;
  if (!fit.isFitted || !spend) return mapAnswer(fitted, () => null);
  const changed = await asker.fit(
    {
      task: 'what-if',
      inputs: { histories: { query: HISTORIES_NOW, params: ceilingOf(terms) } },
      options: { model: fit.model, spend, ...periodsOf(terms), margin: terms.margin, ...levers },
      step: valueStep(terms)
    },
    signal
  );
  return mapAnswer(joinAnswers([changed, fitted]), ([{ report }]) => report);
}
