import { golden } from './golden.ts';

/** One history with what a model says of the next t. */
export interface HistoryGolden {
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly t: number;
  readonly p_alive: number;
  readonly expected: number;
}

interface HoldoutGolden {
  readonly actual_total: number;
  readonly forecast_total: number;
  readonly bias_pct: number;
  readonly MAE: number;
  readonly RMSE: number;
  readonly AUC_cond_expect_vs_active: number;
  readonly AUC_palive_vs_active: number;
  readonly lift_top_decile_cond_expect: number;
  readonly by_x: Readonly<Record<string, { readonly n: number; readonly actual_mean: number; readonly pred_mean: number }>>;
}

interface FitGolden {
  readonly params: Readonly<Record<string, number>>;
  readonly se: Readonly<Record<string, number>>;
  readonly LL: number;
  readonly holdout: HoldoutGolden;
  readonly tuples: readonly (HistoryGolden & { readonly DERT_delta_0_0027?: number })[];
  readonly E_X_t_new_customer?: Readonly<Record<string, number>>;
}

interface ValueGolden {
  readonly total_d001: number;
  readonly total_d0: number;
  readonly mean: number;
  readonly median: number;
  readonly total_with_lifetimes_step_4_345: number;
  readonly first20: Readonly<Record<string, { readonly m_hat: number; readonly clv_d001: number; readonly clv_d0: number }>>;
  readonly holdout_spend: { readonly actual: number; readonly predicted: number; readonly MAE: number };
}

interface PurchaseGolden {
  readonly BG_NBD: FitGolden;
  readonly MBG_NBD: FitGolden;
  readonly Pareto_NBD: FitGolden;
  readonly Gamma_Gamma: {
    readonly n: number;
    readonly params: Readonly<Record<'p' | 'q' | 'gamma', number>>;
    readonly se: Readonly<Record<'p' | 'q' | 'gamma', number>>;
    readonly LL: number;
    readonly pearson_x_m: number;
    readonly population_mean_pv_over_q_minus_1: number;
    readonly cond_mean: readonly { readonly x: number; readonly m: number; readonly value: number }[];
  };
  readonly CLV_12m: ValueGolden;
}

interface MethodGolden {
  readonly AUC_all: number;
  readonly lift_top10pct: number;
  readonly Brier?: number;
  readonly logloss?: number;
  readonly mean_pred?: number;
  readonly decile_calibration?: readonly (readonly [number, number])[];
  readonly ECE10?: number;
}

interface ClusterGolden {
  readonly log_mean: readonly number[];
  readonly log_sd: readonly number[];
  readonly k: Readonly<
    Record<string, { readonly best_inertia: number; readonly sizes_sorted: readonly number[]; readonly silhouette: number | null }>
  >;
}

export interface CoxGolden {
  readonly coef: Readonly<Record<string, number>>;
  readonly se?: readonly number[];
  readonly loglik: readonly number[];
  readonly concordance?: number;
}

export interface ProportionsGolden {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly diff: number;
  readonly z_pooled: number | null;
  readonly p_value: number | null;
  readonly p_value_yates: number | null;
  readonly wald_ci: readonly [number, number];
  readonly newcombe_ci: readonly [number, number];
  readonly rel_lift: number | null;
  readonly rel_lift_ci_log: readonly [number | null, number | null];
  readonly fisher_p: number | null;
}

interface ArmGolden {
  readonly visit: ProportionsGolden;
  readonly conversion: ProportionsGolden;
  readonly spend_welch: {
    readonly diff: number;
    readonly ci: readonly [number, number];
    readonly t: number;
    readonly df: number;
    readonly p: number;
  };
  readonly spend_cuped_history: {
    readonly theta: number;
    readonly diff: number;
    readonly ci: readonly [number, number];
    readonly p: number;
  };
}

interface PromoterGolden {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly NPS: number;
  readonly se: number;
  readonly ci95: readonly [number, number];
}

/** The parts of the reference values that the models are held to. */
export interface ModelGolden {
  readonly btyd: Readonly<Record<'cdnow_sample_from_log' | 'cdnow_sample_from_summary_csv', PurchaseGolden>>;
  readonly bgnbd_edge_cases: {
    readonly cases: readonly (HistoryGolden & {
      readonly params: Readonly<Record<'r' | 'alpha' | 'a' | 'b', number>>;
      readonly loglik_i: number;
      readonly p_active_in_t: number;
    })[];
  };
  readonly _citations: {
    readonly palive_overflow_case: {
      readonly params: Readonly<Record<'r' | 'alpha' | 's' | 'beta', number>>;
      readonly x: readonly number[];
      readonly t_x: readonly number[];
      readonly T: readonly number[];
      readonly computed_here: readonly number[];
    };
  };
  readonly churn_backtest: {
    readonly cdnow_sample: { readonly methods: Readonly<Record<string, MethodGolden>>; readonly Brier_base_rate: number };
  };
  readonly descriptive: Readonly<
    Record<
      'cdnow_sample' | 'rfm_data_orders',
      { readonly kmeans: ClusterGolden; readonly stats: { readonly gini: number; readonly revenue_share_top20pct_customers: number } }
    >
  >;
  readonly survival_and_tests: {
    readonly lung: {
      readonly logrank_sex: {
        readonly chisq: number;
        readonly p: number;
        readonly obs: readonly number[];
        readonly exp: readonly number[];
      };
      readonly cox_efron_age_sex_phecog: CoxGolden;
      readonly rmst_365: readonly [number, number];
    };
    readonly rossi: Readonly<Record<'cox_efron' | 'cox_breslow', CoxGolden>>;
    readonly aml: {
      readonly logrank_x: { readonly chisq: number; readonly p: number };
      readonly data: { readonly time: readonly number[]; readonly status: readonly number[]; readonly x: readonly string[] };
    };
    readonly two_prop: readonly ProportionsGolden[];
    readonly wilson: readonly { readonly x: number; readonly n: number; readonly clopper_pearson: readonly [number, number] }[];
    readonly sample_size: readonly Readonly<Record<'p1' | 'p2' | 'power' | 'alpha' | 'n_per_group' | 'n_ceil', number>>[];
    readonly power: readonly Readonly<Record<'n' | 'p1' | 'p2' | 'power', number>>[];
    readonly nps: readonly PromoterGolden[];
    readonly nps_diff: { readonly a: PromoterGolden; readonly b: PromoterGolden } & Readonly<Record<'diff' | 'se' | 'z' | 'p', number>>;
    readonly hillstrom: Readonly<Record<'Mens E-Mail' | 'Womens E-Mail', ArmGolden>> & {
      readonly SRM_chisq: { readonly counts: Readonly<Record<string, number>>; readonly chisq: number; readonly p: number };
    };
  };
}

/** Reference values of the models, or undefined where they are not at hand. */
export const models = golden as unknown as ModelGolden | undefined;
