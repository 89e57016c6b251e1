import { existsSync, readFileSync } from 'node:fs';

// Reference data live beside the project, not in it; tests that need them are skipped where they are not at hand.
const SHARED = new URL('../../../shared/', import.meta.url);

/** One survival curve as R's `survfit` gives it, at `times`. */
export interface SurvivalGolden {
  readonly n: number;
  readonly events: number;
  readonly median: number | null;
  readonly median_lower: number | null;
  readonly median_upper: number | null;
  readonly q25: number | null;
  readonly q75: number | null;
  readonly times: readonly number[];
  readonly n_risk: readonly number[];
  readonly surv: readonly number[];
  readonly std_err: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** Counts and rates of one data set, months as '2019-01'. */
export interface DescriptiveGolden {
  readonly stats: Readonly<Record<string, unknown>> & {
    readonly customers: number;
    readonly obs_end: string;
    readonly freq_distribution_purchase_days: Readonly<Record<string, number>>;
    readonly inter_purchase_gap_days: Readonly<
      Record<'n' | 'mean' | 'sd' | 'min' | 'p10' | 'p25' | 'median' | 'p75' | 'p90' | 'p95' | 'max', number>
    >;
    readonly 'monthly_in_period_repeat_rate(复购率)': Readonly<Record<string, number>>;
    readonly 'monthly_next_month_rebuy_rate(回购率)': Readonly<Record<string, number>>;
    readonly monthly_buyers: Readonly<Record<string, number>>;
    readonly monthly_revenue: Readonly<Record<string, number>>;
    readonly monthly_new_customers: Readonly<Record<string, number>>;
    readonly cohort_month_counts: Readonly<Record<string, readonly number[]>>;
    readonly cohort_month_revenue: Readonly<Record<string, readonly number[]>>;
    readonly rolling_retention_counts: Readonly<Record<string, readonly number[]>>;
    readonly weighted_retention_by_age: readonly number[];
  };
}

/** The parts of the reference values that tests read. */
export interface Golden {
  readonly descriptive: Readonly<Record<'cdnow_sample' | 'cn_orders_paid', DescriptiveGolden>>;
  readonly survival_and_tests: {
    readonly lung: Readonly<Record<'log' | 'log-log' | 'plain', SurvivalGolden>>;
    readonly aml: Readonly<Record<'log' | 'log-log' | 'plain', SurvivalGolden>> & {
      readonly data: { readonly time: readonly number[]; readonly status: readonly number[] };
    };
    readonly waltons: Readonly<Record<'log_log' | 'miR-137' | 'control', SurvivalGolden>>;
    readonly cdnow_sample_second_purchase: Readonly<Record<'log' | 'loglog', SurvivalGolden>>;
    readonly wilson: readonly { readonly x: number; readonly n: number; readonly wilson: readonly [number, number] }[];
  };
}

const file = new URL('golden/golden.json', SHARED);

/** Values computed outside this project, or undefined where they are not at hand. */
export const golden: Golden | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Golden) : undefined;

/** A public data file's bytes; throws where it is not at hand. */
export function sharedData(name: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(`data/${name}`, SHARED)) as Buffer<ArrayBuffer>;
}

/** The rows of a simple CSV without quotes, as records by header. */
export function csvRecords(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [names[place] ?? String(place), cell])));
}
