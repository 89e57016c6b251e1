import type { RepeatKind } from '../../models/repeat-model.ts';
import type { CustomerValue } from '../../models/value-customers.ts';
import type { Estimate } from '../../models/estimate.ts';
import type { CheckedClass } from '../../models/value-check.ts';
import type { WhatIf } from '../../models/value-what-if.ts';
import { segmentName } from '../scores/messages.ts';
import type { Check } from './checking.ts';
import type { By, Rules, Telling } from './choices.ts';
import type { ValueGroup } from '../forecasts/value-groups.ts';
import type { CohortValue, Concentrated, Side, TierPart, ValuableCustomer } from './queries.ts';
import type { Levers } from './what-if.ts';

/** Off by less, a forecast can be planned with; off by more, its sums cannot. */
const GOOD = 0.1;
const FAR = 0.3;

/** What was forecast and what came, and what follows for the other numbers. */
export function checkFinding({ report, split }: Check, telling: Telling): string {
  const { words, format } = telling;
  if (!report.isFitted) return words.check.unfitted;
  const { purchases, money, customers } = report;
  const said = format.integer(purchases.predicted);
  const days = format.days(split.days);
  if (purchases.error === null) return words.check.nothing(format.date(split.until), said, days);
  const sentence = words.check.finding(
    format.date(split.until),
    format.integer(customers),
    said,
    days,
    format.integer(purchases.actual),
    format.change(purchases.error)
  );
  const inMoney =
    money && money.error !== null
      ? words.check.money(format.shortMoney(money.predicted), format.shortMoney(money.actual), format.change(money.error))
      : '';
  return sentence + inMoney + verdictOn(purchases.error, money?.error ?? null, report.order, telling);
}

/** What follows for the values on the page: purchases and money were tested, and the worse of the two decides. */
function verdictOn(purchases: number, money: number | null, order: Estimate | null, telling: Telling): string {
  const { check } = telling.words;
  const worse = money !== null && Math.abs(money) > Math.abs(purchases) ? money : purchases;
  const size = Math.abs(worse);
  if (size <= GOOD) return check.good;
  if (size > FAR) return check.far + orderText(order, telling);
  if (money !== null && purchases * money < 0 && Math.min(Math.abs(purchases), Math.abs(money)) > GOOD) return check.apart;
  return check[worse < 0 ? 'low' : 'high'](telling.format.change(worse));
}

/** Whether the customers at least stood in the right order: how often, and whether that is more than guessing. */
function orderText(order: Estimate | null, { words, format }: Telling): string {
  if (!order) return words.check.noOrder;
  const interval = format.interval(format.percent(order.low), format.percent(order.high));
  return words.check[order.low > 0.5 ? 'orderHolds' : 'orderFails'](format.percent(order.value), interval);
}

export function className({ x, isOrMore }: Pick<CheckedClass, 'x' | 'isOrMore'>, { words, format }: Telling): string {
  return isOrMore ? words.classes.orMore(format.integer(x + 1)) : words.classes.name(format.integer(x + 1));
}

/** In how many groups what came lies outside the interval, and which of them is furthest off per customer. */
export function classesFinding({ report }: Check, telling: Telling): string {
  const { words, format } = telling;
  if (!report.isFitted) return words.check.unfitted;
  const missed = ({ predicted, actual, customers }: CheckedClass) => Math.abs(predicted - actual) / customers;
  const outside = report.classes.filter(({ actual, low, high }) => low !== null && high !== null && (actual < low || actual > high));
  const [worst] = outside.toSorted((a, b) => missed(b) - missed(a));
  if (!worst) return words.classes.close;
  const each = (sum: number) => format.number(sum / worst.customers, 2);
  return words.classes.finding(
    format.integer(outside.length),
    format.integer(report.classes.length),
    className(worst, telling),
    words.classes.tip(format.integer(worst.customers)),
    each(worst.predicted),
    each(worst.actual)
  );
}

