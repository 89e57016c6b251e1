import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concentrationQuery, concentrationSummaryQuery } from '../../src/analyses/overview/queries.ts';
import { SEGMENTS } from '../../src/analyses/scores/messages.ts';
import { scoringOf, scoringParams, withScores } from '../../src/analyses/scores/scoring.ts';
import { segmentSizesQuery } from '../../src/analyses/scores/segment-sizes.ts';
import { bandsQuery } from '../../src/analyses/segments/queries.ts';
import { defineQuery } from '../../src/engine/query.ts';
import { startEngine } from '../engine/engine.ts';
import { ask } from '../engine/shop.ts';
import { golden as reference } from './golden.ts';
import { importShared } from './import-shared.ts';

interface Scored {
  readonly R: Readonly<Record<string, number>>;
  readonly F: Readonly<Record<string, number>>;
  readonly M: Readonly<Record<string, number>>;
  readonly checksum_sum_100R_10F_M: number;
}
interface Eight {
  readonly counts: Readonly<Record<string, number>>;
  readonly revenue?: Readonly<Record<string, number>>;
}
interface Rfm {
  readonly tie_safe_average_rank: Scored;
  readonly type7_threshold_scores: Scored;
  readonly type7_quantiles_20_40_60_80: Readonly<Record<'R' | 'F' | 'M', readonly number[]>>;
  readonly eight_segment_mean_raw: Eight;
  readonly eight_segment_median_raw: Eight;
  readonly eight_segment_mean_of_type7_scores: Eight;
  readonly western_RF_grid_on_type7_scores: Readonly<Record<string, number>>;
  readonly western_RF_grid_on_average_rank_scores: Readonly<Record<string, number>>;
  readonly first10: Readonly<Record<string, Readonly<Record<'R' | 'F' | 'M' | 'sR' | 'sF' | 'sM', number>>>>;
}
interface SegmentGolden {
  readonly descriptive: Readonly<
    Record<string, { readonly rfm: Rfm; readonly stats: { readonly revenue_share_top20pct_customers: number; readonly gini: number } }>
  > & {
    readonly cn_orders_published_8seg: Required<Eight>;
  };
  readonly rfm_R_package: {
    readonly thresholds: Readonly<Record<`${'recency' | 'frequency' | 'monetary'}_${'lower' | 'upper'}`, readonly number[]>>;
    readonly segment_summary: readonly {
      readonly seg: string;
      readonly customers: number;
      readonly orders: number;
      readonly revenue: number;
    }[];
    readonly score_counts: Readonly<Record<'R' | 'F' | 'M', Readonly<Record<string, number>>>>;
    readonly checksum_sum_rfm_score: number;
  };
}
const golden = reference as unknown as SegmentGolden | undefined;

const checksumQuery = defineQuery<ReturnType<typeof scoringParams>>()({
  name: 'test/checksum',
  sql: withScores('-- one row\nselect cast(sum(100 * r + 10 * f + m) as double) as checksum from members'),
  columns: { checksum: 'number' }
});
const firstQuery = defineQuery<ReturnType<typeof scoringParams>>()({
  name: 'test/first',
  sql: withScores(
    '-- one row per customer\nselect customers.customer_id, cast(members.recency as integer) as recency, cast(members.frequency as integer) as frequency, members.monetary, cast(r as integer) as r, cast(f as integer) as f, cast(m as integer) as m from members join customers on customers.customer = members.customer order by customers.customer_id limit 10'
  ),
  columns: { customer_id: 'text', recency: 'integer', frequency: 'integer', monetary: 'number', r: 'integer', f: 'integer', m: 'integer' }
});

const NAMES_OF_GRID: Readonly<Record<string, string>> = {
  champions: 'Champions',
  loyal: 'Loyal Customers',
  'potential-loyalists': 'Potential Loyalists',
  new: 'New Customers',
  promising: 'Promising',
  'need-attention': 'Need Attention',
  'about-to-sleep': 'About To Sleep',
  'at-risk': 'At Risk',
  'cant-lose': "Can't Lose",
  hibernating: 'Hibernating',
  lost: 'Hibernating'
};
const NAMES_OF_PACKAGE: Readonly<Record<string, string>> = {
  ...NAMES_OF_GRID,
  'potential-loyalists': 'Potential Loyalist',
  'cant-lose': "Can't Lose Them",
  lost: 'Lost'
};
/** The names that the author of the published result gave. */
const NAMES_PUBLISHED: Readonly<Record<string, string>> = {
  '111': '重要价值客户',
  '110': '消费潜力客户',
  '101': '频次深耕客户',
  '100': '新客户',
  '011': '重要价值流失预警客户',
  '010': '一般客户',
  '001': '高消费唤回客户',
  '000': '流失客户'
};

/** What is not 0, by name; parts of one name are added. */
function byName(
  rows: readonly { readonly segment: string }[],
  name: (segment: string) => string | undefined,
  number: (row: never) => number
): Record<string, number> {
  const found: Record<string, number> = {};
  for (const row of rows) {
    const value = number(row as never);
    if (value !== 0)
      found[name(row.segment) ?? row.segment] = Math.round(100 * ((found[name(row.segment) ?? row.segment] ?? 0) + value)) / 100;
  }
  return found;
}
const eightName = (segment: string) => (SEGMENTS.zh.names as Readonly<Record<string, string>>)[segment];
const customers = (row: { customers: number }) => row.customers;
const revenue = (row: { revenue: number }) => row.revenue;
const scoring = (query: string) => scoringParams(scoringOf({ params: new URLSearchParams(query) as never, locale: 'en' }));

