import { tellsResponse } from './answers.ts';
import { equalIn, type SubjectSpec } from './subject-spec.ts';

/** One row per message to somebody. Groups can be compared without knowing who is in them. */
export const TOUCHES: SubjectSpec = {
  values: (cells) => [
    ['campaign', cells.text('campaign')],
    ['grp', cells.text('group')],
    ['sent', cells.moment('sent_time')],
    ['has_time', cells.isFilled('sent_time')],
    ['cost', cells.money('cost')],
    ['response', cells.text('response')],
    ['responded', cells.has('response') ? tellsResponse(cells.text('response')) : 'cast(null as boolean)'],
    ['channel', cells.text('channel')]
  ],
  fates: () => [
    ['sent is null and has_time', 'unreadable-date'],
    ['form_customer is null and campaign is null and grp is null and sent is null', 'missing-customer']
  ],
  identity: (cells) =>
    cells.has('customer')
      ? `case when form_customer is not null then ${equalIn(['form_customer', 'campaign', 'grp', 'sent', 'cost', 'response', 'channel'])} end`
      : null,
  when: 'sent'
};
