import { exponentialDraw, normalDraw, placeDraw, type Uniform } from '../models/random.ts';
import { csvFile, dayText, DAYS, memberId, momentText, type SampleOrder } from './sample-order.ts';
import type { SampleWords } from './sample-words.ts';

const DAY = 86_400;
const END = DAYS * DAY;
/** 5 September of the second year. */
const SENT_AT = 674 * DAY + 10 * 3_600;
const MEASURED = 14 * DAY;
/** Of those who are sent the voucher, so many buy once more because of it. */
const EFFECT = 0.06;

/** What a campaign did: who was in it, in which group, and the purchases that it brought. */
export interface SampleCampaign {
  /** Whether each customer asked was sent the voucher; the others were held out. */
  readonly groups: ReadonlyMap<number, boolean>;
  readonly orders: readonly SampleOrder[];
}

/** A voucher for those who had bought in the year before, one in five held out at random. */
export function sampleCampaign(orders: readonly SampleOrder[], uniform: Uniform): SampleCampaign {
  const latest = new Map<number, SampleOrder>();
  for (const order of orders) if (order.at < SENT_AT && order.at > SENT_AT - 365 * DAY) latest.set(order.customer, order);
  const groups = new Map([...latest.keys()].map((customer) => [customer, uniform() < 0.8] as const));
  const brought = [...latest.values()].flatMap((order) => {
    const [isMoved, moment] = [uniform() < EFFECT, uniform()];
    return groups.get(order.customer) && isMoved ? [{ ...order, at: Math.floor(SENT_AT + moment * MEASURED), isLeaving: false }] : [];
  });
  return { groups, orders: brought };
}

/** The files beside the orders: members (some have never bought), answers to a survey, tickets, and what a campaign sent to whom. */
export function sideFiles(orders: readonly SampleOrder[], { groups }: SampleCampaign, uniform: Uniform, words: SampleWords): File[] {
  return [
    csvFile(words.members.file, words.members.headers, members(orders, uniform, words)),
    csvFile(words.survey.file, words.survey.headers, answers(orders, uniform, words)),
    csvFile(words.tickets.file, words.tickets.headers, tickets(orders, uniform, words)),
    csvFile(words.campaign.file, words.campaign.headers, messages(orders, groups, words))
  ];
}

function members(orders: readonly SampleOrder[], uniform: Uniform, words: SampleWords): string[] {
  const [joined, spent] = [new Map<number, number>(), new Map<number, number>()];
  for (const { customer, at, cents } of orders) {
    if (!joined.has(customer)) joined.set(customer, Math.max(0, at - (uniform() < 0.6 ? 0 : exponentialDraw(uniform) * 40 * DAY)));
    spent.set(customer, (spent.get(customer) ?? 0) + cents);
  }
  const most = Math.max(...joined.keys());
  for (let place = 1; place <= 400; place++) joined.set(most + place, uniform() * END);
  return [...joined]
    .filter(() => uniform() < 0.93)
    .map(([customer, since]) => {
      const points = Math.round(((spent.get(customer) ?? 0) / 100) * (0.2 + 0.8 * uniform()));
      return [memberId(customer), dayText(since), uniform() < 0.71 ? words.yes : words.no, points].join(',');
    });
}

/** One order in fourteen is answered for; who is about to leave is less content. */
function answers(orders: readonly SampleOrder[], uniform: Uniform, words: SampleWords): string[] {
  return orders.flatMap(({ customer, at, isLeaving }) => {
    const told = at + (2 + 6 * uniform()) * DAY;
    if (uniform() > 0.07 || told >= END) return [];
    const mood = (isLeaving ? 7.1 : 8.8) + 1.7 * normalDraw(uniform);
    const nps = Math.max(0, Math.min(10, Math.round(mood)));
    const csat = Math.max(1, Math.min(5, Math.round(mood / 2 + 0.4 * normalDraw(uniform))));
    const said = words.survey.comments[nps <= 6 ? 0 : nps <= 8 ? 1 : 2] ?? [];
    const comment = uniform() < 0.45 ? (said[Math.floor(uniform() * said.length)] ?? '') : '';
    return [[memberId(customer), momentText(told), nps, csat, `"${comment}"`].join(',')];
  });
}

/** Complaints come more often from those who are about to leave; the latest are still open. */
function tickets(orders: readonly SampleOrder[], uniform: Uniform, words: SampleWords): string[] {
  const opened = orders
    .flatMap(({ customer, at, isLeaving }) => {
      const open = at + (0.5 + 5 * uniform()) * DAY;
      return uniform() < (isLeaving ? 0.06 : 0.015) && open < END ? [{ customer, open }] : [];
    })
    .sort((a, b) => a.open - b.open);
  return opened.map(({ customer, open }, place) => {
    const reply = open + exponentialDraw(uniform) * 5 * 3_600;
    const solved = reply + exponentialDraw(uniform) * 40 * 3_600 * (uniform() < 0.08 ? 8 : 1);
    const isOpen = solved >= END || uniform() < (open > END - 21 * DAY ? 0.4 : 0.02);
    return [
      `T${String(place + 1).padStart(5, '0')}`,
      memberId(customer),
      words.tickets.types[placeDraw([36, 20, 18, 12, 14], uniform)] ?? '',
      momentText(open),
      reply < END ? momentText(reply) : '',
      isOpen ? '' : momentText(solved),
      isOpen ? words.tickets.open : words.tickets.closed
    ].join(',');
  });
}

function messages(orders: readonly SampleOrder[], groups: ReadonlyMap<number, boolean>, words: SampleWords): string[] {
  const buyers = new Set(orders.filter(({ at }) => at > SENT_AT && at <= SENT_AT + MEASURED).map(({ customer }) => customer));
  const { name, channel, treatment, control } = words.campaign;
  return [...groups].map(([customer, isSent]) =>
    [
      memberId(customer),
      name,
      isSent ? treatment : control,
      momentText(SENT_AT),
      isSent ? channel : '',
      isSent ? '1.20' : '0',
      buyers.has(customer) ? words.yes : words.no
    ].join(',')
  );
}
