import { betaDraw, exponentialDraw, gammaDraw, normalDraw, placeDraw, uniformFrom, type Uniform } from '../models/random.ts';
import type { Locale } from '../i18n/locale.ts';
import { csvFile, DAY_MS, DAYS, dayText, FIRST_DAY, memberId, momentText, type SampleOrder } from './sample-order.ts';
import { sampleCampaign, sideFiles } from './sample-sides.ts';
import { SAMPLE_WORDS, type SampleWords } from './sample-words.ts';

const CUSTOMERS = 5_000;

// How much is bought by month, weekday (from Sunday) and hour, against an even spread.
const MONTHS = [0.9, 0.75, 1, 0.95, 1.05, 1.2, 0.9, 0.9, 1.05, 1.1, 1.35, 1.2];
const WEEKDAYS = [1.2, 0.9, 0.88, 0.9, 0.95, 1.1, 1.22];
const HOURS = [1, 0.5, 0.3, 0.2, 0.2, 0.4, 0.9, 1.7, 2.5, 3.4, 4.3, 4.6, 4.8, 4.1, 3.9, 3.9, 4, 4.2, 4.7, 5.7, 6.8, 7, 5.2, 2.8];
const SALES: Readonly<Record<string, number>> = { '6-18': 4, '11-11': 5, '12-12': 2.5, '3-8': 1.8, '5-20': 1.6 };

/** New customers a day at the beginning, against those at the end. */
const FIRST_ARRIVALS = 0.65;

const CATEGORY_WEIGHTS = [24, 20, 16, 14, 14, 12];
const CATEGORY_PRICES = [1.2, 0.8, 0.6, 1.5, 1, 0.7];
/** Customers to be found through each channel, and how many of ten come back: rate and drop-out differ by it. */
const CHANNEL_WEIGHTS = [34, 24, 20, 14, 8];
const CHANNEL_RATES = [1.25, 1, 0.8, 1.1, 0.7];
const REGION_WEIGHTS = [18, 15, 13, 11, 10, 8, 7, 6, 6, 6];
const TIER_FROM = [0, 600, 1_800, 5_000];

/**
 * An invented shop's files, in the headers of the page's language, the same for the same seed: orders, and beside them
 * members, a survey, tickets and a campaign. The process of the orders: customers arrive over two years, ever more of
 * them; each buys at an own rate, gamma distributed, and after every order leaves for good with an own chance, beta
 * distributed (the buy-till-you-die process of Fader, Hardie and Lee 2005); an order's worth is lognormal around the
 * customer's own lognormal mean, a few spend many times as much (Pareto). Time runs faster in strong months, on weekends
 * and at sales. Of 100 orders about two are not paid, two cancelled, three refunded in full, two in part; four in a
 * thousand rows stand in the file twice.
 */
export function sampleShop(locale: Locale, seed = 20_251_031): File[] {
  const uniform = uniformFrom(seed);
  const words = SAMPLE_WORDS[locale];
  const clock = warpedClock();
  const lives: SampleOrder[] = [];
  for (let customer = 0; customer < CUSTOMERS; customer++) addLife(lives, customer, uniform, clock);
  const beside = uniformFrom(seed + 1);
  const campaign = sampleCampaign(lives.sort(inTime), beside);
  const orders = [...lives, ...campaign.orders].sort(inTime);
  return [csvFile(words.file, words.headers, orderLines(orders, uniform, words)), ...sideFiles(orders, campaign, beside, words)];
}

function inTime(a: SampleOrder, b: SampleOrder): number {
  return a.at - b.at || a.customer - b.customer;
}

interface Clock {
  /** Warped time runs from 0 to here. */
  readonly length: number;
  /** The day on which a moment of warped time falls. */
  dayAt(moment: number): number;
}