/** A group's name on screen. */
export function groupName(
  { name, place }: Pick<ValueGroup, 'name' | 'place'>,
  by: By,
  grain: 'month' | 'quarter' | 'year',
  { words, format }: Telling
): string {
  if (by === 'tenth') return words.split.tenth(format.integer(place));
  if (by === 'segment') return segmentName(name ?? '', format.locale);
  if (name === null) return words.split.rest;
  if (by === 'cohort') return format.period(new Date(`${name}T00:00:00Z`), grain);
  return name === '' ? words.split.none : name;
}

/** Why the groups are not drawn; null where they are. */
export function groupsLack(groups: readonly ValueGroup[], by: By, { words }: Telling): string | null {
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  if (customers === 0) return words.noCustomers;
  return by === 'tenth' && customers < 10 ? words.split.tenthsNeed : null;
}

/** Where most value is ahead, and where most per customer (of 30 or more). */
export function groupsFinding(groups: readonly ValueGroup[], by: By, grain: 'month' | 'quarter' | 'year', telling: Telling): string {
  const { words, format } = telling;
  const name = (group: ValueGroup) => groupName(group, by, grain, telling);
  const most = (measure: (group: ValueGroup) => number, among = groups) =>
    among.reduce<ValueGroup | undefined>((best, group) => (best && measure(best) >= measure(group) ? best : group), undefined);
  // All others together are no group worth naming.
  const named = groups.filter(({ name: own }) => own !== null);
  if (!groups.some(({ value }) => value !== null)) {
    if (by === 'tenth') {
      const lowerPast = groups.filter(({ place }) => place > 5).reduce((sum, group) => sum + (group.monetary_share ?? 0), 0);
      return words.split.tenthPast(format.percent(groups[0]?.monetary_share ?? null), format.percent(lowerPast));
    }
    const past = most(({ monetary }) => monetary, named);
    return past ? words.split.pastFinding(name(past), format.shortMoney(past.monetary), format.percent(past.monetary_share)) : '';
  }
  if (by === 'tenth') {
    const lower = groups.filter(({ place }) => place > 5).reduce((sum, group) => sum + (group.value_share ?? 0), 0);
    return words.split.tenthFinding(format.percent(groups[0]?.value_share ?? null), format.percent(lower));
  }
  const first = most(({ value }) => value ?? 0, named);
  const each = most(
    (group) => group.value_each ?? 0,
    named.filter(({ customers }) => customers >= 30)
  );
  if (!first) return '';
  const sentence = words.split.finding(name(first), format.shortMoney(first.value), format.percent(first.value_share));
  return each ? sentence + words.split.each(name(each), format.money(each.value_each, 2)) : sentence;
}

/** What the first customers are worth, and how many of them will more likely than not buy. */
export function listFinding(rows: readonly ValuableCustomer[], { words, format }: Telling): string {
  const total = rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const likely = rows.filter(({ buys }) => (buys ?? 0) > 0.5).length;
  return words.list.finding(format.integer(rows.length), format.shortMoney(total), format.integer(likely));
}

export function concentrationFinding(whole: Concentrated, { words, format }: Telling): string {
  const share = format.percent(whole.past_top_share);
  // A fifth of so few is no fifth.
  if (whole.customers < 10)
    return words.concentration.few(format.integer(whole.top_customers), format.integer(whole.customers), share) + words.concentration.stop;
  const past = words.concentration.finding(share);
  return whole.future_top_share === null
    ? past + words.concentration.stop
    : past +
        words.concentration.future(
          format.percent(whole.future_top_share),
          format.integer(whole.in_both),
          format.integer(whole.top_customers)
        );
}

export function loyalFinding(sides: readonly Side[], { loyal }: Rules, { words, format }: Telling): string {
  const [best, others] = [sides.find(({ place }) => place === 1), sides.find(({ place }) => place === 2)];
  if (!best) return words.loyal.nobody;
  if (best.monetary_share === null) return words.loyal.only(format.percent(best.share), format.integer(loyal));
  const sentence = words.loyal.finding(format.percent(best.share), format.integer(loyal), format.percent(best.monetary_share));
  if (best.value_share === null || !others?.value_each) return sentence + words.loyal.stop;
  return sentence + words.loyal.ahead(format.percent(best.value_share), format.number((best.value_each ?? 0) / others.value_each, 1));
}

