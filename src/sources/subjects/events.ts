import { equalIn, needsMoment, type SubjectSpec } from './subject-spec.ts';

/** One row per thing that somebody did; without a person or a time it says nothing. */
export const EVENTS: SubjectSpec = {
  values: (cells) => [
    ['event_time', cells.moment('event_time')],
    ['has_time', cells.isFilled('event_time')],
    ['event', cells.text('event_name')],
    ['channel', cells.text('channel')],
    ['product', cells.text('product')],
    ['amount', cells.money('amount')]
  ],
  fates: () => [['form_customer is null', 'missing-customer'], ...needsMoment('event_time', 'has_time')],
  // With a day or an hour only, two equal rows may be two visits.
  identity: (_, { hasClock }) => (hasClock ? equalIn(['form_customer', 'event_time', 'event', 'channel', 'product', 'amount']) : null),
  when: 'event_time'
};
