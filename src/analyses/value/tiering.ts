import { mapAnswer, type Answer } from '../../engine/answer.ts';
import type { Asker } from '../../session/asking.ts';
import { askValues } from '../forecasts/customer-values.ts';
import type { Terms } from '../forecasts/terms.ts';
import { ruleParams, type Rules, type Telling } from './choices.ts';
import { tiersFinding } from './finding.ts';
import { SECOND_TIER_SIZES, TIER_SIZES, type TierPart } from './queries.ts';
import { askSecond, SECOND_STEP } from './second.ts';

/** The tiers, by the values that the models expect or, where none could be fitted, by the second purchase. */
export interface Tiering {
  readonly rows: readonly TierPart[];
  /** Without a forecast: the days within which second purchases and contacts are counted. */
  readonly within: number | null;
}

/** `cut` is the past day at which the curve of the second purchase is tested; null where the past is too short. */
export async function askTiers(asker: Asker, terms: Terms, rules: Rules, cut: Date | null, signal?: AbortSignal): Promise<Answer<Tiering>> {
  const { margin, months } = terms;
  const fitted = await askValues(asker, terms, TIER_SIZES, { margin, ...ruleParams(rules, months) }, signal);
  const plain = mapAnswer(fitted, ({ rows }): Tiering => ({ rows, within: null }));
  if (cut === null || fitted.value.report.fit.isFitted) return plain;
  const within = (await askSecond(asker, cut, margin, signal)).value.horizon;
  if (within === null) return plain;
  const found = await asker.ask(SECOND_TIER_SIZES, { margin, ...secondRuleParams(rules, within) }, signal);
  return mapAnswer(found, (rows): Tiering => ({ rows, within }), SECOND_STEP);
}

/** The rules as the tiers by the second purchase take them: contacts within so many days. */
export function secondRuleParams(rules: Rules, within: number) {
  return { ...ruleParams(rules, (12 * within) / 365), within };
}

/** Who can be left alone, and, without a forecast, what contacting the others would have to bring about. */
export function tieringFinding({ rows, within }: Tiering, telling: Telling): string {
  if (within === null) return tiersFinding(rows, telling);
  const { words, format } = telling;
  const { second } = words.tiers;
  const days = format.days(within);
  const sumOf = (parts: readonly TierPart[], measure: (part: TierPart) => number) => parts.reduce((all, part) => all + measure(part), 0);
  const casual = rows.filter(({ tier }) => tier === 'casual');
  const others = rows.filter(({ tier, told }) => tier !== 'casual' && told > 0);
  const left =
    casual.length === 0
      ? second.nobody(days)
      : second.finding(
          format.integer(sumOf(casual, ({ customers }) => customers)),
          format.percent(sumOf(casual, ({ share }) => share)),
          format.shortMoney(sumOf(casual, ({ contact_cost }) => contact_cost)),
          format.shortMoney(sumOf(casual, ({ value }) => value ?? 0)),
          days
        );
  const [cost, value] = [sumOf(others, ({ told_cost }) => told_cost), sumOf(others, (part) => part.value ?? 0)];
  const pays =
    cost > 0 && value > 0
      ? second.pays(
          format.integer(sumOf(others, ({ told }) => told)),
          format.shortMoney(cost),
          format.shortMoney(value),
          format.percent(cost / value)
        )
      : '';
  const unseen = sumOf(
    rows.filter(({ reason }) => reason === 'unseen'),
    ({ customers }) => customers
  );
  return left + pays + (unseen > 0 ? second.unseen(format.integer(unseen)) : '');
}
