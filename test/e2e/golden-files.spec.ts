import { existsSync, readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { accept, acceptButton, addFiles, askSql, at, csvOf, expect, panel, test, visit } from './site.ts';

const DATA = '../shared/data';
const GOLDEN = '../shared/golden/golden.json';
const LANGUAGES = ['en', 'zh'] as const;

// Each file is brought in under one language, in turn, and its numbers are asked for in both.

/** The numbers of the published sources; only what these tests read. */
interface Golden {
  descriptive: {
    cdnow_sample: { stats: Stats; rfm: { eight_segment_mean_raw: Counts; eight_segment_mean_of_type7_scores: Counts } };
    cn_orders_paid: { stats: Stats; rfm: { eight_segment_median_raw: Counts } };
    cn_orders_published_8seg: { published_counts: Record<string, number> };
    tmall_orders_no_customer_id: { rows: number; arrived_orders_paid_gt0: number };
  };
  rfm_R_package: { segment_counts: Record<string, number> };
}
interface Stats {
  rows: number;
  customers: number;
  purchase_days: number;
  customers_ge2: number;
}
interface Counts {
  counts: Record<string, number>;
}

const golden = existsSync(GOLDEN) ? (JSON.parse(readFileSync(GOLDEN, 'utf8')) as Golden) : null;

/** Imports a public file by dropping it and accepting what was understood. */
async function importFile(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await addFiles(page, `${DATA}/${name}`);
}

/** Sizes of the segments, largest first, without the empty ones. */
async function sizes(page: Page, params: Record<string, string>): Promise<number[]> {
  await visit(page, 'segments', params);
  const records = await csvOf(page, panel(page, /^(?:Segments|客户分层|分层)$/));
  return sorted(records.map((record) => Number(record['customers'])));
}

function sorted(counts: readonly number[]): number[] {
  return counts.filter((count) => count > 0).sort((a, b) => b - a);
}

const numbers = (cells: readonly string[]): number[] => cells.map((cell) => Number(cell.replaceAll(/[^\d.-]/g, '')));
const TOTALS = `select count(*) as customers, cast(sum(frequency) as integer) as purchases, sum(case when frequency > 1 then 1 else 0 end) as repeaters from customers`;

test.describe('public files', () => {
  const needs = (file: string) => test.skip(golden === null || !existsSync(`${DATA}/${file}`), `${file} is not beside the project`);

  test('cdnow_sample_transactions.csv gives the published numbers', async ({ page, site }) => {
    needs('cdnow_sample_transactions.csv');
    if (!golden) return;
    const { stats, rfm } = golden.descriptive.cdnow_sample;
    await importFile(page, at(site, 'sources', { lang: 'en' }), 'cdnow_sample_transactions.csv');
    await expect(acceptButton(page)).toHaveText(/2,357/);
    await accept(page);
    for (const lang of LANGUAGES) {
      expect(numbers(await askSql(page, TOTALS, lang))).toEqual([stats.customers, stats.purchase_days, stats.customers_ge2]);
      expect(await sizes(page, { lang, template: 'cn8', split: 'value-mean' })).toEqual(
        sorted(Object.values(rfm.eight_segment_mean_raw.counts))
      );
      expect(await sizes(page, { lang, template: 'cn8', split: 'mean' })).toEqual(
        sorted(Object.values(rfm.eight_segment_mean_of_type7_scores.counts))
      );
      await visit(page, 'retention', { lang });
      const cohorts = await csvOf(page, panel(page, /Cohort retention|同期群/).first());
      const january = cohorts.filter((record) => record['cohort'] === cohorts[0]?.['cohort']);
      expect(january.slice(0, 6).map((record) => Number(record['returned']))).toEqual([781, 124, 95, 70, 65, 77]);
    }
  });

  test('rfm_data_orders.csv gives the ten segments of the R package', async ({ page, site }) => {
    needs('rfm_data_orders.csv');
    if (!golden) return;
    await importFile(page, at(site, 'sources', { lang: 'zh' }), 'rfm_data_orders.csv');
    await accept(page);
    for (const lang of LANGUAGES)
      expect(await sizes(page, { lang, template: 'r10' })).toEqual(sorted(Object.values(golden.rfm_R_package.segment_counts)));
  });

  test('cn_orders_shujubuchuiniu.csv gives the published eight segments', async ({ page, site }) => {
    needs('cn_orders_shujubuchuiniu.csv');
    if (!golden) return;
    const { cn_orders_paid, cn_orders_published_8seg } = golden.descriptive;
    await importFile(page, at(site, 'sources', { lang: 'zh' }), 'cn_orders_shujubuchuiniu.csv');
    await accept(page);
    const { customers, purchase_days, customers_ge2 } = cn_orders_paid.stats;
    for (const lang of LANGUAGES) {
      expect(numbers(await askSql(page, TOTALS, lang))).toEqual([customers, purchase_days, customers_ge2]);
      const own = {
        lang,
        template: 'cn8',
        score: 'own',
        split: 'mean',
        monetary: 'mean',
        r: '30,60,90,120',
        f: '2,3,4,5',
        m: '50,100,150,200'
      };
      expect(await sizes(page, own)).toEqual(sorted(Object.values(cn_orders_published_8seg.published_counts)));
      expect(await sizes(page, { lang, template: 'cn8', split: 'median' })).toEqual(
        sorted(Object.values(cn_orders_paid.rfm.eight_segment_median_raw.counts))
      );
    }
  });

  test('lifetimes_example_transactions.csv has customers and no money', async ({ page, site }) => {
    needs('lifetimes_example_transactions.csv');
    await importFile(page, at(site, 'sources', { lang: 'en' }), 'lifetimes_example_transactions.csv');
    await expect(acceptButton(page)).toHaveText(/5,000/);
    await accept(page);
    for (const lang of LANGUAGES) expect(numbers(await askSql(page, TOTALS, lang)).slice(0, 2)).toEqual([5000, 14_270]);
  });

  test('tmall_order_report.csv is refused customers and keeps its orders', async ({ page, site }) => {
    needs('tmall_order_report.csv');
    if (!golden) return;
    const { arrived_orders_paid_gt0 } = golden.descriptive.tmall_orders_no_customer_id;
    await importFile(page, at(site, 'sources', { lang: 'zh' }), 'tmall_order_report.csv');
    for (const lang of LANGUAGES) {
      await visit(page, 'sources', { lang });
      await expect(page.getByText(lang === 'en' ? /No column tells who bought/ : /没有.*(?:买家|客户|谁)/).first()).toBeVisible();
    }
    await accept(page);
    for (const lang of LANGUAGES) {
      expect(numbers(await askSql(page, 'select count(*) as orders, count(customer) as known from orders', lang))).toEqual([
        arrived_orders_paid_gt0,
        0
      ]);
      await visit(page, 'segments', { lang });
      await expect(page.getByText(lang === 'en' ? /do not say who bought/ : /客户/).first()).toBeVisible();
      await expect(panel(page, /^(?:Segments|客户分层|分层)$/)).toHaveCount(0);
    }
  });
});
