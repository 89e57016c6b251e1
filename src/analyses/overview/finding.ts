import type { Format } from '../../i18n/format.ts';
import { segmentName } from '../scores/messages.ts';
import { bestSegment } from '../scores/segment-lines.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import type { ConcentrationSummary, LifecycleMonth, OrderMonth } from './queries.ts';

/** Months of which the sentence speaks, at most. */
const MONTHS = 6;

/** What the months do to the active base, on average over the last full ones; the very first month loses nobody. */
export function lifecycleFinding(months: readonly LifecycleMonth[], format: Format): string {
  const words = WORDS[format.locale];
  const full = months
    .slice(1)
    .filter((month) => month.is_complete)
    .slice(-MONTHS);
  if (full.length < 2) return words.lifecycleShort;
  const mean = (number: (month: LifecycleMonth) => number) => full.reduce((sum, month) => sum + number(month), 0) / full.length;
  const net = mean((month) => month.new_customers + month.won_back - month.lost);
  const isEven = Math.round(Math.abs(net)) === 0;
  const say = isEven ? words.lifecycleEven : net > 0 ? words.lifecycleGrows : words.lifecycleShrinks;
  return say(
    format.integer(full.length),
    format.integer(mean((month) => month.won_back)),
    format.integer(mean((month) => month.new_customers)),
    format.integer(mean((month) => month.lost)),
    format.integer(Math.abs(net))
  );
}

/** What the best segment brings. */
export function segmentsFinding(sizes: readonly SegmentSize[], format: Format): string {
  const words = WORDS[format.locale];
  const best = bestSegment(sizes);
  if (best) {
    const [name, share] = [segmentName(best.segment, format.locale), format.percent(best.share)];
    return best.revenue_share === null
      ? words.segmentsOnly(name, share)
      : words.segmentsFinding(name, share, format.percent(best.revenue_share));
  }
  const [first] = sizes;
  return first ? words.segmentsNone(segmentName(first.segment, format.locale)) : '';
}

/** What the best fifth brings. */
export function concentrationFinding(summary: ConcentrationSummary, format: Format): string {
  return WORDS[format.locale].concentrationFinding(
    format.percent(summary.top20),
    format.integer(summary.top_customers),
    format.number(summary.gini, 2)
  );
}

/** Orders of the last full month against the one before it. */
export function ordersFinding(months: readonly OrderMonth[], format: Format): string {
  const words = WORDS[format.locale];
  const full = months.filter((month) => month.is_complete);
  const [last, before] = [full.at(-1), full.at(-2)];
  if (!last) return words.orderShort;
  // The first month of the data may have begun before them.
  if (!before || before.orders === 0 || full.length < 3)
    return words.orderFindingOne(format.integer(last.orders), format.month(last.month));
  return words.orderFinding(
    format.integer(last.orders),
    format.month(last.month),
    format.change(last.orders / before.orders - 1),
    format.month(before.month)
  );
}

/** Revenue and average order of the last full month. */
export function revenueFinding(months: readonly OrderMonth[], format: Format): string {
  const words = WORDS[format.locale];
  const last = months.filter((month) => month.is_complete).at(-1);
  return last
    ? words.revenueFinding(format.shortMoney(last.revenue), format.money(last.average, 2), format.month(last.month))
    : words.orderShort;
}
