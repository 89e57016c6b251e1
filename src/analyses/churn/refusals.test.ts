import { expect, test } from 'vitest';
import type { View } from '../../session/view.svelte.ts';
import { ListRefusal } from '../audiences.ts';
import { noChances, requireFamily } from './refusals.ts';

const viewOf = (address: string) => ({ params: new URLSearchParams(address) }) as unknown as View;
function refusalOf(run: () => void): ListRefusal {
  try {
    run();
  } catch (error) {
    if (error instanceof ListRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a list of the ranking in use is not refused', () => {
  expect(() => requireFamily('history', 'history', viewOf('who=churn.chance-history'))).not.toThrow();
});

test.each([
  ['churn.chance-features', 'features', 'history', 'churn.chance-history'],
  ['churn.chance-past-history', 'history', 'features', 'churn.chance-past-features'],
  ['churn.flag-segment-rule', 'rule', 'history', 'churn.flag-segment-history']
])('the list %s of another ranking is refused in both languages, with the same list of today', (who, wanted, found, today) => {
  const { said, way } = refusalOf(() => requireFamily(wanted, found, viewOf(`who=${who}&within=60&below=12&rank=logistic&segment=111`)));
  expect(said.en).toContain('another ranking was in use');
  expect(said.zh).toContain('另一种排序');
  expect(way.label).toEqual({ en: 'Open the list by today’s ranking', zh: '打开按当前排序生成的名单' });
  expect(way).toMatchObject({ page: 'customers', params: { who: today, within: '60', below: '12', segment: '111', rank: null } });
});

test('where no chances can be given, the way leads to what the page says instead', () => {
  expect(noChances(60).said.en).toContain('the chance to buy within 60 days cannot be judged');
  expect(noChances(60, true).said.zh).toContain('60 天前');
  expect(noChances(60).way).toMatchObject({ page: 'churn', params: { rule: 'chance', within: 60 } });
});
