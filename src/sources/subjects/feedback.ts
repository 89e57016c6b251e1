import type { Mapping } from '../mapping.ts';
import { recommendation, satisfaction } from './answers.ts';
import type { SubjectCells } from './subject-cells.ts';
import { equalIn, type SubjectSpec } from './subject-spec.ts';

/** Whether rows are tickets, and not sheets of answers. */
export function areTickets({ roles }: Mapping): boolean {
  return roles.includes('ticket_id') || roles.includes('ticket_open');
}

/** One row per answer sheet or ticket; nobody need be known, but something must be said. */
export const FEEDBACK: SubjectSpec = {
  values: (cells) => {
    const opened = cells.has('ticket_open') ? 'ticket_open' : 'survey_time';
    return [
      ['told_at', cells.moment(opened)],
      ['has_time', cells.isFilled(opened)],
      ['nps', recommendation(cells.text('nps'))],
      ['has_nps', cells.isFilled('nps')],
      ['csat', satisfaction(cells.text('csat'))],
      ['has_csat', cells.isFilled('csat')],
      ['comment', cells.text('comment')],
      ['ticket_id', cells.id('ticket_id')],
      ['type', cells.text('ticket_type')],
      ...handled(cells, 'first_reply', opened),
      ...handled(cells, 'resolved', opened),
      ['status', cells.text('status')],
      ['order_id', cells.id('order_id')],
      ['channel', cells.text('channel')],
      ['product', cells.text('product')]
    ];
  },
  fates: ({ mapping }) => [
    ['told_at is null and has_time', 'unreadable-date'],
    ['nps not between 0 and 10 or nps <> floor(nps) or csat not between 1 and 5', 'impossible-score'],
    ['(nps is null and has_nps) or (csat is null and has_csat)', 'unreadable-score'],
    areTickets(mapping)
      ? ['ticket_id is null and told_at is null and type is null and comment is null', 'no-answer']
      : ['nps is null and csat is null and comment is null', 'no-answer']
  ],
  // Bare scores without a time or a person may well be equal.
  identity: (cells, { hasClock }) => {
    if (cells.has('ticket_id')) return "'ticket:' || ticket_id";
    return hasClock ? equalIn(['form_customer', 'form_order', 'told_at', 'nps', 'csat', 'comment', 'type', 'channel', 'product']) : null;
  },
  when: 'told_at'
};

/** When something was done with a ticket, and how many hours after it was opened: the file tells one or the other. */
function handled(cells: SubjectCells, role: 'first_reply' | 'resolved', opened: 'ticket_open' | 'survey_time'): [string, string][] {
  const start = cells.moment(opened);
  const hours = cells.hours(role);
  if (hours !== null) {
    const seconds = `cast(round((${hours}) * 3600) as bigint)`;
    return [
      [role, `${start} + to_seconds(${seconds})`],
      [`${role}_hours`, hours]
    ];
  }
  const end = cells.moment(role);
  return [
    [role, end],
    // What was done before it began is a slip of the clock, and tells no length.
    [`${role}_hours`, `case when ${end} >= ${start} then date_diff('second', ${start}, ${end}) / 3600.0 end`]
  ];
}
