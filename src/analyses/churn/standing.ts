import { joinAnswers, mapAnswer, type Answer } from '../../engine/answer.ts';
import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Asker } from '../../session/asking.ts';
import type { Counting, View } from '../../session/view.svelte.ts';
import type { Standing } from '../analysis.ts';
import { CHANCE } from './chance-messages.ts';
import { askGround, horizonOf, judged, STEPS } from './chance-model.ts';
import { CHANCE_OF, chanceFamily, chanceParams } from './chance-queries.ts';
import { FLAG_OF, flagParams } from './flag-queries.ts';
import { choiceOf, modeOf } from './flagging.ts';
import { CHURN } from './messages.ts';
import { ruleOf, type Rule } from './rule.ts';

/** Who is past a rule, in words. */
export function ruleTitle({ rule, days, k, floor }: Rule, locale: Locale, format: Format): string {
  const words = CHURN[locale].audiences;
  return rule === 'days'
    ? words.pastDueDays(format.days(days))
    : words.pastDueGap(format.number(k, k % 1 === 0 ? 0 : 1), format.days(floor));
}

/** Whether a customer is flagged by the choice in the address or, where that makes none, by the one kept for this page; null where none can be. */
export async function standingOf(
  asker: Asker,
  view: Pick<View, 'params' | 'choice' | 'number' | 'countingOf'>,
  customer_id: string,
  locale: Locale,
  format: Format,
  signal: AbortSignal
): Promise<Answer<Standing> | null> {
  const counting: Counting = view.params.has('rule') ? view : view.countingOf('churn');
  if (modeOf(counting) === 'chance') return chanceStanding(asker, counting, customer_id, locale, format, signal);
  const rule = ruleOf(counting);
  const { value: ground } = await askGround(asker, signal);
  const params = flagParams(FLAG_OF, { by: 'rule', rule, day: ground.as_of }, { customer_id });
  const found = await asker.ask(FLAG_OF, params, signal);
  const words = CHURN[locale].standing;
  return mapAnswer(found, ([row]) => {
    const isFlagged = row?.is_flagged ?? false;
    return { isFlagged, why: null, text: words[isFlagged ? 'flagged' : 'free'](ruleTitle(rule, locale, format)), note: null };
  });
}

async function chanceStanding(
  asker: Asker,
  counting: Counting,
  customer_id: string,
  locale: Locale,
  format: Format,
  signal: AbortSignal
): Promise<Answer<Standing> | null> {
  const ground = await askGround(asker, signal);
  const horizon = horizonOf(counting, ground.value);
  const { value: report } = await judged(asker, ground.value, horizon, signal);
  if (!report.isJudged || !report.isTelling) return null;
  const { formula, below, day } = choiceOf(counting, report, ground.value, horizon);
  const query = CHANCE_OF[chanceFamily(formula)];
  const found = await asker.ask(query, chanceParams(query, formula, { day, horizon, customer_id }), signal);
  const words = CHANCE[locale];
  const days = format.days(horizon);
  const ranking = words.names[formula.ranking];
  return mapAnswer(
    joinAnswers([found, ground]),
    ([[row]]) => {
      const isFlagged = row !== undefined && row.chance < below;
      const chance = format.percent(row?.chance ?? null);
      return {
        isFlagged,
        why: row?.why ?? null,
        text: CHURN[locale].standing[isFlagged ? 'flagged' : 'free'](words.chanceOf(chance, days, ranking, format.percent(below))),
        note: formula.ranking === 'repeat-model' ? words.sameModel(days) : words.whichChance(days, ranking)
      };
    },
    STEPS[formula.ranking]
  );
}