describe.skipIf(golden === undefined)('RFM from the raw files, against the reference', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());

  describe.each([
    ['cdnow_sample', 'cdnow_sample_transactions.csv', '1998-06-30'],
    ['rfm_data_orders', 'rfm_data_orders.csv', '2006-12-31'],
    ['cn_orders_paid', 'cn_orders_shujubuchuiniu.csv', '2019-06-30']
  ])('%s', (name, file, day) => {
    const asOf = new Date(day);
    const rfm = () => golden!.descriptive[name]!.rfm;
    beforeAll(() => importShared(engine, file), 60_000);

    const scoreCounts = async (query: string) => {
      const bands = await ask(engine, bandsQuery, scoring(query), { asOf });
      const of = (measure: string) =>
        Object.fromEntries(bands.filter((band) => band.measure === measure).map((band) => [band.score, band.customers]));
      const [{ checksum } = { checksum: NaN }] = await ask(engine, checksumQuery, scoring(query), { asOf });
      return { R: of('recency'), F: of('frequency'), M: of('monetary'), checksum_sum_100R_10F_M: checksum };
    };
    const sizes = (query: string) => ask(engine, segmentSizesQuery, scoring(query), { asOf });

    test('scores by type-7 quantiles', async () => {
      expect(await scoreCounts('score=quantile')).toEqual(rfm().type7_threshold_scores);
    });

    test('scores by tie-safe average ranks', async () => {
      expect(await scoreCounts('score=rank')).toEqual(rfm().tie_safe_average_rank);
    });

    test('the first ten customers', async () => {
      const first = await ask(engine, firstQuery, scoring('score=quantile'), { asOf });
      expect(
        Object.fromEntries(
          first.map((row) => [row.customer_id, { R: row.recency, F: row.frequency, M: row.monetary, sR: row.r, sF: row.f, sM: row.m }])
        )
      ).toEqual(rfm().first10);
    });

    test.each([
      ['quantile', 'western_RF_grid_on_type7_scores'],
      ['rank', 'western_RF_grid_on_average_rank_scores']
    ] as const)('the Western grid by %s', async (score, key) => {
      expect(byName(await sizes(`template=west11&score=${score}`), (segment) => NAMES_OF_GRID[segment], customers)).toEqual(rfm()[key]);
    });

    test.each([
      ['value-mean', 'eight_segment_mean_raw'],
      ['median', 'eight_segment_median_raw'],
      ['mean', 'eight_segment_mean_of_type7_scores']
    ] as const)('the Chinese eight against %s', async (split, key) => {
      const rows = await sizes(`template=cn8&split=${split}`);
      const expected = rfm()[key];
      expect(byName(rows, eightName, customers)).toEqual(expected.counts);
      if (expected.revenue) expect(byName(rows, eightName, revenue)).toEqual(expected.revenue);
    });

    test('concentration of revenue', async () => {
      const [summary] = await ask(engine, concentrationSummaryQuery, {}, { asOf });
      const { stats } = golden!.descriptive[name]!;
      expect(summary?.top20).toBeCloseTo(stats.revenue_share_top20pct_customers, 9);
      expect(summary?.gini).toBeCloseTo(stats.gini, 9);
      const curve = await ask(engine, concentrationQuery, {}, { asOf });
      expect(curve.at(0)).toMatchObject({ customer_share: 0, revenue_share: 0 });
      expect(curve.at(-1)).toMatchObject({ customer_share: 1, revenue_share: 1 });
    });
  });

  test('the R package’s own document: thresholds, scores, segments', async () => {
    const asOf = new Date('2006-12-31');
    const expected = golden!.rfm_R_package;
    await importShared(engine, 'rfm_data_orders.csv');
    const params = scoring('template=r10');
    const bands = await ask(engine, bandsQuery, params, { asOf });
    const of = (measure: string) => bands.filter((band) => band.measure === measure);
    for (const [measure, key] of [
      ['recency', 'R'],
      ['frequency', 'F'],
      ['monetary', 'M']
    ] as const) {
      expect(Object.fromEntries(of(measure).map((band) => [band.score, band.customers]))).toEqual(expected.score_counts[key]);
      const marks = of(measure)
        .flatMap((band) => (band.mark === null ? [] : [Math.round(band.mark * 1e6) / 1e6]))
        .sort((a, b) => a - b);
      expect(marks).toEqual(expected.thresholds[`${measure}_lower`].slice(1));
    }
    const [checksum] = await ask(engine, checksumQuery, params, { asOf });
    expect(checksum?.checksum).toBe(expected.checksum_sum_rfm_score);
    const rows = await ask(engine, segmentSizesQuery, params, { asOf });
    expect(byName(rows, (segment) => NAMES_OF_PACKAGE[segment], customers)).toEqual(
      Object.fromEntries(expected.segment_summary.map((one) => [one.seg, one.customers]))
    );
    expect(byName(rows, (segment) => NAMES_OF_PACKAGE[segment], revenue)).toEqual(
      Object.fromEntries(expected.segment_summary.map((one) => [one.seg, one.revenue]))
    );
  });

  test('the published eight segments of the Chinese shop: counts and amounts', async () => {
    const asOf = new Date('2019-06-30');
    await importShared(engine, 'cn_orders_shujubuchuiniu.csv');
    const rows = await ask(
      engine,
      segmentSizesQuery,
      scoring('template=cn8&split=mean&score=own&r=30,60,90,120&f=2,3,4,5&m=50,100,150,200&monetary=mean'),
      { asOf }
    );
    const expected = golden!.descriptive.cn_orders_published_8seg;
    expect(byName(rows, (segment) => NAMES_PUBLISHED[segment], customers)).toEqual(expected.counts);
    expect(byName(rows, (segment) => NAMES_PUBLISHED[segment], revenue)).toEqual(expected.revenue);
  });
});
