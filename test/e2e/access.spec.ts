import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { at, expect, PAGES, panel, test, visit } from './site.ts';

/** Findings that keep somebody out, of all rules or of some, as `rule: element and why`. */
async function findings(page: Page, rules: string[] | null): Promise<string[]> {
  // There are no frames, so that axe needs no second page to put results together.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) })
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

const LIGHT = { colorScheme: 'light', reducedMotion: 'reduce' } as const;
const DARK = { ...LIGHT, colorScheme: 'dark' } as const;
const DESK = { width: 1400, height: 960 };
const PHONE = { width: 390, height: 844 };

/** Looks at the page on a desk and on a phone, and in the dark, which differs in its colours alone. */
async function lookAllRound(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia(LIGHT);
  const found: string[] = [];
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    const told = await findings(page, null);
    found.push(...told.map((finding) => `${name}, ${size.width} px: ${finding}`));
    const wider = await overflow(page);
    if (wider > 0) found.push(`${name}: ${wider} px wider than a window of ${size.width} px`);
  }
  await page.setViewportSize(DESK);
  await page.emulateMedia(DARK);
  const inTheDark = await findings(page, ['color-contrast']);
  await page.emulateMedia(LIGHT);
  return [...found, ...inTheDark.map((finding) => `${name}, dark: ${finding}`)];
}

test('the first visit is open to everybody, in both themes, on a desk and on a phone', async ({ page, site }) => {
  await page.goto(at(site, 'overview'));
  await expect(page.getByLabel(/Add files/).first()).toBeAttached();
  expect(await lookAllRound(page, 'first visit')).toEqual([]);
});

for (const names of [PAGES.filter((_, place) => place % 2 === 0), PAGES.filter((_, place) => place % 2 === 1)]) {
  test(`open to everybody, in both themes, on a desk and on a phone: ${names.join(', ')}`, async ({ sample: page }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    for (const name of names) {
      await visit(page, name);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...(await lookAllRound(page, name)));
    }
    expect(found).toEqual([]);
  });
}

test('Chinese pages are marked as Chinese, English ones as English', async ({ page, site }) => {
  await page.goto(at(site, 'overview', { lang: 'zh' }));
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await expect(page.getByLabel(/添加文件/).first()).toBeAttached();
  await page.goto(at(site, 'overview', { lang: 'en' }));
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/);
});

test('the keyboard reaches the pages, the views of a panel and the jump menu', async ({ sample: page }) => {
  await visit(page, 'overview');
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
