import type { Format } from '../../i18n/format.ts';
import { segmentName } from '../scores/messages.ts';
import { bestSegment, isQuiet, worrySegment } from '../scores/segment-lines.ts';
import type { SegmentSize } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import type { Band, GridCell, Movement, Portrait } from './queries.ts';

/** What the best corner of the grid (scores 4 and 5 on both) holds; without one, where the crowd is. */
export function gridFinding(cells: readonly GridCell[], format: Format): string {
  const words = WORDS[format.locale];
  const corner = cells.filter((cell) => cell.r >= 4 && cell.f >= 4);
  const customers = corner.reduce((sum, cell) => sum + cell.customers, 0);
  if (customers > 0) {
    const share = corner.reduce((sum, cell) => sum + cell.share, 0);
    const revenue = corner.reduce((sum, cell) => sum + (cell.revenue_share ?? 0), 0);
    const isPaid = corner.some((cell) => cell.revenue_share !== null);
    return words.gridBest(format.percent(share), format.integer(customers), isPaid ? format.percent(revenue) : null);
  }
  const crowd = cells.reduce<GridCell | null>((most, cell) => (most === null || cell.customers > most.customers ? cell : most), null);
  return crowd === null
    ? ''
    : words.gridCrowd(format.percent(crowd.share), format.integer(crowd.customers), String(crowd.r), String(crowd.f));
}

/** What the best segment brings, and who went quiet. */
export function sizesFinding(sizes: readonly SegmentSize[], format: Format): string {
  const words = WORDS[format.locale];
  const [first] = sizes;
  if (!first) return '';
  const best = bestSegment(sizes);
  const worry = worrySegment(sizes);
  const start = best
    ? words.sizesBest(
        segmentName(best.segment, format.locale),
        format.percent(best.share),
        best.revenue_share === null ? null : format.percent(best.revenue_share)
      )
    : words.sizesNoBest(segmentName(first.segment, format.locale));
  return (
    start +
    (worry
      ? words.sizesWorry(
          segmentName(worry.segment, format.locale),
          format.integer(worry.customers),
          worry.revenue_share === null ? null : format.shortMoney(worry.revenue)
        )
      : words.sizesEnd)
  );
}

/** That a measure is the same for everybody, so that it parts nobody; null where each has values that differ. */
export function evenFinding(bands: readonly Band[], format: Format): string | null {
  const words = WORDS[format.locale];
  const even = (['recency', 'frequency', 'monetary'] as const).filter((measure) => {
    const rows = bands.filter((band) => band.measure === measure);
    return rows.length === 1 && rows[0]?.lowest === rows[0]?.highest;
  });
  return even.length === 0 ? null : words.even(format.list(even.map((measure) => words.measures[measure])), even.length === 1);
}

/** The biggest step into the quiet segments since `since`; without one, out of them; without one, any other. */
export function movementFinding(moved: readonly Movement[], since: Date, format: Format): string {
  const words = WORDS[format.locale];
  const name = (segment: string) => segmentName(segment, format.locale);
  const day = format.date(since);
  const most = (isWanted: (move: Movement) => boolean) =>
    moved
      .filter((move) => move.place_then > 0 && move.segment_then !== move.segment_now && isWanted(move))
      .sort((a, b) => b.customers - a.customers)[0];
  const down = most((move) => !isQuiet(move.segment_then) && isQuiet(move.segment_now));
  if (down)
    return words.movedDown(
      format.integer(down.customers),
      format.shortMoney(down.revenue),
      name(down.segment_then),
      name(down.segment_now),
      day
    );
  const up = most((move) => isQuiet(move.segment_then) && !isQuiet(move.segment_now));
  if (up) return words.movedUp(format.integer(up.customers), name(up.segment_then), name(up.segment_now), day);
  const other = most(() => true);
  if (other) return words.movedElse(format.integer(other.customers), name(other.segment_then), name(other.segment_now), day);
  const fresh = moved.find((move) => move.place_then === 0);
  return fresh ? words.newSince(format.integer(fresh.customers_then), day) : words.stayed(day);
}

/** What the customers of a segment look like. */
export function portraitFinding(portrait: Portrait, format: Format): string {
  const words = WORDS[format.locale];
  if (portrait.customers === 0) return words.emptySegment;
  const rhythm =
    portrait.usual_gap === null
      ? words.once(format.days(portrait.recency))
      : words.rhythm(format.days(portrait.usual_gap), format.days(portrait.recency));
  if (portrait.channel !== null) {
    const first = words.channel(format.percent(portrait.channel_share, 0), portrait.channel);
    return rhythm + first + (portrait.category !== null ? words.category(portrait.category) : words.full);
  }
  return rhythm + (portrait.category !== null ? words.categoryOnly(format.percent(portrait.category_share, 0), portrait.category) : '');
}
