import type { Format } from '../../i18n/format.ts';
import type { ValueGroup } from '../forecasts/value-groups.ts';
import { segmentName } from '../scores/messages.ts';
import { WORDS } from './messages.ts';

/** Where most value is ahead, against the money so far; empty where nothing can be forecast. */
export function valueFinding(groups: readonly ValueGroup[], months: number, format: Format): string {
  const first = groups.reduce<ValueGroup | null>((best, group) => ((group.value ?? 0) > (best?.value ?? 0) ? group : best), null);
  if (!first) return '';
  return WORDS[format.locale].valueFinding(
    segmentName(first.name ?? '', format.locale),
    format.shortMoney(first.value),
    format.percent(first.value_share),
    format.integer(months),
    format.percent(first.monetary_share)
  );
}