function warpedClock(): Clock {
  const until: number[] = [];
  let sum = 0;
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(FIRST_DAY + day * DAY_MS);
    const sale = SALES[`${date.getUTCMonth() + 1}-${date.getUTCDate()}`] ?? 1;
    sum += (MONTHS[date.getUTCMonth()] ?? 1) * (WEEKDAYS[date.getUTCDay()] ?? 1) * sale;
    until.push(sum);
  }
  const dayAt = (moment: number): number => {
    let [low, high] = [0, DAYS - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((until[middle] ?? 0) > moment) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { length: sum, dayAt };
}

/** All orders of one customer. */
function addLife(orders: SampleOrder[], customer: number, uniform: Uniform, clock: Clock): void {
  const channel = placeDraw(CHANNEL_WEIGHTS, uniform);
  const region = placeDraw(REGION_WEIGHTS, uniform);
  const favourite = placeDraw(CATEGORY_WEIGHTS, uniform);
  // Warped time is about one unit per day.
  const rate = (gammaDraw(0.7, uniform) * (CHANNEL_RATES[channel] ?? 1)) / 45;
  const leaves = betaDraw(0.9, 4.5, uniform);
  const mean = uniform() < 0.02 ? 300 * Math.pow(1 - uniform(), -1 / 1.7) : 130 * Math.exp(0.55 * normalDraw(uniform));
  // The square root makes arrivals grow in a straight line.
  let moment =
    (clock.length * (Math.sqrt(FIRST_ARRIVALS ** 2 + uniform() * (1 - FIRST_ARRIVALS ** 2)) - FIRST_ARRIVALS)) / (1 - FIRST_ARRIVALS);
  while (moment < clock.length) {
    const category = uniform() < 0.55 ? favourite : placeDraw(CATEGORY_WEIGHTS, uniform);
    const quantity = 1 + Math.min(9, Math.floor(exponentialDraw(uniform) * 0.8));
    const worth = mean * (CATEGORY_PRICES[category] ?? 1) * (0.6 + 0.4 * quantity) * Math.exp(0.45 * normalDraw(uniform) - 0.1);
    const at = clock.dayAt(moment) * 86_400 + placeDraw(HOURS, uniform) * 3_600 + Math.floor(uniform() * 3_600);
    const order = {
      customer,
      at,
      channel: uniform() < 0.85 ? channel : placeDraw(CHANNEL_WEIGHTS, uniform),
      region,
      cents: Math.max(990, Math.round(worth) * 100 - 10),
      category,
      quantity
    };
    const isLeaving = uniform() < leaves;
    orders.push({ ...order, isLeaving });
    if (isLeaving) break;
    moment += exponentialDraw(uniform) / rate;
  }
}

/** The rows in the order in which they came in; what a customer has spent so far decides the tier. */
function orderLines(orders: readonly SampleOrder[], uniform: Uniform, words: SampleWords): string[] {
  const spent = new Float64Array(CUSTOMERS);
  const lines: string[] = [];
  let again: string | null = null;
  orders.forEach((order, place) => {
    const tier = TIER_FROM.findLastIndex((from) => (spent[order.customer] ?? 0) >= from);
    const isOnSale = uniform() < 0.3;
    const discount = isOnSale ? Math.round(order.cents * (0.05 + 0.2 * uniform())) : 0;
    const paid = order.cents - discount;
    const fate = placeDraw([91, 2, 2, 3, 2], uniform);
    const [isPaid, refund] = [fate !== 1 && fate !== 2, fate === 3 ? paid : fate === 4 ? Math.round(paid * (0.2 + 0.5 * uniform())) : 0];
    if (isPaid) spent[order.customer] = (spent[order.customer] ?? 0) + (paid - refund) / 100;
    const line = [
      `D${dayText(order.at).replaceAll('-', '')}${String(place + 1).padStart(6, '0')}`,
      memberId(order.customer),
      momentText(order.at),
      isPaid ? momentText(order.at + 20 + Math.floor(uniform() * 400)) : '',
      words.statuses[fate] ?? '',
      money(order.cents),
      money(discount),
      isPaid ? money(paid) : '0.00',
      money(refund),
      order.quantity,
      words.categories[order.category] ?? '',
      words.channels[order.channel] ?? '',
      words.regions[order.region] ?? '',
      words.tiers[tier] ?? '',
      words.shops[order.channel === 2 ? 1 : 0] ?? ''
    ].join(',');
    lines.push(line);
    if (again !== null) lines.push(again);
    again = uniform() < 0.004 ? line : null;
  });
  return lines;
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
