import { bars } from '../../charts/bars.ts';
import { tipOf, type ChartSpec, type Size } from '../../charts/chart.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { Telling } from './choices.ts';
import { REASONS, TIERS, type Reason, type Tier, type TierPart } from './queries.ts';

const COLORS: Readonly<Record<Tier, string>> = { core: 'var(--accent)', chance: 'var(--series-3)', casual: 'var(--muted)' };
const tierOf = ({ tier }: TierPart): Tier => TIERS.find((one) => one === tier) ?? 'chance';
const reasonOf = ({ reason }: TierPart): Reason => REASONS.find((one) => one === reason) ?? 'young';

/** The address of the customers of a tier, or of those whom one reason put there. */
export type TierHref = (tier: Tier, why?: Reason) => string;

/** One bar per tier and reason: how many customers. */
export function tierBars(parts: readonly TierPart[], { words, format }: Telling, href: TierHref, size: Size): ChartSpec {
  return bars(size, {
    label: words.tiers.title,
    band: 34,
    bars: parts.map((part) => ({
      label: [words.tiers.names[tierOf(part)], words.tiers.short[reasonOf(part)]].filter(Boolean).join(' · '),
      value: part.customers,
      // Little room takes one number.
      text:
        size.width < 420
          ? format.integer(part.customers)
          : part.value === null
            ? words.tiers.textPast(format.integer(part.customers), format.compactMoney(part.amount))
            : words.tiers.text(format.integer(part.customers), format.compactMoney(part.value)),
      color: COLORS[tierOf(part)],
      tip: tipOf(
        words.tiers.names[tierOf(part)],
        words.tiers.reasons[reasonOf(part)],
        words.tiers.tip(format.percent(part.share), format.shortMoney(part.amount), format.shortMoney(part.net))
      ),
      href: href(tierOf(part), reasonOf(part))
    }))
  });
}

export function tierTable(parts: readonly TierPart[], { words }: Telling, href: TierHref): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'tier', label: names.tier, kind: 'text', look: 'chip' },
      { id: 'reason', label: names.reason, kind: 'text' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'customer_share', label: names.customersShare, kind: 'percent' },
      { id: 'revenue', label: names.money, kind: 'money' },
      { id: 'kept', label: names.net, kind: 'money' },
      { id: 'discounted', label: names.discounted, kind: 'percent' },
      { id: 'expected_buyers', label: names.buyers, kind: 'number', digits: 0 },
      { id: 'value', label: names.value, kind: 'money' },
      { id: 'contact_cost', label: names.contactCost, kind: 'money' },
      { id: 'discounts_12_months', label: names.discountYear, kind: 'money' },
      { id: 'messages_12_months', label: names.messages, kind: 'integer' },
      { id: 'message_cost_12_months', label: names.messageCost, kind: 'money' }
    ],
    rows: parts.map((part) => [
      words.tiers.names[tierOf(part)],
      words.tiers.reasons[reasonOf(part)],
      part.customers,
      part.share,
      part.amount,
      part.net,
      part.discounted_share,
      part.buyers,
      part.value,
      part.contact_cost,
      part.discount_year,
      part.messages,
      part.message_cost
    ]),
    href: (row) => (parts[row] ? href(tierOf(parts[row]), reasonOf(parts[row])) : null)
  };
}
