import type { LoadReport } from '../engine/contract.ts';
import { paysFirst } from './cells.ts';
import { rateText } from './currency-answer.ts';
import { leftOutOf } from './left-out.ts';
import type { Mapping } from './mapping.ts';
import type { Note } from './source.ts';
import type { Stage } from './staging.ts';

/** How the file was read, where it could have been read otherwise; worded in cleaning-messages.ts. */
export function readingsOf(mapping: Mapping, stage: Stage | null, load: LoadReport, isAfterSales = false): Note[] {
  if (isAfterSales) return [{ code: 'after-sales', level: 'info', params: { rows: load.rows } }];
  if (!stage) return [{ code: 'not-orders', level: 'bad', params: { missing: missingPart(mapping), rows: load.rows } }];
  const notes: Note[] = [];
  const say = (code: string, level: Note['level'], params: NonNullable<Note['params']> = {}) => notes.push({ code, level, params });
  const { grain, refunds } = stage;

  if (load.sampled) say('sampled', 'warn', { of: load.sampled.of, rows: load.sampled.leftOut });
  const leftOut = leftOutOf(mapping);
  if (load.gathered) say('gathered', 'warn', { rows: load.rows, into: load.gathered.into });
  if (leftOut.length > 0) say('columns-left-out', 'warn', { columns: leftOut.map(({ header }) => header.trim()).join(', ') });
  if (!stage.identity.key) say('identity-refused', 'bad');
  if (mapping.roles.includes('pay_time') && mapping.roles.includes('order_time'))
    say(paysFirst(mapping) ? 'clock-pay' : 'clock-order', 'info');
  if (mapping.family === 'pinduoduo' && mapping.roles.includes('order_id')) say('day-in-number', 'info');
  if (stage.amountSource === 'lines') say('amount-lines', 'info');
  if (stage.amountSource === 'gross') say(mapping.roles.includes('discount') ? 'amount-gross-discount' : 'amount-gross', 'warn');
  if (stage.amountSource === 'none') say('amount-none', 'warn');

  if (grain && grain.collapsed > 0) say(`lines-${grain.reading}`, 'info', { orders: grain.collapsed });
  else if (!mapping.roles.includes('order_id')) say('rows-are-orders', 'info');
  if (grain && grain.twins > 0) say('identical-lines-kept', 'warn', { rows: grain.twins });
  if (stage.identical > 0) say('identical-rows-kept', 'warn', { rows: stage.identical });

  if (stage.isNet) say('paid-is-net', 'info');
  else if (mapping.roles.includes('refund')) say('refund-taken-off', 'info');
  if (refunds)
    say('refund-rows', 'info', {
      rows: refunds.rows,
      byOrder: refunds.byOrder,
      byAmount: refunds.byAmount,
      byCustomer: refunds.byCustomer
    });
  for (const { code, amount } of refunds?.unmatchedAmounts ?? [])
    if (amount > 0) say('refund-rows-unmatched', 'warn', { rows: refunds?.unmatched ?? 0, amount, code });
  sayCurrencies(stage.currency, say);
  if (stage.identity.key && stage.anonymous > 0) say('anonymous', 'info', { rows: stage.anonymous });
  return notes;
}

function sayCurrencies(
  currency: Stage['currency'],
  say: (code: string, level: Note['level'], params: NonNullable<Note['params']>) => void
): void {
  if (!currency?.question) return;
  const { found, rates, code, isSplit } = currency;
  if (isSplit) return say('currency-split', 'info', { codes: found.map(({ value }) => value).join(', ') });
  for (const { value, rows } of found) {
    const rate = rates.get(value);
    if (rate !== undefined) say('currency-rate', 'info', { code: value, rate: rateText(rate), base: code, rows });
    else if (rates.size > 0 && value !== code) say('currency-unrated', 'warn', { code: value, rows });
  }
  if (rates.size === 0 && currency.test) say('currency-chosen', 'warn', { code });
}

function missingPart(mapping: Mapping): string {
  return mapping.roles.includes('order_time') || mapping.roles.includes('pay_time') ? 'what' : 'time';
}
