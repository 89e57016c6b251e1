import { mapAnswer } from '../../engine/answer.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { View } from '../../session/view.svelte.ts';
import type { Audience, Contributions } from '../analysis.ts';
import { segmentName } from '../scores/messages.ts';
import { scoringLink, scoringOf, scoringParams } from '../scores/scoring.ts';
import { worrySegment } from '../scores/segment-lines.ts';
import { segmentSizesQuery } from '../scores/segment-sizes.ts';
import { WORDS } from './messages.ts';
import { bandAudienceQuery, cellAudienceQuery, movedAudienceQuery, segmentAudienceQuery } from './queries.ts';

const scoringIn = (view: View) => scoringParams(scoringOf(view));
const nameIn = (view: View, param: string, locale: Locale) => segmentName(view.params.get(param) ?? '', locale);

/** `segment` and the scoring. */
const segmentAudience: Audience = {
  id: 'segments.segment',
  query: segmentAudienceQuery,
  params: (view) => Promise.resolve({ ...scoringIn(view), segment: view.params.get('segment') ?? '' }),
  title: (view, locale) => WORDS[locale].audience(nameIn(view, 'segment', locale))
};

/** `cell_r`, `cell_f` and the scoring. */
const cellAudience: Audience = {
  id: 'segments.cell',
  query: cellAudienceQuery,
  params: (view) => Promise.resolve({ ...scoringIn(view), cell_r: view.number('cell_r', 5, 1, 5), cell_f: view.number('cell_f', 5, 1, 5) }),
  title: (view, locale) => WORDS[locale].audienceCell(String(view.number('cell_r', 5, 1, 5)), String(view.number('cell_f', 5, 1, 5)))
};

const bandOf = (view: View) => ({
  measure: view.choice('measure', ['recency', 'frequency', 'monetary']),
  band: view.number('band', 5, 1, 5)
});

/** `measure`, `band` and the scoring. */
const bandAudience: Audience = {
  id: 'segments.score',
  query: bandAudienceQuery,
  params: (view) => Promise.resolve({ ...scoringIn(view), ...bandOf(view) }),
  title: (view, locale) => {
    const { measure, band } = bandOf(view);
    return WORDS[locale].audienceBand[measure](String(band));
  }
};

/** `segment_then`, `segment`, `compare` and the scoring. */
const movedAudience: Audience = {
  id: 'segments.moved',
  query: movedAudienceQuery,
  params: (view) =>
    Promise.resolve({
      ...scoringIn(view),
      segment: view.params.get('segment') ?? '',
      segment_then: view.params.get('segment_then') ?? '',
      compare: view.day('compare') ?? new Date(0)
    }),
  title: (view, locale, format) =>
    WORDS[locale].audienceMoved(nameIn(view, 'segment_then', locale), nameIn(view, 'segment', locale), format.date(view.day('compare')))
};

/** The lists of segments, cells and scores, and the segment that worries. */
export const CONTRIBUTIONS: Contributions = {
  audiences: [segmentAudience, cellAudience, bandAudience, movedAudience],
  async alerts(asker, view, locale, format, signal) {
    const scoring = scoringOf(view);
    const answer = await asker.ask(segmentSizesQuery, scoringParams(scoring), signal);
    const worry = worrySegment(answer.value);
    if (worry === null) return [];
    const words = WORDS[locale];
    return [
      mapAnswer(answer, () => ({
        id: 'segments.worry',
        level: 'warn' as const,
        text: words.alert(format.integer(worry.customers), segmentName(worry.segment, locale)),
        detail:
          worry.revenue_share === null
            ? words.alertWithout
            : words.alertDetail(format.shortMoney(worry.revenue), format.percent(worry.revenue_share)),
        action: {
          label: words.openList,
          href: view.link('customers', { who: segmentAudience.id, segment: worry.segment, ...scoringLink(scoring) })
        },
        weight: worry.revenue
      }))
    ];
  }
};