/** What a customer has brought after a year, or as long as was seen, and when the cost of winning one is earned back. */
export function cohortsFinding(rows: readonly CohortValue[], acquisition: number, { words, format }: Telling): string {
  const all = rows.filter(({ cohort }) => cohort === null);
  const shown = all.findLast(({ months }) => months <= 12);
  if (!shown) return words.cohorts.none;
  const sentence = words.cohorts.finding(format.integer(shown.months), format.money(shown.value_each, 2));
  if (acquisition <= 0) return sentence + words.cohorts.stop;
  const paid = all.find(({ value_each }) => value_each >= acquisition);
  const cost = format.money(acquisition, acquisition % 1 === 0 ? 0 : 2);
  return sentence + (paid ? words.cohorts.paid(cost, format.integer(paid.months)) : words.cohorts.unpaid(cost));
}

/** Who can be left alone, what that frees, and what it puts at stake. */
export function tiersFinding(parts: readonly TierPart[], { words, format }: Telling): string {
  const casual = parts.filter(({ tier }) => tier === 'casual');
  if (casual.length === 0) return parts.some(({ value }) => value !== null) ? words.tiers.nobody : words.tiers.nobodySeen;
  const sum = (measure: (part: TierPart) => number) => casual.reduce((all, part) => all + measure(part), 0);
  const sentence = words.tiers.finding(
    format.integer(sum(({ customers }) => customers)),
    format.percent(sum(({ share }) => share)),
    format.shortMoney(sum(({ contact_cost }) => contact_cost))
  );
  const stake = casual.some(({ value }) => value !== null)
    ? words.tiers.stake(format.shortMoney(sum(({ value }) => value ?? 0)))
    : words.tiers.stop;
  const discounts = sum(({ discount_year }) => discount_year);
  return sentence + stake + (discounts > 0 ? words.tiers.discounts(format.shortMoney(discounts)) : '');
}

export function whatIfFinding(report: WhatIf['report'], { retention, order }: Levers, { words, format }: Telling): string {
  const change = (then: number) => (report.now > 0 ? format.change(then / report.now - 1) : format.change(null));
  const digits = (share: number) => format.percent(share, (share * 100) % 1 === 0 ? 0 : 1);
  const { staying } = report;
  if (!staying) return words.whatIf.noLeaving;
  const kept = [format.shortMoney(report.moreRetention - report.now), change(report.moreRetention)] as const;
  return (
    (staying.isAtLimit
      ? words.whatIf.findingAtLimit(format.percent(staying.then / staying.now - 1), ...kept)
      : words.whatIf.finding(digits(retention), ...kept)) +
    words.whatIf.basketFinding(digits(order), format.shortMoney(report.moreOrder - report.now), change(report.moreOrder))
  );
}

/** Where the share who stay goes; null where nobody leaves. */
export function whatIfNote({ staying }: WhatIf['report'], model: RepeatKind, { words, format }: Telling): string | null {
  if (!staying) return null;
  const isYear = model === 'pareto-nbd';
  const digits = staying.isAtLimit ? 2 : 1;
  const [now, then] = [format.percent(staying.now, digits), format.percent(staying.then, digits)];
  if (staying.isAtLimit) return words.whatIf[isYear ? 'atLimitYear' : 'atLimit'](now, then);
  return words.whatIf[isYear ? 'stayingYear' : 'staying'](now, then);
}

/** Why there is no value ahead; null where there is. */
export function unfittedText(report: CustomerValue['report'], { words }: Telling): string | null {
  if (!report.fit.isFitted) return words.unfitted;
  return report.spend ? null : words.noSpend;
}

/** Whether nothing was paid so far and nothing is forecast in money: the orders have no amounts. */
export function isWithoutMoney(groups: readonly Pick<ValueGroup, 'monetary' | 'value'>[]): boolean {
  return groups.every(({ monetary, value }) => monetary === 0 && value === null);
}
