import type { Format } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { reasonText } from '../../sources/messages.ts';
import type { Balance, Draft, ShopFacts } from '../../sources/source.ts';
import { WORDS } from '../quality-messages.ts';
import { bringsOrders } from '../sources/draft-facts.ts';

/** A share of rows or days below which nothing needs to be said. */
const WORTH_SAYING = 0.02;
const SHORT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Days of the data, and those without any order. */
export interface Days {
  readonly all: number;
  readonly without: number;
  /** Runs of days without orders that chance does not explain, and the days in them. */
  readonly runs: number;
  readonly inRuns: number;
}

/** What the state of the data means for the answers, in sentences; one that says so when nothing stands out. */
export function meaningOf(facts: ShopFacts, sources: readonly Draft[], days: Days | null, locale: Locale, format: Format): string[] {
  const words = WORDS[locale].meaning;
  const { balance } = facts;
  const said: string[] = [];
  if (facts.customers === null) said.push(words.noCustomers);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  // Answers and events that name nobody say nothing of how well orders do.
  const books = sources.filter(bringsOrders).map((draft) => facts.balancePerFile?.[draft.id] ?? draft.balance);
  const orders = sources.length > 1 ? { used: sumOf(books, 'used'), anonymous: sumOf(books, 'anonymous') } : balance;
  if (facts.customers !== null && orders.anonymous > 0) said.push(words.anonymous(format.percent(share(orders.anonymous, orders.used))));
  const isDoubtful = sources.some(({ identity }) =>
    identity.candidates.some(({ column, verdict }) => column === identity.chosen && verdict !== 'sound')
  );
  if (isDoubtful) said.push(words.doubtful);
  const most = [...balance.setAside].sort((a, b) => b.rows - a.rows)[0];
  const aside = share(balance.inFile - balance.used, balance.inFile);
  if (most && aside >= WORTH_SAYING) said.push(words.aside(format.percent(aside), reasonText(most.reason, locale)));
  if (days && days.runs > 0) said.push(words.gaps(format.days(days.inRuns)));
  else if (days && share(days.without, days.all) >= WORTH_SAYING)
    said.push(words.quiet(format.days(days.without), format.percent(share(days.without, days.all))));
  const span = Math.round((facts.lastDay.getTime() - facts.firstDay.getTime()) / DAY_MS) + 1;
  if (span < SHORT_DAYS) said.push(words.short(format.days(span)));
  return said.length === 0 ? [words.fine] : said;
}

function sumOf(books: readonly Balance[], part: 'used' | 'anonymous'): number {
  return books.reduce((sum, book) => sum + book[part], 0);
}
