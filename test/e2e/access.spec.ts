import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { at, expect, openSample, PAGES, panel, test, visit } from './site.ts';

/** Findings that keep somebody out, as `rule: element and why`. */
async function findings(page: Page): Promise<string[]> {
  // There are no frames, so that axe needs no second page to put results together.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
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

    for (const [width, height] of [
      [1400, 960],
      [390, 844]
    ] as const) {
      test(`every page is open to everybody at ${width} px`, async ({ page, site }) => {
        test.setTimeout(240_000);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height });
        const found: string[] = [];
        const look = async (name: string) => {
          found.push(...(await findings(page)).map((finding) => `${name}: ${finding}`));
          const wider = await overflow(page);
          if (wider > 0) found.push(`${name}: ${wider} px wider than the window`);
        };
        await page.goto(at(site, 'overview'));
        await expect(page.getByLabel(/Add files/).first()).toBeAttached();
        await look('first visit');
        await openSample(page, site);
        for (const name of PAGES) {
          await visit(page, name);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await look(name);
        }
        expect(found).toEqual([]);
      });
    }
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
