import type { ChurnJudged } from '../../models/churn-ranking.ts';
import type { CalibrationGroup } from '../../models/ranking.ts';
import type { TableModel } from '../../ui/table-model.ts';
import type { ChanceTelling, FlagChange, FlagSegment } from './chance-finding.ts';
import { dayBefore, type Ground } from './chance-model.ts';
import type { Leads } from './chance-pictures.ts';
import { kindOf } from './change-kind.ts';
import type { ContactPlan } from './contact-plan.ts';

export function calibrationTable(groups: readonly CalibrationGroup[], { words }: ChanceTelling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'predicted_away', label: names.said, kind: 'percent' },
      { id: 'observed_away', label: names.came, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' },
      { id: 'customers', label: names.customers, kind: 'integer' }
    ],
    rows: groups.map(({ customers, predicted, observed, low, high }) => [1 - predicted, 1 - observed, 1 - high, 1 - low, customers])
  };
}

/** Every ranking at every past day it was judged at. */
export function rankingsTable(report: ChurnJudged, ground: Ground, horizon: number, { words }: ChanceTelling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'ranking', label: names.ranking, kind: 'text' },
      { id: 'looked_at', label: names.lookedAt, kind: 'date' },
      { id: 'auc', label: names.auc, kind: 'number', digits: 3 },
      { id: 'auc_low', label: names.low, kind: 'number', digits: 3 },
      { id: 'auc_high', label: names.high, kind: 'number', digits: 3 },
      { id: 'gain_on_silence', label: names.gain, kind: 'number', digits: 3 },
      { id: 'riskiest_tenth_away', label: names.riskiest, kind: 'percent' },
      { id: 'lift_10', label: names.lift, kind: 'number', digits: 2 },
      { id: 'likeliest_tenth_bought', label: names.likeliest, kind: 'percent' },
      { id: 'brier', label: names.brier, kind: 'number', digits: 3 },
      { id: 'brier_of_average', label: names.baseBrier, kind: 'number', digits: 3 },
      { id: 'calibration_error', label: names.calibration, kind: 'percent' },
      { id: 'customers', label: names.customers, kind: 'integer', only: 'file' },
      { id: 'stayed_away', label: names.away, kind: 'integer', only: 'file' }
    ],
    rows: report.tests.flatMap(({ horizonsAgo, customers, away, rankings }) =>
      rankings.map((test) => [
        words.names[test.ranking],
        dayBefore(ground.as_of, horizonsAgo * horizon),
        test.auc.value,
        test.auc.low,
        test.auc.high,
        test.againstSilence?.value ?? null,
        test.riskiest?.rate ?? null,
        test.riskiest?.lift ?? null,
        test.likeliest?.rate ?? null,
        test.errors?.brier ?? null,
        test.errors?.baseBrier ?? null,
        test.calibration?.expectedError ?? null,
        customers,
        away
      ])
    )
  };
}

export function planTable({ by, curve }: ContactPlan, { words }: ChanceTelling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'contacted', label: names.contacted, kind: 'integer' },
      by === 'chance'
        ? { id: 'at_stake', label: names.atStake, kind: 'money' }
        : { id: 'value_times_lateness', label: names.valueTimesLateness, kind: 'number' },
      { id: 'stayed_away', label: names.awayOfThem, kind: 'integer' },
      { id: 'cost', label: names.cost, kind: 'money' },
      { id: 'saved', label: names.saved, kind: 'money' },
      { id: 'net', label: names.net, kind: 'money' }
    ],
    rows: curve.map((one) => [one.contacted, one.contacted === 0 ? null : one.risk, one.lost, one.cost, one.saved, one.net])
  };
}

export function segmentsTable(
  rows: readonly FlagSegment[],
  nameOf: (segment: string) => string,
  href: Leads<FlagSegment>,
  { words }: ChanceTelling
): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'segment', label: names.segment, kind: 'text' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'flagged', label: names.flagged, kind: 'integer' },
      { id: 'share', label: names.share, kind: 'percent' },
      { id: 'low', label: names.low, kind: 'percent' },
      { id: 'high', label: names.high, kind: 'percent' },
      { id: 'amount_12_months', label: names.amountYear, kind: 'money' }
    ],
    rows: rows.map((row) => [nameOf(row.segment), row.customers, row.flagged, row.share, row.low, row.high, row.amount_year]),
    href: (place) => (rows[place] && rows[place].flagged > 0 ? href(rows[place]) : null)
  };
}

export function changesTable(rows: readonly FlagChange[], href: Leads<FlagChange>, { words }: ChanceTelling): TableModel {
  const names = words.columns;
  return {
    columns: [
      { id: 'change', label: names.change, kind: 'text' },
      { id: 'customers', label: names.customers, kind: 'integer' },
      { id: 'amount_12_months', label: names.amountYear, kind: 'money' }
    ],
    rows: rows.map((row) => [kindOf(row.change, words), row.customers, row.amount_year]),
    href: (place) => (rows[place] && rows[place].customers > 0 ? href(rows[place]) : null)
  };
}
