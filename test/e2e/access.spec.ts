import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { at, expect, openSample, PAGES, panel, test, visit } from './site.ts';

/** Findings that keep somebody out, as `rule: element`. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`)
    );
}

/** How far the page is wider than its window, in pixels: 0 where only tables scroll sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('every page is open to everybody, wide and narrow', async ({ page, site }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(at(site, 'overview'));
      await expect(page.getByLabel(/Add files/).first()).toBeAttached();
      expect(await findings(page), 'first visit').toEqual([]);
      await openSample(page, site);
      for (const name of PAGES) {
        await page.setViewportSize({ width: 1400, height: 960 });
        await visit(page, name);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await findings(page), `${name}, 1400 px`).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect(await overflow(page), `${name} at 390 px is wider than the window`).toBeLessThanOrEqual(0);
        expect(await findings(page), `${name}, 390 px`).toEqual([]);
      }
    });
  });
}

test('Chinese pages are marked as Chinese, English ones as English', async ({ page, site }) => {
  await page.goto(at(site, 'overview', { lang: 'zh' }));
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await expect(page.getByLabel(/添加文件/).first()).toBeAttached();
  await page.goto(at(site, 'overview', { lang: 'en' }));
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
});

test('the keyboard reaches the pages, the views of a panel and the jump menu', async ({ page, site }) => {
  await openSample(page, site);
  const reached = new Set<string>();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim().split('\n')[0] ?? ''));
  }
  const all = [...reached].join('\n');
  for (const name of ['Overview', 'Segments', 'Retention', 'Churn', 'Customers', 'SQL', 'Sources', 'Quality']) expect(all).toContain(name);

  await visit(page, 'segments');
  const region = panel(page, /./).first();
  await region.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(region.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');
  await expect(region.getByRole('table')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  const jump = page.getByRole('dialog');
  await expect(jump).toBeVisible();
  await page.keyboard.type('reten');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/retention/);
  await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible();
});
